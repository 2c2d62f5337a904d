/** The proposed order: bands of tickets that the estimates cannot tell apart, and the fair-share order beside it. RK23 to RK28. */

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
  return [...tickets].sort((a, b) => keyOf(b) - keyOf(a) || compareTicketKeys(a.key, b.key));
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
  const queues = new Map<string, Comparable[]>();
  for (const ticket of sortByKey(tickets)) {
    const queue = queues.get(ticket.team);
    if (queue === undefined) queues.set(ticket.team, [ticket]);
    else queue.push(ticket);
  }
  const heads = new Map([...queues.keys()].map((team) => [team, 0]));
  const placed = new Map<string, number>();
  const order: Comparable[] = [];
  while (order.length < tickets.length) {
    const team = neediestTeam([...queues.keys()].filter((name) => (heads.get(name) ?? 0) < (queues.get(name)?.length ?? 0)), placed, shares);
    const at = heads.get(team) ?? 0;
    const ticket = queues.get(team)?.[at];
    if (ticket === undefined) break;
    heads.set(team, at + 1);
    serve(placed, ticket);
    order.push(ticket);
  }
  return order;
}

function orderInside(group: readonly Comparable[], served: Map<string, number>, { latestStart, shares = {} }: OrderOptions): Comparable[] {
  const left = [...group];
  const order: Comparable[] = [];
  while (left.length > 0) {
    let best = 0;
    for (let at = 1; at < left.length; at++) {
      if (comesBefore(left[at], left[best])) best = at;
    }
    const [ticket] = left.splice(best, 1);
    if (ticket === undefined) break;
    serve(served, ticket);
    order.push(ticket);
  }
  return order;

  function comesBefore(a: Comparable | undefined, b: Comparable | undefined): boolean {
    if (a === undefined || b === undefined) return false;
    const start = (latestStart?.(a) ?? Infinity) - (latestStart?.(b) ?? Infinity);
    if (start !== 0 && !Number.isNaN(start)) return start < 0;
    const load = servedPerShare(a.team, served, shares) - servedPerShare(b.team, served, shares);
    if (load !== 0) return load < 0;
    return keyOf(a) !== keyOf(b) ? keyOf(a) > keyOf(b) : compareTicketKeys(a.key, b.key) < 0;
  }
}

function neediestTeam(teams: readonly string[], placed: ReadonlyMap<string, number>, shares: Readonly<Record<string, number>>): string {
  return [...teams].sort((a, b) => servedPerShare(a, placed, shares) - servedPerShare(b, placed, shares) || (a < b ? -1 : 1))[0] ?? '';
}

function servedPerShare(team: string, served: ReadonlyMap<string, number>, shares: Readonly<Record<string, number>>): number {
  return (served.get(team) ?? 0) / (shares[team] ?? 1);
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
