import { useMemo } from 'react';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import { periodWords } from '../../../src/domain/planning/plan-age';
import { staffingCase } from '../../../src/domain/planning/staffing-case';
import { costOfDelay } from '../../../src/domain/ranking/plan';
import { showCount, showEffort, showErrors, showMoney, showMoneyRange } from '../../../src/domain/ranking/show-number';
import { RankingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { capacityFacts } from './capacity-facts';
import { SheetBar } from './sheet-bar';
import { SheetFrame } from './sheet-frame';

interface StaffingSheetProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly onBack: () => void;
}

/** More rows do not fit one sheet of Letter; the rest is counted. */
const MOST_WAITING = 11;
const MOST_MUSTS = 5;
const SUMMARY_CHARACTERS = 70;
const NAMED = 12;

/** Why more people, or fewer promises: what fits, what waits, and what waiting costs, on one sheet. */
export function StaffingSheet({ view, page, onBack }: StaffingSheetProps) {
  const { ranking, simulation } = view;
  const { demand: { demands, settings, facts: project, end }, facts: { locale, today, projectKey } } = page;
  const byId = useMemo(() => new Map(demands.map((demand) => [demand.ticket.id, demand])), [demands]);
  const months = view.address.months;
  const found = useMemo(() => (ranking === undefined ? undefined : staffingCase(ranking.plan.filter(({ lane }) => lane !== 'must'), months)), [ranking, months]);
  if (ranking === undefined || simulation === undefined || found === undefined) return <RankingStrip view={view} />;
  const name = project.name === '' ? projectKey : project.name;
  const summaryOf = (id: string): string => shorten(byId.get(id)?.ticket.summary ?? '');
  const waiting = [...found.waiting].sort((a, b) => costOfDelay(b, 0) - costOfDelay(a, 0));
  const musts = ranking.plan.filter(({ lane }) => lane === 'must');
  const over = periodWords(months, view.address.planDate, today, locale);

  return (
    <SheetFrame title={`Staffing case of ${name}`} fileName={`staffing-${projectKey}-${today}`} onBack={onBack}>
      <h1>{name}: what fits, and what waits</h1>
      <p className="sheet-quiet">{showDay(today, locale)}. Covers the open tickets that whoever printed this may see{end?.kind === 'complete' ? '' : ', as far as they were loaded'}.</p>
      {capacityFacts(view, locale).map((words) => <p key={words}>{words}</p>)}
      {simulation.demandPercent !== undefined && <SheetBar percent={simulation.demandPercent} locale={locale} />}
      {ranking.capacity !== undefined && (
        <p className="sheet-big" data-testid="print.waiting">
          {waiting.length === 0 && found.withoutWeek.length === 0
            ? `Everything with a known worth fits into ${over}.`
            : waiting.length === 0 ? 'What waits behind the cut line loses nothing by a week.'
            : `${showMoneyRange(found.waitingPerWeek, settings.currency, locale)} a week waits behind the cut line, if the goals are reached.`}
        </p>
      )}
      {ranking.capacity !== undefined && found.withoutWeek.length > 0 && (
        <p data-testid="print.without-week"><strong>Behind the line as well,</strong> with a known worth that a week of waiting does not lessen now, because it comes once, in a later season, or not any more: {listed(found.withoutWeek.map(({ key }) => key))}.</p>
      )}
      {waiting.length > 0 && ranking.capacity !== undefined && (
        <>
          <p>{showCount(waiting.length, 'ticket', locale)} with a known worth {waiting.length === 1 ? 'does' : 'do'} not fit into {over}. Together with what cannot be compared, {showEffort({ low: found.effort, high: found.effort }, locale)} of work is behind the line. A week is counted as of now, not of the month in which each is planned.</p>
          <h2>What waits, by what a week costs</h2>
          <table>
            <thead><tr><th scope="col">Ticket</th><th scope="col">Asked by</th><th scope="col">Effort</th><th scope="col">A week of waiting</th></tr></thead>
            <tbody>
              {waiting.slice(0, MOST_WAITING).map((ticket) => (
                <tr key={ticket.id}>
                  <th scope="row">{ticket.key} {summaryOf(ticket.id)}</th><td>{teamName(ticket.team, settings)}</td>
                  <td>{showEffort({ low: ticket.effort.mean, high: ticket.effort.mean }, locale)}</td><td>{showMoney(costOfDelay(ticket, 0), settings.currency, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {waiting.length > MOST_WAITING && <p className="sheet-quiet">and {showCount(waiting.length - MOST_WAITING, 'more ticket', locale)}, counted above.</p>}
        </>
      )}
      {musts.length > 0 && (
        <>
          <h2>Law and contracts take capacity first</h2>
          <table>
            <tbody>
              {musts.slice(0, MOST_MUSTS).map(({ candidate, tooLate }) => (
                <tr key={candidate.id}><th scope="row">{candidate.key} {summaryOf(candidate.id)}</th><td>{candidate.effort === undefined ? 'effort not known' : showEffort({ low: candidate.effort.mean, high: candidate.effort.mean }, locale)}</td><td>{tooLate ? 'too late at this capacity' : ''}</td></tr>
              ))}
            </tbody>
          </table>
          {musts.length > MOST_MUSTS && <p className="sheet-quiet">and {showCount(musts.length - MOST_MUSTS, 'more ticket', locale)}.</p>}
        </>
      )}
      {found.notCounted.length > 0 && <p><strong>Not counted, because the worth or the effort is not known, or is not money:</strong> {listed(found.notCounted)}.</p>}
      <p className="sheet-quiet">Each end of the sum is exact to: {showErrors(found.waitingPerWeek.error, (value) => showMoney(value, settings.currency, locale))}. Worth is what the asking teams expect if the goals are reached, over 12 months, taken as 90 % ranges and widened because untrained ranges are too narrow. These tickets were chosen because they look good: expect less. The cut follows worth for effort; people decide.</p>
    </SheetFrame>
  );
}

function shorten(text: string): string {
  return text.length <= SUMMARY_CHARACTERS ? text : `${text.slice(0, SUMMARY_CHARACTERS - 1)}…`;
}

function listed(keys: readonly string[]): string {
  return keys.length <= NAMED ? keys.join(', ') : `${keys.slice(0, NAMED).join(', ')} and ${String(keys.length - NAMED)} more`;
}
