import { useMemo } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { isInterrupt } from '../../../src/domain/planning/interrupts';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

/** Listed here; the Interrupts page has all of them. */
const MOST_LISTED = 12;

/** Who interrupts, answered where the meeting talks about it; what each would displace stands on the Interrupts page. */
export function InterruptsHere({ page, onAnswer }: { readonly page: SubpageProps; readonly onAnswer: (demand: Demand) => void }) {
  const { demand: { demands }, facts, place } = page;
  const open = useMemo(() => demands.filter(({ content, answer }) => isInterrupt(content) && answer !== 'declined'), [demands]);
  return (
    <div className="gr-mt-form" data-testid="meeting.interrupts-here">
      {open.length === 0 && <p>No interrupt is open: what was taken is started or done already.</p>}
      <ul className="gr-rk-plain">
        {open.slice(0, MOST_LISTED).map((demand) => (
          <li key={demand.ticket.id}>
            <span><TicketLink ticketKey={demand.ticket.key} siteUrl={facts.siteUrl} /> {demand.ticket.summary} <AnswerMark demand={demand} /></span>
            <span className="gw-quiet">{demand.sponsor ?? demand.ticket.status}</span>
            <span className="gw-actions">
              <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />
              <PlainButton look="subtle" aria-label={`Price of ${demand.ticket.key}`} onClick={() => place.go('interrupts', new URLSearchParams({ interrupt: demand.ticket.key }))}>Price</PlainButton>
            </span>
          </li>
        ))}
      </ul>
      {open.length > MOST_LISTED && <p className="gw-quiet">and {showCount(open.length - MOST_LISTED, 'more interrupt', facts.locale)} on the Interrupts page.</p>}
    </div>
  );
}
