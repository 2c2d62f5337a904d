import { useState } from 'react';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';
import { TicketLink } from '../ticket-link';

/** Shown beyond the line at first, and more at a time. */
const BEYOND = 15;
const MORE = 200;

/** The order in which every team is served by its share; tickets on which it disagrees with the other order are marked. */
export function FairOrder({ ranking, page }: { readonly ranking: Ranking; readonly page: SubpageProps }) {
  const { fair, fairFitting, agenda, capacity } = ranking;
  const { facts, demand: { settings } } = page;
  const [most, setMost] = useState(BEYOND);
  if (fair.length === 0) return null;
  const hasCut = capacity !== undefined;
  const shown = fair.slice(0, Math.min(fair.length, (hasCut ? Math.min(fairFitting, MORE) : 0) + most));
  return (
    <section className="gr-rk-fair" aria-labelledby="rk-fair">
      <h2 id="rk-fair">By fair share</h2>
      <p className="gw-quiet gw-small">The team with the fewest person-weeks over its share goes next, with its best ticket. A ticket without a team is nobody’s share and goes by its worth for effort.</p>
      {hasCut && fairFitting === 0 && <p className="gr-rk-fair-cut">Nothing fits</p>}
      <ol>
        {shown.map((ticket, at) => (
          <li key={ticket.id} className={hasCut && at === fairFitting - 1 ? 'gr-rk-last-in' : ''}>
            <TicketLink ticketKey={ticket.key} siteUrl={facts.siteUrl} /> <span className="gw-small">{teamName(ticket.team, settings)}</span>
            {agenda.has(ticket.id) && <span className="gr-mark">{at < fairFitting ? 'in here, out there' : 'out here, in there'}</span>}
            {hasCut && at === fairFitting - 1 && <span className="gr-rk-fair-cut">cut line</span>}
          </li>
        ))}
      </ol>
      {shown.length < fair.length && <PlainButton look="link" onClick={() => setMost(most + MORE)}>and {showCount(fair.length - shown.length, 'more ticket', facts.locale)}</PlainButton>}
    </section>
  );
}
