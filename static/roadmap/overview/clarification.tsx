import { useMemo, useState } from 'react';
import { clarificationCost } from '../../../src/domain/planning/clarification-cost';
import { isUnderstood, type Demand } from '../../../src/domain/demand/demand';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { ExportButtons } from '../export-buttons';
import type { SubpageProps } from '../subpages';
import { countRounds, MOST_COUNTED, type Rounds } from './count-rounds';

/** More teams than this are shown on demand. */
const FIRST_TEAMS = 8;

/** What missing context costs each asking team: days that its tickets wait, and rounds of questions. For requesters to see. */
export function Clarification({ page, nameOf }: { readonly page: SubpageProps; readonly nameOf: (id: string) => string }) {
  const { demand: { demands }, facts: { locale, today, projectKey } } = page;
  const waiting = useMemo(() => demands.filter((row) => !isUnderstood(row) && !row.ticket.type.subtask), [demands]);
  const [rounds, setRounds] = useState<Rounds | 'counting'>();
  const costs = useMemo(() => clarificationCost(waiting.map((row) => ({
    key: row.ticket.key, team: row.team ?? '', created: row.ticket.created, rounds: typeof rounds === 'object' ? rounds.byTicket.get(row.ticket.id) ?? 0 : 0,
  })), `${today}T00:00:00Z`), [waiting, rounds, today]);
  const [isAll, setAll] = useState(false);
  if (costs.length === 0) return null;
  const counted = typeof rounds === 'object' ? rounds : undefined;
  const days = (value: number): string => showCount(Math.round(value), 'day', locale);
  const count = async (): Promise<void> => {
    setRounds('counting');
    setRounds(await countRounds(newestFirst(waiting)));
  };
  return (
    <section className="gr-section" aria-labelledby="gr-ov-wait" data-testid="overview.clarification">
      <h2 id="gr-ov-wait">What waiting for context costs</h2>
      <p className="gw-quiet">Tickets that are not understood yet, from the day they were created until today. Half of a team’s tickets wait longer than its middle. A round is a question that Groundwork posted on a ticket; questions asked by hand are not counted.</p>
      <div className="gr-scroll-x">
        <table className="gr-plain-table">
          <thead><tr><th scope="col">Asking team</th><th scope="col">Tickets that wait</th><th scope="col">Middle</th><th scope="col">In all</th>{counted !== undefined && <th scope="col">Rounds of questions</th>}</tr></thead>
          <tbody>
            {(isAll ? costs : costs.slice(0, FIRST_TEAMS)).map((cost) => (
              <tr key={cost.team}><th scope="row">{nameOf(cost.team)}</th><td>{cost.tickets.toLocaleString(locale)}</td><td>{days(cost.medianDays)}</td><td>{days(cost.totalDays)}</td>{counted !== undefined && <td>{cost.rounds.toLocaleString(locale)}</td>}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {costs.length > FIRST_TEAMS && <PlainButton look="link" onClick={() => setAll(!isAll)}>{isAll ? 'Show fewer teams' : `Show all ${costs.length.toLocaleString(locale)} teams`}</PlainButton>}
      <div className="gw-actions">
        {counted === undefined && <PlainButton onClick={() => void count()} unavailable={rounds === 'counting' ? 'Counting' : undefined}>{rounds === 'counting' ? 'Counting …' : 'Count the rounds of questions'}</PlainButton>}
        <ExportButtons name={`waiting-${projectKey}-${today}`} what="waiting for context" rows={() => [['Team', 'Tickets', 'Median days', 'Days in all', 'Rounds'], ...costs.map((cost) => [nameOf(cost.team), cost.tickets, Math.round(cost.medianDays), Math.round(cost.totalDays), counted === undefined ? '' : cost.rounds])]} />
      </div>
      <p role="status" className="gw-quiet gw-small">
        {counted !== undefined && `Counted on ${showCount(counted.asked, 'ticket', locale)}${waiting.length > MOST_COUNTED ? `, the newest of ${waiting.length.toLocaleString(locale)}` : ''}${counted.failed > 0 ? `; the comments of ${showCount(counted.failed, 'ticket', locale)} could not be read` : ''}.`}
      </p>
    </section>
  );
}

function newestFirst(demands: readonly Demand[]): string[] {
  return [...demands].sort((a, b) => (a.ticket.created < b.ticket.created ? 1 : -1)).map(({ ticket }) => ticket.id);
}
