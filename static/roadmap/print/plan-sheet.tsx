import { useMemo, type ReactNode } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { overByThen, type Placement } from '../../../src/domain/ranking/plan';
import { showCount, showMoneyBetween, showMonth } from '../../../src/domain/ranking/show-number';
import { exportName } from '../export-file';
import { RankingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { SheetProps } from './sheet-page';
import { SheetFrame } from './sheet-frame';
import { SheetHead } from './sheet-head';
import { SheetSpan } from './sheet-span';
import { overMonths, personWeeks, shortName, shortTitle } from './sheet-words';

/** More rows of two lines do not fit one sheet of Letter; the rest is counted. */
const MOST_ROWS = 15;
/** What does not fit keeps at least so many rows of them, if it has as many. */
const LEAST_BEHIND = 5;
/** The calendar of the rows looks ahead so many times as far as the plan. */
const LOOK_AHEAD = 2;

/** The plan on one sheet: what takes capacity in which order, where the months end, and what waiting costs. */
export function PlanSheet({ view, page, onBack }: SheetProps) {
  const { ranking, address: { months, planDate } } = view;
  const { demand: { demands, settings, facts: project }, facts: { locale, projectKey } } = page;
  const byId = useMemo(() => new Map(demands.map((demand) => [demand.ticket.id, demand])), [demands]);
  if (ranking === undefined) return <RankingStrip view={view} />;
  const name = project.name === '' ? projectKey : project.name;
  const queued = ranking.plan.filter(({ why }) => !why.some(({ because }) => because === 'not-placed'));
  const unplaced = ranking.plan.length - queued.length;
  const fitting = queued.filter(({ end }) => end !== undefined && end <= months);
  const behind = queued.filter(({ end }) => end === undefined || end > months);
  const shownFitting = fitting.slice(0, MOST_ROWS - Math.min(LEAST_BEHIND, behind.length));
  const shownBehind = behind.slice(0, MOST_ROWS - shownFitting.length);
  const isOver = overByThen(ranking.plan);
  const row = (placement: Placement) => {
    const { candidate, start, end, tooLate, lane, costOfDelayRange } = placement;
    return (
      <tr key={candidate.id}>
        <th scope="row">{candidate.key} {shortTitle(byId.get(candidate.id)?.ticket.summary ?? '')}{lane === 'must' ? ' (must)' : ''}</th>
        <td>{shortName(teamName(candidate.team, settings))}</td>
        <td>{personWeeks(candidate, locale)}</td>
        <td>{start !== undefined && end !== undefined && <SheetSpan start={start} end={end} until={months} last={LOOK_AHEAD * months} isLate={tooLate} />}</td>
        <td>{end === undefined ? 'no date' : showMonth(end, planDate, locale)}{tooLate ? ', too late' : ''}</td>
        <td>{isOver.has(candidate.id) ? 'worth nothing by then' : costOfDelayRange === undefined ? '' : showMoneyBetween(costOfDelayRange, settings.currency, locale)}</td>
      </tr>
    );
  };
  return (
    <SheetFrame title={`Plan of ${shortTitle(name)}`} fileName={exportName('plan', page)} onBack={onBack}>
      <SheetHead title={`${shortTitle(name)}: the plan`} view={view} page={page} />
      {queued.length === 0 ? <p>Nothing stands in the plan: no ticket is a must, and none has both a worth and an effort.</p> : (
        <table>
          <thead>
            <tr>
              <th scope="col" className="sheet-wide">Ticket</th><th scope="col" className="sheet-name">Asked by</th><th scope="col" className="sheet-weeks">Person-weeks</th><th scope="col" className="sheet-calendar">When</th>
              <th scope="col">Done by</th><th scope="col" className="sheet-money">A week of waiting</th>
            </tr>
          </thead>
          <tbody>
            {shownFitting.map(row)}
            {ranking.capacity !== undefined && <Cut>{cutWords(fitting.length, fitting.length - shownFitting.length, behind.length, overMonths(months, locale), locale)}</Cut>}
            {shownBehind.map(row)}
          </tbody>
        </table>
      )}
      {behind.length > shownBehind.length && <p className="sheet-quiet">and {showCount(behind.length - shownBehind.length, 'more ticket', locale)} behind these.</p>}
      {unplaced > 0 && <p>{showCount(unplaced, 'ticket', locale)} cannot be compared and {unplaced === 1 ? 'has' : 'have'} no place yet: people decide where {unplaced === 1 ? 'it goes' : 'they go'}.</p>}
      <p className="sheet-quiet">The plan is a queue, one ticket at a time at the median of capacity; months are as sure as the estimates. The line in each row is where the months that are planned end. Worth counts if the goals are reached, over 12 months.</p>
    </SheetFrame>
  );
}

function Cut({ children }: { readonly children: ReactNode }) {
  return <tr className="sheet-cut"><td colSpan={6}>{children}</td></tr>;
}

/** "12 tickets fit into the next 3 months, 2 of them not shown. The 30 tickets below do not." */
function cutWords(fitting: number, notShown: number, behind: number, over: string, locale: string): string {
  const fit = `${fitting === 0 ? 'Nothing fits' : `${showCount(fitting, 'ticket', locale)} ${fitting === 1 ? 'fits' : 'fit'}`} into ${over}${notShown === 0 ? '' : `, ${formatCount(notShown, locale)} of them not shown`}.`;
  return behind === 0 ? fit : `${fit} ${showCount(behind, 'ticket', locale)} ${behind === 1 ? 'does' : 'do'} not:`;
}
