import { useMemo, useState } from 'react';
import type { Placement } from '../../../src/domain/ranking/plan';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { AnswerButton } from '../answer/answer-button';
import { AnswerMark } from '../answer/answer-mark';
import { InitiativeParts } from '../ranking/initiative-parts';
import { explainedFirst, whyNotComparable } from '../ranking/not-comparable';
import { TicketLink } from '../ticket-link';
import { startDrag } from './dragged';
import type { LaneProps } from './plan-lane';

const SHOWN = 20;
const MORE = 200;

interface UnplacedListProps extends LaneProps {
  readonly placements: readonly Placement[];
  readonly onPlace: (id: string) => void;
}

/** The fourth lane: what only people can place. A ticket can be dragged into the order, or placed with its button. */
export function UnplacedList({ placements, view, page, byId, onPlace, onAnswer }: UnplacedListProps) {
  const [most, setMost] = useState(SHOWN);
  const { facts } = page;
  const sorted = useMemo(() => explainedFirst(placements, ({ candidate }) => byId.get(candidate.id)), [placements, byId]);
  return (
    <section className="gr-section" aria-labelledby="rk-unplaced" data-testid="plan.not-comparable">
      <h2 id="rk-unplaced">Not comparable</h2>
      <p className="gw-quiet">{placements.length === 0 ? 'Every ticket can be compared or is placed.' : `${showCount(placements.length, 'ticket', facts.locale)} without a worth in money or an effort. They are not zero: place them with a reason.`}</p>
      <ul className="gr-rk-plain">
        {sorted.slice(0, most).map(({ candidate }) => {
          const demand = byId.get(candidate.id);
          const initiative = view.ranking?.initiatives.get(candidate.id);
          return (
            <li key={candidate.id} draggable onDragStart={startDrag(candidate.id)}>
              <span><TicketLink ticketKey={candidate.key} siteUrl={facts.siteUrl} /> {demand?.ticket.summary} {demand !== undefined && <AnswerMark demand={demand} />}</span>
              <span className="gw-quiet">{candidate.kind === 'not-comparable' && whyNotComparable(candidate, demand, initiative)}</span>
              <span className="gw-actions">
                <PlainButton look="subtle" aria-label={`Place ${candidate.key}`} onClick={() => onPlace(candidate.id)}>Place</PlainButton>
                {demand !== undefined && <AnswerButton demand={demand} page={page} onAnswer={onAnswer} />}
              </span>
              {initiative !== undefined && <InitiativeParts initiative={initiative} page={page} onAnswer={onAnswer} />}
            </li>
          );
        })}
      </ul>
      {placements.length > most && <PlainButton look="link" onClick={() => setMost(most + MORE)}>Show {showCount(Math.min(MORE, placements.length - most), 'more ticket', facts.locale)}</PlainButton>}
    </section>
  );
}
