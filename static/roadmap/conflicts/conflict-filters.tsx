import { useId } from 'react';
import { SEVERITIES } from '../../../src/domain/conflict/conflict';
import { PlainButton } from '../../shared/plain-button';
import { Choice } from '../demand/demand-filters';
import { CODE_WORDS, SEVERITY_WORDS } from './conflict-words';
import { readConflictsAddress, writeConflictsAddress, type ConflictsAddress } from './conflicts-address';
import type { ShownConflict } from './shown-conflicts';

interface ConflictFiltersProps {
  readonly address: ConflictsAddress;
  readonly shown: readonly ShownConflict[];
  readonly teamName: (id: string) => string;
  readonly onChange: (address: ConflictsAddress) => void;
}

/** Filters over severity, team, element, what clashes, and words; whatever is chosen stands in the page's address. */
export function ConflictFilters({ address, shown, teamName, onChange }: ConflictFiltersProps) {
  const words = useId();
  const search = writeConflictsAddress(address);
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    onChange(readConflictsAddress(next));
  };
  const teams = distinct(shown.flatMap(({ conflict, hidden }) => conflict.sides.flatMap((side) => side.who.filter((member) => member.ticket.id > 0 && !hidden.has(member.ticket.id)).map((member) => member.team))));
  const elements = distinct(shown.map(({ conflict }) => conflict.at.element));
  const codes = distinct(shown.map(({ conflict }) => conflict.code));
  const { view, severity, team, element, code, text } = address;
  const isFiltered = [severity, team, element, code, text].some((value) => value !== undefined);
  return (
    <form className="gr-filters" role="search" aria-label="Filter the conflicts" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Severity" value={severity ?? ''} onChange={(value) => set('severity', value)}>
        <option value="">All</option>
        {SEVERITIES.map((one) => <option key={one} value={one}>{SEVERITY_WORDS[one].name}</option>)}
      </Choice>
      <Choice label="Team" value={team ?? ''} onChange={(value) => set('team', value)}>
        <option value="">All</option>
        {withChosen(teams, team).map((id) => <option key={id} value={id}>{teamName(id)}</option>)}
      </Choice>
      <Choice label="Element" value={element ?? ''} onChange={(value) => set('element', value)}>
        <option value="">All</option>
        {withChosen(elements, element).map((path) => <option key={path} value={path}>{path}</option>)}
      </Choice>
      <Choice label="What clashes" value={code ?? ''} onChange={(value) => set('code', value)}>
        <option value="">Anything</option>
        {withChosen(codes, code).map((one) => <option key={one} value={one}>{CODE_WORDS[one]}</option>)}
      </Choice>
      <div className="gr-field gr-field--wide">
        <label htmlFor={words}>Words</label>
        <input id={words} className="gw-focus" type="search" value={text ?? ''} placeholder="Element, key, summary or need" onChange={(event) => set('text', event.target.value)} />
      </div>
      {isFiltered && <PlainButton look="subtle" onClick={() => onChange({ view })} testId="conflicts.clear-filter">Clear filter</PlainButton>}
    </form>
  );
}

function distinct<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}

/** What an address names stays choosable, even if nothing has it any more. */
function withChosen<T extends string>(values: readonly T[], chosen: T | undefined): readonly T[] {
  return chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
}
