import { useId, useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import type { DeskFields } from '../../shared/load-desk-fields';
import { Choice } from '../demand/demand-filters';
import { deskChoices, type DeskFilter } from './desk-filter';

interface DeskFiltersProps {
  readonly rows: readonly Demand[];
  readonly fields: ReadonlyMap<string, DeskFields>;
  readonly isReading: boolean;
  readonly filter: DeskFilter;
  readonly settings: ProjectSettings;
  readonly locale: string;
  readonly onChange: (name: keyof DeskFilter, value: string) => void;
}

/** Chooses tickets that probably belong together. */
export function DeskFilters({ rows, fields, isReading, filter, settings, locale, onChange }: DeskFiltersProps) {
  const choices = useMemo(() => deskChoices(rows, fields), [rows, fields]);
  const words = useId();
  const nothing = isReading ? 'Reading …' : 'All';
  return (
    <form className="gr-filters" role="search" aria-label="Filter the backlog" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Project" value={filter.project ?? ''} onChange={(value) => onChange('project', value)}>
        <option value="">All</option>
        {choices.projects.map((choice) => option(choice, locale))}
      </Choice>
      <Choice label="Component" value={filter.component ?? ''} onChange={(value) => onChange('component', value)}>
        <option value="">{nothing}</option>
        {choices.components.map((choice) => option(choice, locale))}
      </Choice>
      <Choice label="Label" value={filter.label ?? ''} onChange={(value) => onChange('label', value)}>
        <option value="">{nothing}</option>
        {choices.labels.map((choice) => option(choice, locale))}
      </Choice>
      <Choice label="Team" value={filter.team ?? ''} onChange={(value) => onChange('team', value)}>
        <option value="">All</option>
        {settings.teams.map((team) => <option key={team.id} value={team.id}>{team.name}</option>)}
        <option value="-">Not stated</option>
      </Choice>
      <div className="gr-field gr-field--wide">
        <label htmlFor={words}>Words</label>
        <input id={words} className="gw-focus" type="search" value={filter.text ?? ''} placeholder="Key or summary" onChange={(event) => onChange('text', event.target.value)} />
      </div>
    </form>
  );
}

function option({ id, label, count }: { readonly id: string; readonly label: string; readonly count: number }, locale: string) {
  return <option key={id} value={id}>{label} ({formatCount(count, locale)})</option>;
}
