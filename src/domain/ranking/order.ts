/** The proposed order: bands of tickets that the estimates cannot tell apart, and the fair-share order beside it. RK23 to RK28, RK100, RK180. */

import type { Comparable } from './candidate';
import { chanceToWin, keyOf } from './chance-to-win';

/** Below this chance the leader and a ticket cannot be told apart. */
export const BAND_CHANCE = 0.8;

export interface Band {
  /** The ticket with the highest key of the band. */
  readonly leader: Comparable;
  /** All of the band, the leader among them: by latest start, then least-served team, then key. */
  readonly members: readonly Comparable[];
  /** The leader has the higher mean but is more often worth less than the next ticket. */
  readonly longShot: boolean;
}

export interface OrderOptions {
  /** Months from the plan's date by which a ticket must be started. */
  readonly latestStart?: (ticket: Comparable) => number | undefined;
  /** Relative shares of the teams; 1 unless named. */
  readonly shares?: Readonly<Record<string, number>>;
}

/** Sorted by key, highest first; equal keys by ticket key. */
export function sortByKey(tickets: readonly Comparable[]): Comparable[] {
  return [...tickets].sort(compareByKey);
}

/** Comparing with the leader, not the neighbour: neighbours alone would make one band of everything. */
export function orderInBands(tickets: readonly Comparable[], options: OrderOptions = {}): Band[] {
  const sorted = sortByKey(tickets);
  const groups: Comparable[][] = [];
  for (const ticket of sorted) {
    const current = groups.at(-1);
    const leader = current?.[0];
    if (current !== undefined && leader !== undefined && chanceToWin(leader, ticket) < BAND_CHANCE) current.push(ticket);
    else groups.push([ticket]);
  }
  const served = new Map<string, number>();
  return groups.flatMap((group, at) => {
    const leader = group[0];
    if (leader === undefined) return [];
    const next = group[1] ?? groups[at + 1]?.[0];
    const longShot = next !== undefined && chanceToWin(leader, next) < 0.5;
    return [{ leader, members: orderInside(group, served, options), longShot }];
  });
}

/** The order as one list. */
export function orderedTickets(bands: readonly Band[]): Comparable[] {
  return bands.flatMap((band) => band.members);
}

/** Repeatedly the best ticket of the team that has the least placed person-weeks over its share. */
export function fairShareOrder(tickets: readonly Comparable[], shares: Readonly<Record<string, number>> = {}): Comparable[] {
  const teams = new Map([...new Set(tickets.map(({ team }) => team))].sort().map((team, at) => [team, at]));
  return serveTeams(sortByKey(tickets), new Map(), shares, ({ team }) => teams.get(team) ?? 0);
}

/** Those that must start at the same time share it fairly: 10,000 equal tickets are one band, so comparing all pairs is too slow. */
function orderInside(group: readonly Comparable[], served: Map<string, number>, { latestStart, shares = {} }: OrderOptions): Comparable[] {
  const starts = new Map<number, Comparable[]>();
  for (const ticket of group) {
    const start = latestStart?.(ticket) ?? Infinity;
    const same = starts.get(start);
    if (same === undefined) starts.set(start, [ticket]);
    else same.push(ticket);
  }
  return [...starts].sort(([a], [b]) => a - b).flatMap(([, tickets]) => serveTeams(tickets, served, shares, (_ticket, at) => at));
}

/**
 * One queue a team, in the order given; the neediest team's head goes next; among equals the one with the lowest `rank`. A ticket of
 * no known team is nobody's share: it goes as soon as the one that would be next was given after it.
 */
function serveTeams(
  tickets: readonly Comparable[], served: Map<string, number>, shares: Readonly<Record<string, number>>,
  rank: (ticket: Comparable, at: number) => number,
): Comparable[] {
  const queues = new Map<string, Waiting[]>();
  const nobodys: Waiting[] = [];
  for (const [at, ticket] of tickets.entries()) {
    const waiting = { ticket, at, rank: rank(ticket, at) };
    if (ticket.team === '') {
      nobodys.push(waiting);
      continue;
    }
    const queue = queues.get(ticket.team);
    if (queue === undefined) queues.set(ticket.team, [waiting]);
    else queue.push(waiting);
  }
  const waiting = [...queues.values()].map((queue) => ({ queue, at: 0 }));
  const order: Comparable[] = [];
  let next = 0;
  while (order.length < tickets.length) {
    let best: (typeof waiting)[number] | undefined;
    let bestLoad = Infinity;
    let head: Waiting | undefined;
    for (const team of waiting) {
      const own = team.queue[team.at];
      if (own === undefined) continue;
      const load = servedPerShare(own.ticket.team, served, shares);
      if (head !== undefined && (load > bestLoad || (load === bestLoad && own.rank > head.rank))) continue;
      [best, bestLoad, head] = [team, load, own];
    }
    const free = nobodys[next];
    if (free !== undefined && (head === undefined || free.at < head.at)) {
      next += 1;
      order.push(free.ticket);
      continue;
    }
    if (best === undefined || head === undefined) break;
    best.at += 1;
    serve(served, head.ticket);
    order.push(head.ticket);
  }
  return order;
}

interface Waiting {
  readonly ticket: Comparable;
  /** Its place in the order given. */
  readonly at: number;
  readonly rank: number;
}

function compareByKey(a: Comparable, b: Comparable): number {
  return keyOf(b) - keyOf(a) || compareTicketKeys(a.key, b.key);
}

function servedPerShare(team: string, served: ReadonlyMap<string, number>, shares: Readonly<Record<string, number>>): number {
  return (served.get(team) ?? 0) / (Object.hasOwn(shares, team) ? shares[team] ?? 1 : 1);
}

function serve(served: Map<string, number>, { team, effort }: Comparable): void {
  served.set(team, (served.get(team) ?? 0) + effort.mean);
}

/** BUYER-9 before BUYER-10. */
export function compareTicketKeys(a: string, b: string): number {
  const [projectA = '', numberA = '0'] = a.split('-');
  const [projectB = '', numberB = '0'] = b.split('-');
  if (projectA !== projectB) return projectA < projectB ? -1 : 1;
  return Number(numberA) - Number(numberB);
}
