/** The form's fields: label, help or example, input, and what is said about it, tied together for screen readers. */

import TextArea from '@atlaskit/textarea';
import TextField from '@atlaskit/textfield';
import { useId, type ReactNode } from 'react';
import { formatLevel } from '../../../src/domain/context/format-number';
import { readNumber } from '../../shared/read-number';
import { messagesAt, useForm, type FieldMessage } from './form-context';
import { VagueWords } from './vague-words';

export interface FieldProps {
  /** The record's field name; also the id of its test address. */
  readonly address: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** From the running example. */
  readonly example?: string | undefined;
  readonly hideLabel?: boolean;
  readonly narrow?: boolean;
}

export interface ChoiceProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly words: string }[];
  /** Words of the choice "nothing chosen"; absent: there is none. */
  readonly none?: string;
}

/** One line of text. */
export function TextQuestion(props: FieldProps & { readonly checkWords?: boolean }) {
  const { address } = props;
  const { draft, set, touch } = useForm();
  const field = useField(props);
  return (
    <Field {...props} field={field}>
      <TextField {...field.input} value={draft.texts[address] ?? ''} isInvalid={field.isInvalid} onChange={(event) => set(address, event.currentTarget.value)} onBlur={() => touch(address)} />
      {props.checkWords === true && <VagueWords text={draft.texts[address] ?? ''} />}
    </Field>
  );
}

/** Several lines of text. */
export function LongTextQuestion(props: FieldProps & { readonly checkWords?: boolean }) {
  const { address } = props;
  const { draft, set, touch } = useForm();
  const field = useField(props);
  const { testId, ...input } = field.input;
  return (
    <Field {...props} field={field}>
      <TextArea {...input} testId={testId} minimumRows={2} resize="vertical" value={draft.texts[address] ?? ''} isInvalid={field.isInvalid} onChange={(event) => set(address, event.currentTarget.value)} onBlur={() => touch(address)} />
      {props.checkWords === true && <VagueWords text={draft.texts[address] ?? ''} />}
    </Field>
  );
}

/** A number; what "$6M" or "1.2k" was understood as is said beside it. */
export function NumberQuestion(props: FieldProps & { readonly unit?: string | undefined }) {
  const { address, unit } = props;
  const { draft, set, touch, locale } = useForm();
  const field = useField(props);
  const typed = draft.texts[address] ?? '';
  const read = readNumber(typed, { locale, unit });
  const understood = read.state === 'number' && (/[^\d.,\s-]/.test(typed) || Math.abs(read.value) >= 10_000) ? `Understood as ${formatLevel(read.value, unit, locale)}.` : undefined;
  return (
    <Field {...props} field={field} narrow note={understood}>
      <TextField {...field.input} inputMode="decimal" autoComplete="off" value={typed} isInvalid={field.isInvalid} onChange={(event) => set(address, event.currentTarget.value)} onBlur={() => touch(address)} />
    </Field>
  );
}

/** A day, by the browser's own picker. */
export function DateQuestion(props: FieldProps) {
  const { address } = props;
  const { draft, set, touch } = useForm();
  const field = useField(props);
  return (
    <Field {...props} field={field} narrow>
      <TextField {...field.input} type="date" value={draft.texts[address] ?? ''} isInvalid={field.isInvalid} onChange={(event) => set(address, event.currentTarget.value)} onBlur={() => touch(address)} />
    </Field>
  );
}

/** One of a list. The browser's own select: every keyboard and screen reader knows it, and it fits a narrow column. */
export function ChoiceQuestion(props: ChoiceProps) {
  const { address, choices, none } = props;
  const { draft, set, touch } = useForm();
  const field = useField(props);
  const value = draft.texts[address] ?? '';
  const isUnknown = value !== '' && !choices.some((choice) => choice.value === value);
  const { testId, name: _name, ...input } = field.input;
  return (
    <Field {...props} field={field}>
      <select {...input} className="gw-select gw-focus" data-testid={testId} value={value} aria-invalid={field.isInvalid || undefined} onChange={(event) => { set(address, event.target.value); touch(address); }} onBlur={() => touch(address)}>
        {(none !== undefined || value === '') && <option value="">{none ?? 'Choose …'}</option>}
        {isUnknown && <option value={value}>{value} (not in the list)</option>}
        {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.words}</option>)}
      </select>
    </Field>
  );
}

/** One of few, all visible. */
export function RadioQuestion(props: ChoiceProps) {
  const { address, choices, label, help, example } = props;
  const form = useForm();
  const id = useId();
  const value = form.draft.texts[address] ?? '';
  const messages = messagesAt(form, address);
  return (
    <fieldset className="gw-radios" data-address={address} aria-describedby={`${id}-words`}>
      <legend className={props.hideLabel === true ? 'gw-hidden' : undefined}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="gw-radio">
          <input type="radio" name={`${id}-${address}`} value={choice.value} checked={value === choice.value} data-testid={`panel.${address}.${choice.value}`} onChange={() => { form.set(address, choice.value); form.touch(address); }} />
          <span>{choice.words}</span>
        </label>
      ))}
      <div id={`${id}-words`}><Words help={help} example={example} messages={messages} /></div>
    </fieldset>
  );
}

/** Yes or not said. */
export function CheckQuestion({ address, label, help }: FieldProps) {
  const { draft, set } = useForm();
  const id = useId();
  return (
    <div className="gw-field">
      <label className="gw-radio">
        <input type="checkbox" data-address={address} data-testid={`panel.${address}`} aria-describedby={help === undefined ? undefined : id} checked={draft.texts[address] === 'true'} onChange={(event) => set(address, event.target.checked ? 'true' : '')} />
        <span>{label}</span>
      </label>
      {help !== undefined && <p id={id} className="gw-help">{help}</p>}
    </div>
  );
}

interface FieldState {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly messages: readonly FieldMessage[];
  readonly input: {
    readonly id: string; readonly name: string; readonly testId: string; readonly 'data-address': string; readonly 'aria-describedby': string;
  };
}

function useField({ address }: FieldProps): FieldState {
  const form = useForm();
  const id = useId();
  const messages = messagesAt(form, address);
  return {
    id, messages, isInvalid: messages.some(({ kind }) => kind === 'error'),
    input: { id: `${id}-input`, name: address, testId: `panel.${address}`, 'data-address': address, 'aria-describedby': `${id}-words` },
  };
}

function Field({ label, hideLabel, help, example, narrow, field, note, children }: FieldProps & { readonly field: FieldState; readonly note?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={narrow === true ? 'gw-field gw-field--narrow' : 'gw-field'}>
      <label htmlFor={field.input.id} className={hideLabel === true ? 'gw-hidden' : undefined}>{label}</label>
      {children}
      <div id={`${field.id}-words`}><Words help={help} example={example} messages={field.messages} note={note} /></div>
    </div>
  );
}

function Words({ help, example, messages, note }: { readonly help?: string | undefined; readonly example?: string | undefined; readonly messages: readonly FieldMessage[]; readonly note?: string | undefined }) {
  return (
    <>
      {help !== undefined && <p className="gw-help">{help}</p>}
      {example !== undefined && <p className="gw-help">Example: {example}</p>}
      {note !== undefined && <p className="gw-help">{note}</p>}
      <div aria-live="polite">
        {messages.map(({ kind, words }) => <p key={words} className={kind === 'error' ? 'gw-error' : kind === 'missing' ? 'gw-missing' : 'gw-advice'}>{words}</p>)}
      </div>
    </>
  );
}
