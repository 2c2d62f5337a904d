import { useMemo, useState } from 'react';
import { clarificationCost, gatherClarified, type ClarificationCost } from '../../../src/domain/planning/clarification-cost';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { ExportButtons } from '../export-buttons';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

/** More teams than this are shown on demand. */
const FIRST_TEAMS = 8;

interface ClarificationProps {
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly nameOf: (id: string) => string;
}

/** What missing context costs each asking team: days that its tickets wait, and rounds of questions. For requesters to see. */
export function Clarification({ page, view, nameOf }: ClarificationProps) {
  const { demand: { demands }, facts: { locale, today, projectKey } } = page;
  const { done } = view;
  const { costs, withoutMoment } = useMemo(() => {
    const now = `${today}T00:00:00Z`;
    const clarified = gatherClarified(demands, done, now);
    return { costs: clarificationCost(clarified.tickets, now), withoutMoment: clarified.withoutMoment };
  }, [demands, done, today]);
  if (costs.length === 0) return null;
  return (
    <section className="gr-section" aria-labelledby="gr-ov-wait" data-testid="overview.clarification">
      <h2 id="gr-ov-wait">What waiting for context costs</h2>
      <p data-testid="overview.waits">{waitingWords(costs, nameOf, locale)}</p>
      <WaitingTable costs={costs} nameOf={nameOf} locale={locale} />
      <p className="gw-quiet gw-small">
        Days from the creation of a ticket until it was first understood, or until today; open tickets, and those done within a year. Half of a team’s tickets wait longer than its middle.
        A round is a question that Groundwork posted on a ticket; questions asked by hand are not counted.{withoutMoment > 0 && ` Of ${showCount(withoutMoment, 'understood ticket', locale)} nobody recorded when: ${withoutMoment === 1 ? 'it is' : 'they are'} left out.`}
      </p>
      <ExportButtons name={`waiting-${projectKey}-${today}`} what="waiting for context" rows={() => [
        ['Team', 'Tickets', 'Still waiting', 'Rounds of questions', 'Median days', 'Days in all'],
        ...costs.map((cost) => [nameOf(cost.team), cost.tickets, cost.stillWaiting, cost.rounds, Math.round(cost.medianDays), Math.round(cost.totalDays)]),
      ]} />
    </section>
  );
}

interface WaitingTableProps {
  readonly costs: readonly ClarificationCost[];
  readonly nameOf: (id: string) => string;
  readonly locale: string;
}

/** The middle wait of each team as a bar on one scale, with the numbers behind it. */
function WaitingTable({ costs, nameOf, locale }: WaitingTableProps) {
  const [isAll, setAll] = useState(false);
  const most = Math.max(1, ...costs.map(({ medianDays }) => medianDays));
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
      <div className="gr-scroll-x gw-focus" role="region" aria-label="Waiting for context by team" tabIndex={0}>
        <table className="gr-plain-table gr-ov-table">
          <thead><tr><th scope="col">Asking team</th><th scope="col">Tickets</th><th scope="col">Still waiting</th><th scope="col">Rounds</th><th scope="col">Middle</th><th scope="col"><span className="gw-hidden">As a bar</span></th><th scope="col">In all</th></tr></thead>
          <tbody>
            {(isAll ? costs : costs.slice(0, FIRST_TEAMS)).map(({ team, tickets, stillWaiting, rounds, medianDays, totalDays }) => (
              <tr key={team}>
                <th scope="row">{nameOf(team)}</th><td>{tickets.toLocaleString(locale)}</td><td>{stillWaiting.toLocaleString(locale)}</td><td>{rounds.toLocaleString(locale)}</td>
                <td>{daysWords(medianDays, locale)}</td>
                <td className="gr-ov-bar-cell"><span className="gr-track gr-ov-track" aria-hidden="true"><span className="gr-bar" style={{ left: 0, width: `${((100 * medianDays) / most).toFixed(2)}%` }} /></span></td>
                <td>{daysWords(totalDays, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {costs.length > FIRST_TEAMS && <PlainButton look="link" onClick={() => setAll(!isAll)}>{isAll ? 'Show fewer teams' : `Show all ${costs.length.toLocaleString(locale)} teams`}</PlainButton>}
    </>
  );
}

function daysWords(days: number, locale: string): string {
  return showCount(Math.round(days), 'day', locale);
}

/** Who waited longest, how many still wait, and how often infrastructure had to ask. */
function waitingWords(costs: readonly ClarificationCost[], nameOf: (id: string) => string, locale: string): string {
  const first = costs.find(({ team }) => team !== '') ?? costs[0];
  if (first === undefined) return '';
  const sum = (of: (cost: ClarificationCost) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
  const [tickets, waiting, rounds] = [sum((cost) => cost.tickets), sum((cost) => cost.stillWaiting), sum((cost) => cost.rounds)];
  const longest = `${first.team === '' ? 'Tickets whose team nobody stated waited' : `Of the teams, tickets of ${nameOf(first.team)} waited longest:`} ${daysWords(first.totalDays, locale)} in all on ${showCount(first.tickets, 'ticket', locale)}, ${daysWords(first.medianDays, locale)} in the middle.`;
  const still = `${waiting.toLocaleString(locale)} of ${showCount(tickets, 'ticket', locale)} still ${waiting === 1 ? 'waits' : 'wait'}`;
  return `${longest} ${still}; ${rounds === 0 ? 'no question was posted' : `${showCount(rounds, 'question', locale)} ${rounds === 1 ? 'was' : 'were'} posted`}.`;
}
