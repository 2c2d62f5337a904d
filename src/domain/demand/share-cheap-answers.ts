/** Per team, how often it gives the answers that cost nothing: seen, they are given less. */

import { CHEAP_ANSWERS, type CheapAnswer, type Demand } from './demand';

export interface CheapShares {
  /** Empty: no team stated. */
  readonly team: string;
  /** Tickets of the team on which somebody explained something; the shares are of these. */
  readonly answered: number;
  readonly counts: Readonly<Record<CheapAnswer, number>>;
}

/** One entry a team that has answered at least once, the most answers first. */
export function shareCheapAnswers(demands: readonly Demand[]): CheapShares[] {
  const teams = new Map<string, { answered: number; counts: Record<CheapAnswer, number> }>();
  for (const demand of demands) {
    if (!demand.explained) continue;
    const team = demand.team ?? '';
    const shares = teams.get(team) ?? { answered: 0, counts: Object.fromEntries(CHEAP_ANSWERS.map((answer) => [answer, 0])) as Record<CheapAnswer, number> };
    shares.answered += 1;
    for (const answer of demand.cheap) shares.counts[answer] += 1;
    teams.set(team, shares);
  }
  return [...teams]
    .map(([team, shares]) => ({ team, ...shares }))
    .sort((a, b) => b.answered - a.answered || (a.team < b.team ? -1 : 1));
}
