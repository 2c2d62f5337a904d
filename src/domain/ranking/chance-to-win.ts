/** How sure it is that one ticket beats another. Rules: RK17 to RK19, RK81, RK94, RK96. */

import type { Range } from '../context/product-context';
import type { Comparable } from './candidate';
import { drawEfforts, drawWorths, worthGroup } from './draw-ticket';
import { RHO_EFFORT, RHO_WORTH } from './draws';
import type { LogNormal } from './estimate';
import { phi, Z90 } from './normal';

export const DRAWS = 10_000;

/** Worth a month per person-week: a ratio of means, never the mean of ratios. It answers "which", not "when". */
export function keyOf({ worth, effort }: Pick<Comparable, 'worth' | 'effort'>): number {
  return worth.mean / effort.mean;
}

/** The range that holds 90 % of a ticket's worth a month per person-week. Closed form; draws where its worth is normal. */
export function rangeOfRatio(ticket: Comparable): Range {
  const { worth, effort } = ticket;
  if (worth.kind === 'normal') {
    const drawn = drawRatios(ticket).sort();
    return { low: drawn[Math.round(0.05 * DRAWS)] ?? 0, high: drawn[Math.round(0.95 * DRAWS)] ?? 0 };
  }
  const half = Z90 * Math.hypot(worth.s, effort.s);
  return { low: Math.exp(logMean(worth, effort) - half), high: Math.exp(logMean(worth, effort) + half) };
}

/** Chance that a is worth more per effort than b. Closed form; draws only where a normal is involved. */
export function chanceToWin(a: Comparable, b: Comparable): number {
  if (a.id === b.id) return 0.5;
  if (a.worth.kind === 'normal' || b.worth.kind === 'normal') return chanceByDraws(a, b);
  // Both are past their deadline: nothing is as much as nothing, while the logarithm of nothing is not a number to subtract.
  if (a.worth.mean === 0 && b.worth.mean === 0) return 0.5;
  const gap = logMean(a.worth, a.effort) - logMean(b.worth, b.effort);
  const spread = Math.sqrt(Math.max(0, variance(a, b, a.worth, b.worth)));
  if (spread === 0) return gap === 0 ? 0.5 : Number(gap > 0);
  return phi(gap / spread);
}

function logMean(worth: LogNormal, effort: LogNormal): number {
  return worth.mu - effort.mu;
}

function variance(a: Comparable, b: Comparable, worthA: LogNormal, worthB: LogNormal): number {
  const own = worthA.s ** 2 + worthB.s ** 2 + a.effort.s ** 2 + b.effort.s ** 2;
  const sharedWorth = worthGroup(a) === worthGroup(b) ? 2 * RHO_WORTH * worthA.s * worthB.s : 0;
  return own - sharedWorth - 2 * RHO_EFFORT * sharedSpread(a) * sharedSpread(b);
}

function sharedSpread({ effort, parts }: Comparable): number {
  return parts?.sharedSpread ?? effort.s;
}

/** Chance of each row to beat each column; every ticket is drawn once, where draws are needed at all. */
export function chanceMatrix(tickets: readonly Comparable[]): number[][] {
  const needsDraws = tickets.some(({ worth }) => worth.kind === 'normal');
  const drawn = new Map(needsDraws ? tickets.map((ticket) => [ticket.id, drawRatios(ticket)]) : []);
  return tickets.map((a) => tickets.map((b) => {
    const [first, second] = [drawn.get(a.id), drawn.get(b.id)];
    const isDrawn = a.id !== b.id && (a.worth.kind === 'normal' || b.worth.kind === 'normal');
    return isDrawn && first !== undefined && second !== undefined ? shareOfWins(first, second) : chanceToWin(a, b);
  }));
}

function chanceByDraws(a: Comparable, b: Comparable): number {
  return shareOfWins(drawRatios(a), drawRatios(b));
}

function shareOfWins(first: Float64Array, second: Float64Array): number {
  let wins = 0;
  for (let at = 0; at < DRAWS; at++) {
    const x = first[at] ?? 0;
    const y = second[at] ?? 0;
    wins += x > y ? 1 : x === y ? 0.5 : 0;
  }
  return wins / DRAWS;
}

function drawRatios(ticket: Comparable): Float64Array {
  const efforts = drawEfforts(ticket, DRAWS);
  return drawWorths(ticket, DRAWS).map((worth, at) => worth / (efforts[at] ?? 1));
}

