import type { ReactNode } from 'react';

export interface FieldProps {
  /** Also the id of the input. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly complaint?: string | undefined;
  /** The label is for screen readers only, where a heading above says it for a whole column. */
  readonly isLabelHidden?: boolean;
  readonly children: (wiring: { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }) => ReactNode;
}

/** An input with its label, its help and what is wrong with it, tied together for a screen reader. */
export function Field({ id, label, help, complaint, isLabelHidden = false, children }: FieldProps) {
  const described = [...(help === undefined ? [] : [`${id}-help`]), ...(complaint === undefined ? [] : [`${id}-error`])].join(' ');
  return (
    <div className="gs-field">
      <label htmlFor={id} className={isLabelHidden ? 'gw-hidden' : undefined}>{label}</label>
      {children({ id, ...(described === '' ? {} : { 'aria-describedby': described }), ...(complaint === undefined ? {} : { 'aria-invalid': true as const }) })}
      {help !== undefined && <span id={`${id}-help`} className="gw-quiet gw-small">{help}</span>}
      {complaint !== undefined && <span id={`${id}-error`} className="gs-complaint gw-small">{complaint}</span>}
    </div>
  );
}

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isReadOnly: boolean;
  readonly width?: 'number' | 'name';
  readonly maxLength?: number;
}

/** A one-line text or number. */
export function TextField({ value, onChange, isReadOnly, width = 'name', maxLength, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring} className={`gs-input gs-input--${width}`} value={value} readOnly={isReadOnly} maxLength={maxLength} autoComplete="off"
          inputMode={width === 'number' ? 'decimal' : undefined} onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface ChoiceFieldProps<T extends string> extends Omit<FieldProps, 'children'> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly isReadOnly: boolean;
}

/** One of a few. */
export function ChoiceField<T extends string>({ value, options, onChange, isReadOnly, ...field }: ChoiceFieldProps<T>) {
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring} className="gs-input" value={value} disabled={isReadOnly}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
}
