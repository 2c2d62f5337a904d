import { useId, useMemo, type ReactNode } from 'react';
import { criterionLabel, CRITERION_CODES } from '../../../src/domain/context/criteria';
import { ANSWER_STATES, GRADES, ORIGINS } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import { ANSWER_WORDS, GRADE_WORDS, ORIGIN_WORDS } from '../../../src/domain/demand/demand-words';
import type { DemandFilter } from '../../../src/domain/demand/filter-demand';
import { GROUPINGS } from '../../../src/domain/demand/group-demand';
import { PlainButton } from '../../shared/plain-button';
import { readDemandAddress, writeDemandAddress, type DemandAddress } from '../demand-address';
import { upperFirst } from '../../shared/upper-first';

const GROUPING_WORDS = { team: 'Consuming team', sponsor: 'Sponsor', origin: 'Origin', theme: 'Theme', initiative: 'Initiative', grade: 'Grade' } as const;

interface DemandFiltersProps {
  readonly address: DemandAddress;
  readonly demands: readonly Demand[];
  readonly settings: ProjectSettings;
  readonly onChange: (address: DemandAddress) => void;
}

/** Grouping and filters; whatever is chosen stands in the page's address. */
export function DemandFilters({ address, demands, settings, onChange }: DemandFiltersProps) {
  const teams = useMemo(() => teamChoices(demands, settings), [demands, settings]);
  const search = writeDemandAddress(address);
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    onChange(readDemandAddress(next));
  };
  return (
    <form className="gr-filters" role="search" aria-label="Filter the demand" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Group by" value={address.by} onChange={(value) => set('by', value)}>
        {GROUPINGS.map((by) => <option key={by} value={by}>{GROUPING_WORDS[by]}</option>)}
      </Choice>
      <Choice label="Team" value={search.get('team') ?? ''} onChange={(value) => set('team', value)}>
        <option value="">All</option>
        {teams.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        <option value="-">Not stated</option>
      </Choice>
      <Choice label="Grade" value={search.get('grade') ?? ''} onChange={(value) => set('grade', value)}>
        <option value="">All</option>
        {GRADES.map((grade) => <option key={grade} value={grade}>{GRADE_WORDS[grade]}</option>)}
      </Choice>
      <Choice label="Missing" value={search.get('missing') ?? ''} onChange={(value) => set('missing', value)}>
        <option value="">Anything</option>
        {CRITERION_CODES.map((code) => <option key={code} value={code}>{upperFirst(criterionLabel(code))}</option>)}
      </Choice>
      <Choice label="Origin" value={search.get('origin') ?? ''} onChange={(value) => set('origin', value)}>
        <option value="">All</option>
        {ORIGINS.map((origin) => <option key={origin} value={origin}>{ORIGIN_WORDS[origin]}</option>)}
        <option value="-">Not stated</option>
      </Choice>
      <Choice label="Our answer" value={search.get('answer') ?? ''} onChange={(value) => set('answer', value)}>
        <option value="">All</option>
        {ANSWER_STATES.map((answer) => <option key={answer} value={answer}>{ANSWER_WORDS[answer]}</option>)}
        <option value="-">Not given yet</option>
      </Choice>
      <TextFilter value={address.filter.text ?? ''} onChange={(value) => set('text', value)} />
      {isFiltered(address.filter) && <PlainButton look="subtle" onClick={() => onChange({ by: address.by, filter: {} })} testId="roadmap.clear-filter">Clear filter</PlainButton>}
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** A labelled native select: keyboards, screen readers and phones know it. */
export function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="gr-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="gw-focus" value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
    </div>
  );
}

function TextFilter({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="gr-field gr-field--wide">
      <label htmlFor={id}>Words</label>
      <input id={id} className="gw-focus" type="search" value={value} placeholder="Key, summary, reason or sponsor" onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function isFiltered(filter: DemandFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The teams of the settings, and ids that stand on tickets although no team of the settings has them. */
function teamChoices(demands: readonly Demand[], settings: ProjectSettings): { id: string; name: string }[] {
  const listed = settings.teams.map(({ id, name }) => ({ id, name }));
  const known = new Set(listed.map((team) => team.id));
  const strange = [...new Set(demands.flatMap((demand) => (demand.team === undefined || known.has(demand.team) ? [] : [demand.team])))];
  return [...listed, ...strange.sort().map((id) => ({ id, name: `${id} (not in the settings)` }))];
}
