/** How sure it is that one ticket beats another. Rules: RK17 to RK19, RK81. */

import type { Range } from '../context/product-context';
import type { Comparable } from './candidate';
import { drawValues } from './draws';
import type { LogNormal } from './estimate';
import { phi, Z90 } from './normal';

/** Worths of one team err together, as do all efforts of the infrastructure team. */
export const RHO_WORTH = 0.2;
export const RHO_EFFORT = 0.2;
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
  const sharedWorth = a.team === b.team ? 2 * RHO_WORTH * worthA.s * worthB.s : 0;
  return own - sharedWorth - 2 * RHO_EFFORT * a.effort.s * b.effort.s;
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
  const worths = drawValues(ticket.worth, { id: ticket.id, quantity: 'worth', group: ticket.team, rho: RHO_WORTH }, DRAWS);
  const efforts = drawValues(ticket.effort, { id: ticket.id, quantity: 'effort', group: 'infrastructure', rho: RHO_EFFORT }, DRAWS);
  return worths.map((worth, at) => worth / (efforts[at] ?? 1));
}

