import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { askFirst, knowingInMoney } from '../../../src/domain/ranking/ranking-words';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';

/** Questions told; the rest stands in the details of the order itself. */
const MOST_QUESTIONS = 3;

/** What to measure first, as sentences; the money is one click away, because it is an upper bound and adds up to nothing. */
export function AskFirst({ ranking, page }: { readonly ranking: Ranking; readonly page: SubpageProps }) {
  const { settings } = page.demand;
  const first = ranking.knowing.slice(0, MOST_QUESTIONS);
  if (first.length === 0) return null;
  return (
    <section className="gr-rk-ask" aria-label="What to ask first" data-testid="order.ask">
      <ol>{first.map((knowing) => <li key={knowing.ticket.id}>{askFirst(knowing, teamName(knowing.ticket.team, settings))}</li>)}</ol>
      <details>
        <summary className="gw-focus">What asking would be worth</summary>
        <ul>{first.map((knowing) => <li key={knowing.ticket.id}>{knowingInMoney(knowing, settings.currency, page.facts.locale)}</li>)}</ul>
        <p className="gw-quiet">One estimate at a time: these amounts do not add up.</p>
      </details>
    </section>
  );
}
