/** What missing context costs: days that tickets wait and rounds of questions, per consuming team. Rules: PL16 to PL18, PL42, PL55. */

import type { ContextContent } from '../context/product-context';
import { isUnderstood, type Demand } from '../demand/demand';
import type { DemandTicket } from '../demand/demand-ticket';

export interface ClarifiedTicket {
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

/** A done ticket, as far as its wait must be known. */
export interface DoneClarified {
  readonly ticket: Pick<DemandTicket, 'created' | 'updated'>;
  readonly content: Pick<ContextContent, 'team'>;
  readonly understoodAt?: string;
  readonly rounds: number;
}

export interface Clarified {
  readonly tickets: readonly ClarifiedTicket[];
  /** Understood, but nobody recorded when: not in `tickets`. */
  readonly withoutMoment: number;
}

const DAY = 86_400_000;
/** Done tickets count for as long after their last change. */
export const DONE_DAYS = 365;

/** Open tickets, and those done within a year of `now`, an ISO instant. A sub-task shows its parent's context and waits for nothing. */
export function gatherClarified(demands: readonly Demand[], done: readonly DoneClarified[], now: string): Clarified {
  const tickets: ClarifiedTicket[] = [];
  let withoutMoment = 0;
  const since = Date.parse(now) - DONE_DAYS * DAY;
  for (const demand of demands) {
    const { ticket: { created, type }, team = '', understoodAt, rounds = 0 } = demand;
    if (type.subtask) continue;
    if (!isUnderstood(demand)) tickets.push({ team, created, rounds });
    else if (understoodAt === undefined) withoutMoment += 1;
    else tickets.push({ team, created, understoodAt, rounds });
  }
  for (const { ticket: { created, updated }, content, understoodAt, rounds } of done) {
    if (Date.parse(updated) < since) continue;
    if (understoodAt === undefined) withoutMoment += 1;
    else tickets.push({ team: content.team ?? '', created, understoodAt, rounds });
  }
  return { tickets, withoutMoment };
}

/** Teams whose tickets waited longest first. `now` is an ISO instant. */
export function clarificationCost(tickets: readonly ClarifiedTicket[], now: string): ClarificationCost[] {
  const teams = new Map<string, ClarifiedTicket[]>();
  for (const ticket of tickets) {
    const own = teams.get(ticket.team);
    if (own === undefined) teams.set(ticket.team, [ticket]);
    else own.push(ticket);
  }
  const until = Date.parse(now);
  return [...teams].map(([team, own]) => {
    const days = own.map(({ created, understoodAt }) => Math.max(0, ((understoodAt === undefined ? until : Date.parse(understoodAt)) - Date.parse(created)) / DAY)).sort((a, b) => a - b);
    return {
      team, tickets: own.length, stillWaiting: own.filter(({ understoodAt }) => understoodAt === undefined).length,
      rounds: own.reduce((total, { rounds }) => total + rounds, 0),
      medianDays: ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2, totalDays: days.reduce((total, value) => total + value, 0),
    };
  }).sort((a, b) => b.totalDays - a.totalDays || (a.team < b.team ? -1 : 1));
}
