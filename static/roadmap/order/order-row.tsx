import type { Demand } from '../../../src/domain/demand/demand';
import type { WorthScale } from '../../../src/domain/demand/worth-scale';
import type { MonthlyWorth } from '../../../src/domain/demand/worth-a-month';
import type { Comparable } from '../../../src/domain/ranking/candidate';
import { rangeOf } from '../../../src/domain/ranking/estimate';
import { blockedOutWords } from '../../../src/domain/ranking/ranking-words';
import { showChance, showEffort, showMoneyBetween } from '../../../src/domain/ranking/show-number';
import { InlineRange } from '../charts/inline-range';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import { InitiativeParts } from '../ranking/initiative-parts';
import { teamName } from '../ranking/team-name';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

interface OrderRowProps {
  readonly ticket: Comparable;
  readonly isIn: boolean;
  readonly isLongShot: boolean;
  /** Worth nothing by the time it would be built. */
  readonly isOver: boolean;
  readonly demand: Demand | undefined;
  /** The key of a ticket that blocks others, by its id. */
  readonly nameOf: (id: string) => string;
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly scale: WorthScale | undefined;
  readonly onAnswer: (demand: Demand) => void;
}

/** The four cells of one ticket in the order. */
export function OrderRow({ ticket, isIn, isLongShot, isOver, demand, nameOf, view, page, scale, onAnswer }: OrderRowProps) {
  const { facts, demand: { settings } } = page;
  const { ranking, simulation } = view;
  const chance = simulation?.aboveCut.get(ticket.id);
  const byHand = view.address.placed.find(({ key }) => key === ticket.key);
  const goesFirst = ranking?.first.has(ticket.id) === true;
  const blockers = isIn ? ranking?.blockedOut.get(ticket.id) : undefined;
  const marks = [
    ...(byHand === undefined ? [] : [`Placed by people in the plan: ${byHand.reason}`]), ...(isOver ? ['Worth nothing by the time it is built'] : []),
    ...(isLongShot ? ['Long shot'] : []), ...(ranking?.wide.has(ticket.id) === true ? ['Very wide: measure first'] : []),
    ...(ranking?.agenda.has(ticket.id) === true ? [isIn ? 'In here, out by fair share' : 'Out here, in by fair share'] : []),
    ...(ticket.worth.kind === 'normal' ? ['May lose money'] : []), ...(ticket.worth.mean === 0 ? ['Its date has passed'] : []),
    ...(ranking?.taken.pulled.has(ticket.id) === true ? ['A must waits for it: it goes first'] : []), ...(blockers === undefined ? [] : [blockedOutWords(blockers, nameOf)]),
  ];
  const initiative = ranking?.initiatives.get(ticket.id);
  const range = rangeOf(ticket.worth);
  const place = scale?.place(monthly(ticket, settings.currency));
  return (
    <>
      <div role="cell">
        <div><TicketLink ticketKey={ticket.key} siteUrl={facts.siteUrl} /> <span className="gr-title">{demand?.ticket.summary}</span></div>
        <div className="gw-quiet gw-small">{teamName(ticket.team, settings)} · {showEffort(rangeOf(ticket.effort), facts.locale)}</div>
        {initiative !== undefined && <InitiativeParts initiative={initiative} page={page} onAnswer={onAnswer} />}
        {(marks.length > 0 || demand?.answer !== undefined) && <ul className="gr-marks">{demand?.answer !== undefined && <li><AnswerMark demand={demand} /></li>}{marks.map((mark) => <li key={mark} className="gr-mark">{mark}</li>)}</ul>}
      </div>
      <div role="cell" className="gr-worth">
        {place !== undefined && <InlineRange from={place.from} to={place.to} isOpen={place.belowZero} />}
        <span className="gw-small">{showMoneyBetween(range, settings.currency, facts.locale)}</span>
      </div>
      <div role="cell" className="gr-number">{ranking?.capacity === undefined ? 'no line' : goesFirst ? 'goes first' : ranking.behind.has(ticket.id) ? 'placed behind' : chance === undefined ? '…' : showChance(chance.p, facts.locale)}</div>
      <div role="cell">{demand !== undefined && <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />}</div>
    </>
  );
}

/** The widened range of a ticket's worth a month as the scale of bars takes it. */
export function monthly(ticket: Comparable, currency: string): MonthlyWorth {
  const { low, high } = rangeOf(ticket.worth);
  return { kind: 'range', low, high, currency, notes: [], wide: false };
}
