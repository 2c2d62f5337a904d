import { useMemo } from 'react';
import { evidenceWords, narrowerSentence, wideRanges } from '../../../src/domain/planning/ask-narrower';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { askFirst, knowingInMoney } from '../../../src/domain/ranking/ranking-words';
import { showCount } from '../../../src/domain/ranking/show-number';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';

/** Questions told of each kind; the rest stands in the details of the order itself. */
const MOST_QUESTIONS = 3;

/** What to measure first, as sentences, and how good the evidence is so far; the money is one click away, because it is an upper bound and adds up to nothing. */
export function AskFirst({ ranking, page }: { readonly ranking: Ranking; readonly page: SubpageProps }) {
  const { demand: { settings, demands }, facts: { locale } } = page;
  const { knowing, initiatives } = ranking;
  const byKey = useMemo(() => new Map(demands.map((demand) => [demand.ticket.key, demand])), [demands]);
  const wide = useMemo(() => wideRanges(demands, knowing), [demands, knowing]);
  const first = knowing.slice(0, MOST_QUESTIONS);
  if (first.length === 0 && wide.length === 0) return null;
  const evidenceOf = (id: string, key: string): string => {
    const asked = byKey.get(initiatives.get(id)?.worthFrom ?? key);
    const words = asked === undefined ? undefined : evidenceWords(asked.content, locale);
    return words === undefined ? '' : ` ${words}.`;
  };
  return (
    <section className="gr-rk-ask" aria-label="What to ask first" data-testid="order.ask">
      {first.length > 0 && <ol>{first.map((one) => <li key={one.ticket.id}>{askFirst(one, teamName(one.ticket.team, settings))}{evidenceOf(one.ticket.id, one.ticket.key)}</li>)}</ol>}
      {wide.length > 0 && (
        <ul data-testid="order.ask.wide">
          {wide.slice(0, MOST_QUESTIONS).map((range) => <li key={`${range.key} ${range.of}`}>{narrowerSentence(range, teamName(range.team, settings))}</li>)}
          {wide.length > MOST_QUESTIONS && <li>and {showCount(wide.length - MOST_QUESTIONS, 'more range', locale)} as wide</li>}
        </ul>
      )}
      {first.length > 0 && (
        <details>
          <summary className="gw-focus">What asking would be worth</summary>
          <ul>{first.map((one) => <li key={one.ticket.id}>{knowingInMoney(one, settings.currency, locale)}</li>)}</ul>
          <p className="gw-quiet">One estimate at a time: these amounts do not add up.</p>
        </details>
      )}
    </section>
  );
}
