import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly wide?: boolean;
  /** Gets the id of the label's target and the id of the hint. */
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

/** A labelled field with a hint below its label. */
export function Field({ label, hint, wide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={wide ? 'gr-field gc-field gr-field--wide' : 'gr-field gc-field'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span id={`${id}-hint`} className="gw-quiet gw-small">{hint}</span>}
      {children(id, hint === undefined ? undefined : `${id}-hint`)}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'area';
  readonly min?: string;
  /** Most characters; 1,000 for a longer text, 100 for a line. */
  readonly most?: number;
}

/** One text, date or longer text. */
export function TextField({ label, hint, value, onChange, type = 'text', min, most }: TextProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} wide={type === 'area'}>
      {(id, describedBy) => (type === 'area'
        ? <textarea id={id} aria-describedby={describedBy} className="gw-focus" rows={3} maxLength={most ?? 1000} value={value} onChange={(event) => onChange(event.target.value)} />
        : <input id={id} aria-describedby={describedBy} className="gw-focus" type={type} min={min} maxLength={type === 'date' ? undefined : most ?? 100} value={value} onChange={(event) => onChange(event.target.value)} />)}
    </Field>
  );
}
