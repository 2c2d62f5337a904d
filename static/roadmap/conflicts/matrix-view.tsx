import { useDeferredValue, useId, useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { SEVERITIES } from '../../../src/domain/conflict/conflict';
import { countRepresentations } from '../../../src/domain/conflict/decisions/count-representations';
import { Empty } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { Choice } from '../demand/demand-filters';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import type { SubpageProps } from '../subpages';
import { columnName, ConflictMatrix } from './conflict-matrix';
import { SEVERITY_WORDS } from './conflict-words';
import { readConflictsAddress, writeConflictsAddress, type ConflictsAddress } from './conflicts-address';
import { MODEL_COLUMN, matrixRows, type Matrix } from './matrix-rows';
import { chosenTeams, narrowMatrix } from './narrow-matrix';
import { NoRequirements } from './conflicts-summary';
import type { ShownConflict } from './shown-conflicts';
import type { SharedData } from './use-shared-data';
import { matrixExportRows } from './view-rows';

interface MatrixViewProps extends Pick<SubpageProps, 'demand' | 'facts' | 'place'> {
  readonly data: SharedData;
  readonly shown: readonly ShownConflict[];
  readonly teamName: (id: string) => string;
  readonly address: ConflictsAddress;
  readonly refine: (address: ConflictsAddress) => void;
}

/** Teams against elements, narrowed to what somebody looks for; what is chosen stands in the address. */
export function MatrixView({ demand, data, facts, shown, place, teamName, address, refine }: MatrixViewProps) {
  const whole = useMemo(() => matrixRows(data.result?.claims ?? [], shown, data.gathered.unknown, teamName), [data.result, shown, data.gathered.unknown, teamName]);
  const filter = useDeferredValue(address);
  const matrix = useMemo(() => narrowMatrix(whole, filter), [whole, filter]);
  if (whole.rows.length === 0) return <NoRequirements projectKey={facts.projectKey} />;
  return (
    <>
      <MatrixFilters whole={whole} address={address} teamName={teamName} onChange={refine} />
      <p role="status" className="gr-number" data-testid="conflicts.matrix.count">{countWords(matrix, whole, facts.locale)}</p>
      {matrix.rows.length === 0
        ? <Empty title="No element fits this filter" action={<PlainButton onClick={() => refine({ view: 'matrix' })}>Show all of them</PlainButton>} />
        : (
          <ConflictMatrix
            matrix={matrix} teamName={teamName} representations={(model, element) => countRepresentations({ model, element }, data.decisions, facts.today)}
            onOpen={(element, team) => place.go('conflicts', writeConflictsAddress({ view: 'list', element, ...(team === undefined ? {} : { team }) }))}
          />
        )}
      <ExportButtons file={exportFile('matrix', { demand, place, facts })} what="teams against elements" rows={() => matrixExportRows(matrix, (team) => columnName(team, teamName))} />
    </>
  );
}

function countWords({ rows, teams }: Matrix, whole: Matrix, locale: string): string {
  const of = (count: number, all: number, what: string): string => (count === all ? `${formatCount(all, locale)} ${what}` : `${formatCount(count, locale)} of ${formatCount(all, locale)} ${what}`);
  const isTeam = (team: string): boolean => team !== MODEL_COLUMN;
  return `${of(rows.length, whole.rows.length, 'elements')}, ${of(teams.filter(isTeam).length, whole.teams.filter(isTeam).length, 'teams')}`;
}

interface MatrixFiltersProps {
  readonly whole: Matrix;
  readonly address: ConflictsAddress;
  readonly teamName: (id: string) => string;
  readonly onChange: (address: ConflictsAddress) => void;
}

function MatrixFilters({ whole, address, teamName, onChange }: MatrixFiltersProps) {
  const id = useId();
  const set = (name: string, values: readonly string[]): void => {
    const next = writeConflictsAddress(address);
    next.delete(name);
    // A link to one team becomes a choice of teams as soon as somebody chooses.
    if (name === 'teams') next.delete('team');
    for (const value of values) if (value !== '') next.append(name, value);
    onChange(readConflictsAddress(next));
  };
  const chosen = chosenTeams(address);
  const { text, severity, only, element } = address;
  const teams = whole.teams.filter((team) => team !== MODEL_COLUMN);
  const isFiltered = chosen.length > 0 || [text, severity, only, element].some((value) => value !== undefined);
  return (
    <form className="gr-filters" role="search" aria-label="Filter the matrix" onSubmit={(event) => event.preventDefault()}>
      <div className="gr-field">
        <label htmlFor={id}>Element</label>
        <input id={id} className="gw-focus" type="search" value={text ?? element ?? ''} placeholder="Part of its name" onChange={({ target }) => { const { element: _exact, text: _before, ...rest } = address; onChange({ ...rest, ...(target.value === '' ? {} : { text: target.value }) }); }} />
      </div>
      <Choice label="Severity" value={severity ?? ''} onChange={(value) => set('severity', [value])}>
        <option value="">All</option>
        {SEVERITIES.map((one) => <option key={one} value={one}>{SEVERITY_WORDS[one].name}</option>)}
      </Choice>
      <label className="gc-check"><input type="checkbox" className="gw-focus" checked={only !== undefined} onChange={({ target }) => set('only', [target.checked ? 'clashes' : ''])} /> Only what clashes</label>
      <details className="gc-teams">
        <summary className="gw-focus">{chosen.length === 0 ? `Teams: all ${String(teams.length)}` : `Teams: ${String(chosen.length)} of ${String(teams.length)}`}</summary>
        <div role="group" aria-label="Teams to show">
          {teams.map((team) => (
            <label key={team} className="gc-check">
              <input type="checkbox" className="gw-focus" checked={chosen.includes(team)} onChange={({ target }) => set('teams', target.checked ? [...chosen, team] : chosen.filter((one) => one !== team))} /> {columnName(team, teamName)}
            </label>
          ))}
        </div>
      </details>
      {isFiltered && <PlainButton look="subtle" onClick={() => onChange({ view: 'matrix' })} testId="conflicts.matrix.clear">Clear filter</PlainButton>}
    </form>
  );
}
