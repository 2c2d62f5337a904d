import type { Placement } from '../../../src/domain/ranking/plan';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import type { Candidate } from '../../../src/domain/ranking/candidate';
import { placementWords } from '../../../src/domain/ranking/ranking-words';
import { showMoneyBetween, showMonth } from '../../../src/domain/ranking/show-number';
import { HORIZON_MONTHS } from '../../../src/domain/ranking/worth-over-time';
import { mustOf } from '../../../src/domain/ranking/must';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import { PlainButton } from '../../shared/plain-button';
import { InitiativeParts } from '../ranking/initiative-parts';
import { teamName } from '../ranking/team-name';
import { TicketLink } from '../ticket-link';
import { MustPrice } from './must-price';
import type { LaneProps } from './plan-lane';

/** The cells of one ticket in the plan. */
export function PlanRow({ placement, view, page, byId, onAnswer, onPlace }: LaneProps & { readonly placement: Placement; readonly onPlace?: () => void }) {
  const { candidate, start, end, latestStart, tooLate, costOfDelayRange, why } = placement;
  const { facts, demand: { settings } } = page;
  const { planDate } = view.address;
  const demand = byId.get(candidate.id);
  const initiative = view.ranking?.initiatives.get(candidate.id);
  const isOver = why.some(({ because }) => because === 'over-by-then');
  const must = demand === undefined ? undefined : mustOf(demand.content);
  const name = (id: string): string => view.ranking?.initiatives.get(id)?.key ?? view.blockerKeys.get(id) ?? byId.get(id)?.ticket.key ?? 'a ticket you cannot see';
  return (
    <>
      <th scope="row" className="gr-rk-light">
        <TicketLink ticketKey={candidate.key} siteUrl={facts.siteUrl} /> {demand?.ticket.summary} {demand !== undefined && <AnswerMark demand={demand} />}
        <div className="gw-small gw-quiet">{teamName(candidate.team, settings)}</div>
        {initiative !== undefined && <InitiativeParts initiative={initiative} page={page} onAnswer={onAnswer} />}
      </th>
      <td className="gr-rk-when">
        {start === undefined || end === undefined ? <span className="gw-quiet">no time</span> : (
          <>
            <span>{showSpanOfMonths(showMonth(start, planDate, facts.locale), showMonth(end, planDate, facts.locale))}</span>
            {end > HORIZON_MONTHS && <span className="gw-small gw-quiet">after the 12 months counted</span>}
          </>
        )}
      </td>
      <td>{latestStart === undefined ? '–' : showMonth(latestStart, planDate, facts.locale)}{tooLate && <div className="gr-mark">Too late at this capacity</div>}</td>
      <td>
        {isOver ? <span className="gr-mark">Worth nothing by then</span> : costOfDelayRange === undefined ? withoutMoney(candidate) : showMoneyBetween(costOfDelayRange, settings.currency, facts.locale)}
        {placement.lane === 'must' && end !== undefined && <MustPrice id={candidate.id} ticketKey={candidate.key} view={view} page={page} />}
      </td>
      <td className="gr-free">
        {must !== undefined && placement.lane === 'must' ? <div>{must.authority}, by {showDay(must.date, facts.locale)}. Takes capacity first.</div>
          : why.map((reason) => <div key={reason.because}>{placementWords(reason, name)}</div>)}
        {placement.lane === 'must' && why.filter(({ because }) => because !== 'must').map((reason) => <div key={reason.because}>{placementWords(reason, name)}</div>)}
      </td>
      <td>{onPlace !== undefined && <PlainButton look="subtle" aria-label={`Place ${candidate.key}`} onClick={onPlace}>Place</PlainButton>} {demand !== undefined && <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />}</td>
    </>
  );
}

function showSpanOfMonths(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`;
}

/** Why no week of waiting has a price: each case is another question to ask. */
function withoutMoney(candidate: Candidate): string {
  if (candidate.kind === 'comparable') return 'no date, so not known';
  switch (candidate.why) {
    case 'not-money': return 'not in money';
    case 'no-effort': case 'not-positive': return 'not known without an effort';
    default: return 'worth not known';
  }
}
