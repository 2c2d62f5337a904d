import { useMemo } from 'react';
import { nameSome } from '../../../src/domain/context/join-words';
import { gapSentence } from '../../../src/domain/planning/people-for-gap';
import { periodWords } from '../../../src/domain/planning/plan-age';
import { staffingCase } from '../../../src/domain/planning/staffing-case';
import type { Candidate } from '../../../src/domain/ranking/candidate';
import { costOfDelay, costOfDelayRange } from '../../../src/domain/ranking/plan';
import { showCount, showEffort, showErrors, showMoney, showMoneyBetween, showMoneyRange } from '../../../src/domain/ranking/show-number';
import { exportName } from '../export-file';
import { RankingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { SheetProps } from './sheet-page';
import { SheetFrame } from './sheet-frame';
import { SheetHead } from './sheet-head';
import { personWeeks, shortName, shortTitle } from './sheet-words';

/** More rows of two lines do not fit one sheet of Letter; the rest is counted. */
const MOST_WAITING = 7;
const MOST_MUSTS = 3;
const MOST_FITTING = 5;
const NAMED = 8;

/** Why more people, or fewer promises: what fits, what waits, what waiting costs and how many people would close the gap, on one sheet. */
export function StaffingSheet({ view, page, onBack }: SheetProps) {
  const { ranking, simulation } = view;
  const { demand: { demands, settings, facts: project }, facts: { locale, today, projectKey } } = page;
  const byId = useMemo(() => new Map(demands.map((demand) => [demand.ticket.id, demand])), [demands]);
  const months = view.address.months;
  const queue = useMemo(() => ranking?.plan.filter(({ lane }) => lane !== 'must'), [ranking]);
  const found = useMemo(() => (queue === undefined ? undefined : staffingCase(queue, months)), [queue, months]);
  if (ranking === undefined || simulation === undefined || queue === undefined || found === undefined) return <RankingStrip view={view} />;
  const name = shortTitle(project.name === '' ? projectKey : project.name);
  const waiting = [...found.waiting].sort((a, b) => costOfDelay(b, 0) - costOfDelay(a, 0));
  const fitting = queue.flatMap(({ candidate, end }) => (end !== undefined && end <= months ? [candidate] : []));
  const musts = ranking.plan.filter(({ lane }) => lane === 'must');
  const over = periodWords(months, view.address.planDate, today, locale);
  const gap = simulation.gap === undefined ? undefined : gapSentence({ gap: simulation.gap, months, interruptAllowance: view.settings.interruptAllowance }, locale);
  const cells = (ticket: Candidate) => (
    <>
      <th scope="row">{ticket.key} {shortTitle(byId.get(ticket.id)?.ticket.summary ?? '')}</th><td>{shortName(teamName(ticket.team, settings))}</td><td>{personWeeks(ticket, locale)}</td>
    </>
  );
  const money = (ticket: Candidate): string => (ticket.kind === 'comparable' ? showMoneyBetween(costOfDelayRange(ticket, 0), settings.currency, locale) : '');

  return (
    <SheetFrame title={`Staffing case of ${name}`} fileName={exportName('staffing', page)} onBack={onBack}>
      <SheetHead title={`${name}: what fits, and what waits`} view={view} page={page} />
      {ranking.capacity !== undefined && (
        <p className="sheet-big" data-testid="print.waiting">
          {waiting.length === 0 && found.withoutWeek.length === 0
            ? `Everything with a known worth fits into ${over}.`
            : waiting.length === 0 ? 'What waits behind the cut line loses nothing by a week.'
            : `${showMoneyRange(found.waitingPerWeek, settings.currency, locale)} a week waits behind the cut line, if the goals are reached.`}
        </p>
      )}
      {ranking.capacity !== undefined && found.withoutWeek.length > 0 && (
        <p data-testid="print.without-week"><strong>Behind the line as well,</strong> with a known worth that a week of waiting does not lessen now, because it comes once, in a later season, or not any more: {nameSome(found.withoutWeek.map(({ key }) => key), NAMED, locale)}.</p>
      )}
      {waiting.length > 0 && ranking.capacity !== undefined && (
        <>
          <p>{showCount(waiting.length, 'ticket', locale)} with a known worth {waiting.length === 1 ? 'does' : 'do'} not fit into {over}. {found.effort !== undefined && `Together with what cannot be compared, ${showEffort({ low: found.effort.p5, high: found.effort.p95 }, locale)} of work is behind the line, in 9 of 10 cases. `}A week is counted as of now, not of the month in which each is planned.</p>
          {gap !== undefined && <p data-testid="print.gap"><strong>{gap}</strong></p>}
          <h2>What waits, by what a week costs</h2>
          <table>
            <Columns last="A week of waiting" />
            <tbody>
              {waiting.slice(0, MOST_WAITING).map((ticket) => <tr key={ticket.id}>{cells(ticket)}<td>{money(ticket)}</td></tr>)}
            </tbody>
          </table>
          {waiting.length > MOST_WAITING && <p className="sheet-quiet">and {showCount(waiting.length - MOST_WAITING, 'more ticket', locale)}, counted above.</p>}
        </>
      )}
      {fitting.length > 0 && ranking.capacity !== undefined && (
        <>
          <h2>What fits into {over}: {showCount(fitting.length, 'ticket', locale)}{musts.length > 0 ? ' behind law and contracts' : ''}</h2>
          <table>
            <Columns last="A week of waiting" />
            <tbody>{fitting.slice(0, MOST_FITTING).map((ticket) => <tr key={ticket.id}>{cells(ticket)}<td>{money(ticket)}</td></tr>)}</tbody>
          </table>
          {fitting.length > MOST_FITTING && <p className="sheet-quiet">and {showCount(fitting.length - MOST_FITTING, 'more ticket', locale)}.</p>}
        </>
      )}
      {musts.length > 0 && (
        <>
          <h2>Law and contracts take capacity first</h2>
          <table>
            <Columns last="In time" />
            <tbody>{musts.slice(0, MOST_MUSTS).map(({ candidate, tooLate }) => <tr key={candidate.id}>{cells(candidate)}<td>{tooLate ? 'too late at this capacity' : candidate.effort === undefined ? 'not known' : 'yes'}</td></tr>)}</tbody>
          </table>
          {musts.length > MOST_MUSTS && <p className="sheet-quiet">and {showCount(musts.length - MOST_MUSTS, 'more ticket', locale)}.</p>}
        </>
      )}
      {found.notCounted.length > 0 && <p><strong>Not counted, because the worth or the effort is not known, or is not money:</strong> {nameSome(found.notCounted, NAMED, locale)}.</p>}
      <p className="sheet-quiet">{waiting.length > 0 && ranking.capacity !== undefined && `Each end of the sum is exact to: ${showErrors(found.waitingPerWeek.error, (value) => showMoney(value, settings.currency, locale))}. `}Worth is what the asking teams expect if the goals are reached, over 12 months, taken as 90 % ranges and widened because untrained ranges are too narrow. These tickets were chosen because they look good: expect less. The cut follows worth for effort; people decide.</p>
    </SheetFrame>
  );
}

function Columns({ last }: { readonly last: string }) {
  return <thead><tr><th scope="col" className="sheet-wider">Ticket</th><th scope="col" className="sheet-name">Asked by</th><th scope="col">Person-weeks</th><th scope="col">{last}</th></tr></thead>;
}
