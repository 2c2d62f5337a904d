import { formatCount } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { ORIGIN_WORDS } from '../../../src/domain/demand/demand-words';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import { showEffort, showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

interface InterruptListProps {
  readonly demands: readonly Demand[];
  readonly page: SubpageProps;
  readonly onPrice: (key: string) => void;
  readonly onAnswer: (demand: Demand) => void;
}

/** Shown at once; interrupts beyond that are a problem that no list solves. */
const SHOWN = 200;

/** The open interrupts: asked by executives, customers or incidents, or questions that want an answer by a date. */
export function InterruptList({ demands, page, onPrice, onAnswer }: InterruptListProps) {
  const { facts } = page;
  return (
    <section className="gr-section" aria-labelledby="rk-interrupts" data-testid="interrupts.list">
      <h2 id="rk-interrupts">Open interrupts: {showCount(demands.length, 'ticket', facts.locale)}</h2>
      {demands.length === 0 ? <p className="gw-quiet">Nobody cuts the queue at the moment. Tickets stand here when an executive, a customer or an incident asks, or when a question wants an answer by a date.</p> : (
        <div className="gr-scroll-x">
          <table className="gr-plain-table">
            <thead><tr><th scope="col">Ticket</th><th scope="col">Asked by</th><th scope="col">Wants</th><th scope="col">By</th><th scope="col">Effort</th><th scope="col">State</th><th scope="col"><span className="gw-hidden">Price and answer</span></th></tr></thead>
            <tbody>
              {demands.slice(0, SHOWN).map((demand) => <InterruptRow key={demand.ticket.id} demand={demand} page={page} onPrice={onPrice} onAnswer={onAnswer} />)}
            </tbody>
          </table>
        </div>
      )}
      {demands.length > SHOWN && <p className="gw-quiet">The first {formatCount(SHOWN, facts.locale)} stand here; the export has all of them.</p>}
    </section>
  );
}

function InterruptRow({ demand, page, onPrice, onAnswer }: Omit<InterruptListProps, 'demands'> & { readonly demand: Demand }) {
  const { ticket, content } = demand;
  const { facts } = page;
  return (
    <tr>
      <th scope="row" className="gr-rk-light"><TicketLink ticketKey={ticket.key} siteUrl={facts.siteUrl} /> {ticket.summary} <AnswerMark demand={demand} /></th>
      <td>{content.sponsor ?? (content.origin === undefined ? 'not stated' : ORIGIN_WORDS[content.origin])}</td>
      <td>{content.question === 'estimate' ? 'an answer' : 'to be built'}</td>
      <td className="gr-rk-nowrap">{content.delay?.neededBy === undefined ? '–' : showDay(content.delay.neededBy, facts.locale)}</td>
      <td>{content.effort === undefined ? 'not estimated' : showEffort(content.effort, facts.locale)}</td>
      <td>{ticket.status}</td>
      <td>
        <PlainButton look="subtle" aria-label={`Price of ${ticket.key}`} onClick={() => onPrice(ticket.key)}>Price</PlainButton>
        <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />
      </td>
    </tr>
  );
}
