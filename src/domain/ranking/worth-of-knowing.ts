/** What it is worth to know one ticket's worth exactly, before deciding whether it is in. Rules: RK29 to RK31. */

import type { Comparable } from './candidate';
import { keyOf } from './chance-to-win';
import { density, phi } from './normal';

export interface Knowing {
  readonly ticket: Comparable;
  /** Money a month, an upper bound: the mistake that exact knowledge would spare. One estimate at a time; does not add up. */
  readonly worth: number;
  /** Whether the ticket is inside the cut as ordered now. */
  readonly inside: boolean;
}

/** Key of the first ordered ticket that does not fit; 0 if all fit. */
export function cutKey(ordered: readonly Comparable[], fitting: number): number {
  const first = ordered[fitting];
  return first === undefined ? 0 : Math.max(0, keyOf(first));
}

/**
 * Expected value of perfect information on one worth, at the price `c` of its place in the plan.
 * Log-normal: up = E Phi(d1) - c Phi(d2), down = up - E + c (the Black-Scholes integrals); normal: sigma (phi(u) - u Phi(-u)).
 */
export function worthOfKnowing(ticket: Pick<Comparable, 'worth'>, c: number, inside: boolean): number {
  if (c <= 0) return 0;
  const { worth } = ticket;
  if (worth.kind === 'normal') {
    if (worth.sd === 0) return 0;
    const u = Math.abs(worth.mean - c) / worth.sd;
    return worth.sd * (density(u) - u * phi(-u));
  }
  if (worth.s === 0 || worth.mean <= 0) return 0;
  const d1 = (Math.log(worth.mean / c) + (worth.s * worth.s) / 2) / worth.s;
  const up = worth.mean * phi(d1) - c * phi(d1 - worth.s);
  return Math.max(0, inside ? up - worth.mean + c : up);
}

/** What to measure first: the tickets by what exact knowledge of their worth would spare, most first. */
export function whatToMeasureFirst(ordered: readonly Comparable[], fitting: number): Knowing[] {
  const lambda = cutKey(ordered, fitting);
  return ordered
    .map((ticket, at) => ({ ticket, inside: at < fitting, worth: worthOfKnowing(ticket, lambda * ticket.effort.mean, at < fitting) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
}
