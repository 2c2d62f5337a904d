import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error: string | undefined;
  /** Gets what the input needs to be found by its label, its help and its error. */
  readonly children: (wiring: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly isInvalid: boolean }) => ReactNode;
}

/** One labelled input with its help and its error. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ');
  return (
    <div className="gw-gate-field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && <p id={`${id}-help`} className="gw-quiet gw-small">{help}</p>}
      {children({ id, 'aria-describedby': described === '' ? undefined : described, isInvalid: error !== undefined })}
      <FieldError id={`${id}-error`} words={error} />
    </div>
  );
}

/** What is wrong with a field, in words. */
export function FieldError({ id, words }: { readonly id?: string; readonly words: string | undefined }) {
  return words === undefined ? null : <p id={id} className="gw-gate-error" role="alert">{words}</p>;
}
