import { useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import type { NotComparable } from '../../../src/domain/ranking/candidate';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import { InitiativeParts } from '../ranking/initiative-parts';
import { explainedFirst, whyNotComparable } from '../ranking/not-comparable';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

const SHOWN = 20;
const MORE = 200;

interface NotComparableListProps {
  readonly tickets: readonly NotComparable[];
  readonly initiatives: Ranking['initiatives'];
  readonly byId: ReadonlyMap<string, Demand>;
  readonly page: SubpageProps;
  readonly onAnswer: (demand: Demand) => void;
}

/** What has no place in the order, each with its reason: never zero, never hidden. */
export function NotComparableList({ tickets, initiatives, byId, page, onAnswer }: NotComparableListProps) {
  const [most, setMost] = useState(SHOWN);
  const sorted = useMemo(() => explainedFirst(tickets, ({ id }) => byId.get(id)), [tickets, byId]);
  if (tickets.length === 0) return null;
  return (
    <section className="gr-section" aria-labelledby="rk-not-comparable" data-testid="order.not-comparable">
      <h2 id="rk-not-comparable">Not comparable: {showCount(tickets.length, 'ticket', page.facts.locale)}</h2>
      <ul className="gr-rk-plain">
        {sorted.slice(0, most).map((ticket) => {
          const { id, key } = ticket;
          const demand = byId.get(id);
          const initiative = initiatives.get(id);
          return (
            <li key={id}>
              <span><TicketLink ticketKey={key} siteUrl={page.facts.siteUrl} /> {demand?.ticket.summary} {demand !== undefined && <AnswerMark demand={demand} />}</span>
              <span className="gw-quiet">{whyNotComparable(ticket, demand, initiative)}</span>
              {demand !== undefined && <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />}
              {initiative !== undefined && <InitiativeParts initiative={initiative} page={page} onAnswer={onAnswer} />}
            </li>
          );
        })}
      </ul>
      {tickets.length > most && <PlainButton look="link" onClick={() => setMost(most + MORE)}>Show {showCount(Math.min(MORE, tickets.length - most), 'more ticket', page.facts.locale)}</PlainButton>}
    </section>
  );
}
