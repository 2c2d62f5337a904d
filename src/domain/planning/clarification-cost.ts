/** What missing context costs: days that tickets wait and rounds of questions, per consuming team. Rules: PL16 to PL18. */

export interface ClarifiedTicket {
  readonly key: string;
  readonly team: string;
  /** ISO instants. */
  readonly created: string;
  /** When its context first was understood (bronze); absent: still waiting. */
  readonly understoodAt?: string;
  /** Questions that infrastructure asked on it. */
  readonly rounds: number;
}

export interface ClarificationCost {
  readonly team: string;
  readonly tickets: number;
  readonly stillWaiting: number;
  readonly rounds: number;
  /** Median days from creation until understood, or until `now` for those that wait. */
  readonly medianDays: number;
  readonly totalDays: number;
}

const DAY = 86_400_000;

/** Teams whose tickets waited longest first. `now` is an ISO instant. */
export function clarificationCost(tickets: readonly ClarifiedTicket[], now: string): ClarificationCost[] {
  const teams = new Map<string, ClarifiedTicket[]>();
  for (const ticket of tickets) teams.set(ticket.team, [...(teams.get(ticket.team) ?? []), ticket]);
  return [...teams].map(([team, own]) => {
    const days = own.map(({ created, understoodAt }) => Math.max(0, (Date.parse(understoodAt ?? now) - Date.parse(created)) / DAY)).sort((a, b) => a - b);
    return {
      team, tickets: own.length, stillWaiting: own.filter(({ understoodAt }) => understoodAt === undefined).length,
      rounds: own.reduce((total, { rounds }) => total + rounds, 0),
      medianDays: days[Math.floor((days.length - 1) / 2)] ?? 0, totalDays: days.reduce((total, value) => total + value, 0),
    };
  }).sort((a, b) => b.totalDays - a.totalDays || (a.team < b.team ? -1 : 1));
}
