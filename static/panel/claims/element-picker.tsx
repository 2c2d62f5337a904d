import TextField from '@atlaskit/textfield';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { messagesAt, useForm } from '../editing/form-context';
import { elementFacts } from './element-facts';
import { elementKey, findElements, type ElementsFound, type KnownElement } from './find-elements';
import { readRecent, rememberElement } from './recent-elements';
import { useSharedData } from './shared-data-context';

export interface ElementPickerProps {
  /** Of the requirement: the element stands at `<address>.element`, its model at `<address>.model`. */
  readonly address: string;
  readonly label: string;
}

/** Search over all elements of the shared data, by keyboard or mouse. What no model has may be typed as it is. */
export function ElementPicker({ address, label }: ElementPickerProps) {
  const form = useForm();
  const { elements, projectId, startPicking } = useSharedData();
  const id = useId();
  const typed = form.draft.texts[`${address}.element`] ?? '';
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const sought = useDeferredValue(typed);
  const recent = useMemo(() => (isOpen ? readRecent(projectId ?? '') : []), [isOpen, projectId]);
  const found = useMemo(() => (isOpen ? findElements(elements, sought, recent) : NOTHING), [isOpen, elements, sought, recent]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.children[at]?.scrollIntoView({ block: 'nearest' }); }, [at]);

  const write = (path: string, model: string): void => {
    form.set(`${address}.element`, path);
    form.set(`${address}.model`, model);
  };
  const pick = (one: KnownElement): void => {
    write(one.path, one.model);
    rememberElement(projectId ?? '', elementKey(one.model, one.path));
    setOpen(false);
    setAt(-1);
  };
  const type = (text: string): void => {
    write(text, elements.find(({ path }) => path === text.trim())?.model ?? '');
    setOpen(true);
    setAt(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Readonly<Record<string, number>>)[event.key];
    const chosen = found.shown[at];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (found.shown.length > 0) setAt((before) => (before + step + found.shown.length + (before < 0 && step < 0 ? 1 : 0)) % found.shown.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (chosen === undefined) setOpen(false);
      else pick(chosen);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const messages = messagesAt(form, `${address}.element`);
  return (
    <div className="gw-field gc-picker">
      <label htmlFor={`${id}-input`}>{label}</label>
      <TextField
        id={`${id}-input`} name={`${address}.element`} testId={`panel.${address}.element`} data-address={`${address}.element`} value={typed} autoComplete="off" spellCheck={false} isInvalid={messages.length > 0}
        role="combobox" aria-expanded={isOpen && found.shown.length > 0} aria-autocomplete="list" aria-controls={`${id}-list`} aria-describedby={`${id}-words`}
        {...(isOpen && at >= 0 ? { 'aria-activedescendant': `${id}-${String(at)}` } : {})}
        onFocus={startPicking} onClick={() => setOpen(true)} onChange={(event) => type(event.currentTarget.value)} onKeyDown={onKeyDown}
        onBlur={() => { setOpen(false); form.touch(`${address}.element`); }}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Elements of the shared data" className="gc-options" hidden={!isOpen || found.shown.length === 0}>
        {found.shown.map((one, index) => (
          // At the press already, and without taking the focus from the field: its loss closes the list.
          <li key={elementKey(one.model, one.path)} id={`${id}-${String(index)}`} role="option" aria-selected={index === at} className="gc-option" onMouseDown={(event) => { event.preventDefault(); pick(one); }}>
            <span className="gc-option-path">{one.path}</span>
            <span className="gc-option-facts">{elementFacts(one)}</span>
          </li>
        ))}
      </ul>
      <div id={`${id}-words`}>
        <PickerWords isOpen={isOpen} found={found} typed={typed} />
        <div aria-live="polite">{messages.map(({ words }) => <p key={words} className="gw-error">{words}</p>)}</div>
      </div>
    </div>
  );
}

const NOTHING: ElementsFound = { shown: [], matches: 0 };

function PickerWords({ isOpen, found, typed }: { readonly isOpen: boolean; readonly found: ElementsFound; readonly typed: string }) {
  const { locale } = useForm();
  const { models, others, elements } = useSharedData();
  const isLoading = models.kind === 'loading' || others.kind === 'loading';
  const exact = elements.find(({ path }) => path === typed.trim());
  return (
    <>
      <p className="gw-help" aria-live="polite">
        {isOpen && found.matches > 0 ? `${counted(found.matches, locale)}${found.matches > found.shown.length ? `; the first ${formatCount(found.shown.length, locale)} are listed` : ''}. ` : ''}
        {isLoading ? 'Reading the shared data models … ' : ''}
        {typed.trim() === '' ? 'Search, or type it as Entity.field. Example: BuyerProfile.paymentMethods' : exact !== undefined ? elementFacts(exact) : isLoading ? '' : 'No shared data model and no other ticket you may see has this name. It is kept as you type it, marked as unknown.'}
      </p>
      {models.kind === 'failed' && <p className="gw-help">The shared data models could not be read, so only elements named in other tickets are offered. {models.words}</p>}
    </>
  );
}

function counted(matches: number, locale: string): string {
  return matches === 1 ? '1 element matches' : `${formatCount(matches, locale)} elements match`;
}
