import Textfield from '@atlaskit/textfield';
import { useMemo, useState } from 'react';
import { asListed } from '../../../src/domain/conflict/proposed-values';
import type { ConditionDimension } from '../../../src/domain/context/settings';
import { PlainButton } from '../../shared/plain-button';
import { messagesAt, useForm } from '../editing/form-context';
import { IN, WHERE } from './claim-texts';
import { useSharedData } from './shared-data-context';
import { usualCondition } from './usual-condition';

/** Where the requirement applies: for each dimension "everywhere" or "only in …", answered once. */
export function ConditionQuestion({ address }: { readonly address: string }) {
  const { settings, claims } = useSharedData();
  const { draft } = useForm();
  const dimensions = withWritten(settings?.conditions ?? [], claims.get(address)?.when ?? {}, Object.keys(draft.texts).filter((key) => key.startsWith(`${address}.${WHERE}`)).map((key) => key.slice(address.length + 1 + WHERE.length)));
  if (dimensions.length === 0) return <p className="gw-help">It applies everywhere: the project’s settings list no conditions such as a journey or a market.</p>;
  return (
    <div className="gc-where">
      <p className="gw-label">Where does it apply? Left open, it counts everywhere, and a conflict through it can only be negotiable.</p>
      <AsUsual address={address} />
      {dimensions.map((dimension) => <OneDimension key={dimension.name} address={address} dimension={dimension} listed={settings?.conditions.find(({ name }) => name === dimension.name)?.values ?? []} />)}
    </div>
  );
}

/** Where the team's other requirements mostly apply, filled in by one button while nothing is answered yet. */
function AsUsual({ address }: { readonly address: string }) {
  const { others, settings } = useSharedData();
  const { draft, set } = useForm();
  const team = draft.texts['team'] ?? '';
  const usual = useMemo(() => (others.kind === 'read' ? usualCondition(others.others.claims.filter((claim) => claim.team === team)) : undefined), [others, team]);
  if (usual === undefined || Object.keys(draft.texts).some((key) => key.startsWith(`${address}.${WHERE}`) && draft.texts[key] !== '')) return null;
  const words = Object.entries(usual).map(([name, values]) => `${name} is ${values.join(' or ')}`).join(' and ');
  const fill = (): void => {
    for (const [name, values] of Object.entries(usual)) {
      set(`${address}.${WHERE}${name}`, 'only');
      set(`${address}.${IN}${name}`, values.join('\n'));
    }
  };
  return <div><PlainButton look="link" onClick={fill} testId={`panel.${address}.as-usual`}>As usual for {settings?.teams.find(({ id }) => id === team)?.name ?? team}: only when {words}</PlainButton></div>;
}

/** What the record says beyond the settings stays visible. */
function withWritten(listed: readonly ConditionDimension[], when: Readonly<Record<string, readonly string[]>>, named: readonly string[]): readonly ConditionDimension[] {
  const known = listed.map(({ name, values }) => ({ name, values: [...new Set([...values, ...(when[name] ?? [])])] }));
  const more = [...new Set([...Object.keys(when), ...named])].filter((name) => !listed.some((dimension) => dimension.name === name));
  return [...known, ...more.map((name) => ({ name, values: when[name] ?? [] }))];
}

interface OneDimensionProps {
  readonly address: string;
  readonly dimension: ConditionDimension;
  /** What the settings list; other values are proposed. */
  readonly listed: readonly string[];
}

function OneDimension({ address, dimension: { name, values: known }, listed }: OneDimensionProps) {
  const form = useForm();
  const place = `${address}.${WHERE}${name}`;
  const listAddress = `${address}.${IN}${name}`;
  const answer = form.draft.texts[place] ?? '';
  const ticked = (form.draft.texts[listAddress] ?? '').split('\n').filter((value) => value !== '');
  const values = [...new Set([...known, ...ticked])];
  const messages = messagesAt(form, listAddress);
  const answerWith = (next: string): void => {
    form.set(place, next);
    if (next !== 'only') form.set(listAddress, '');
  };
  const tick = (value: string, isTicked: boolean): void => {
    form.set(listAddress, [...new Set([...values, value])].filter((other) => (other === value ? isTicked : ticked.includes(other))).join('\n'));
    form.touch(listAddress);
  };
  return (
    <fieldset className="gw-radios gc-dimension" data-address={place}>
      <legend>{name}</legend>
      <div className="gc-answers">
        {ANSWERS.map(({ value, words }) => (
          <label key={value} className="gw-radio">
            <input type="radio" name={place} value={value} checked={answer === value} data-testid={`panel.${place}.${value || 'open'}`} onChange={() => answerWith(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {answer === 'only' && (
        <div className="gc-answers" role="group" aria-label={`Only in these values of ${name}`}>
          {values.map((value) => (
            <label key={value} className="gw-radio">
              <input type="checkbox" data-address={`${listAddress}.${value}`} checked={ticked.includes(value)} onChange={(event) => tick(value, event.target.checked)} />
              <span>{value}{listed.includes(value) ? '' : ' (proposed)'}</span>
            </label>
          ))}
          <Propose name={name} address={listAddress} onPropose={(typed) => tick(asListed(typed, values), true)} />
        </div>
      )}
      <div aria-live="polite">{messages.map(({ words }) => <p key={words} className="gw-error">{words}</p>)}</div>
    </fieldset>
  );
}

/** A place that the project does not list yet: it counts at once, and administrators see it as proposed. */
function Propose({ name, address, onPropose }: { readonly name: string; readonly address: string; readonly onPropose: (value: string) => void }) {
  const [typed, setTyped] = useState('');
  const propose = (): void => {
    if (typed.trim() === '') return;
    onPropose(typed);
    setTyped('');
  };
  return (
    <span className="gc-propose">
      <Textfield
        isCompact value={typed} maxLength={LONGEST_VALUE} aria-label={`Another ${name}, not listed yet`} placeholder={`Another ${name}`} testId={`panel.${address}.propose`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          propose();
        }}
      />
      <PlainButton look="subtle" onClick={propose} unavailable={typed.trim() === '' ? `Type the ${name} first.` : undefined}>Propose</PlainButton>
    </span>
  );
}

/** As long as a value in the settings may be. */
const LONGEST_VALUE = 100;

const ANSWERS = [{ value: '', words: 'Not said' }, { value: 'everywhere', words: 'Everywhere' }, { value: 'only', words: 'Only in …' }];
