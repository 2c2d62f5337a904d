/**
 * The effort of many tickets as a range, without draws: given the shared factor of the efforts they are independent, and their sum
 * is matched to a log-normal there; the range is that of the mixture. One ticket comes out exactly. Rules: PL30, PL31, PL124.
 */

import type { Range } from '../context/product-context';
import { conditionalSums, type ConditionalSum } from '../ranking/conditional-sums';
import { plainEstimate, type LogNormal } from '../ranking/estimate';
import { density, phi, zOf } from '../ranking/normal';

/** The halving alone would be exact to 14 digits after so many steps; with the slope it takes five or six. */
const MOST_STEPS = 60;
/** Of the logarithm of person-weeks: less than anybody can see. */
const CLOSE = 1e-9;

/** Of the capacity, equal parts of its distribution: more of them change nothing that is shown. */
const CAPACITY_POINTS = 40;

type Part = Omit<ConditionalSum, 'factor'>;

/** 5th, 50th and 95th percentile. */
export interface SumRange {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Person-weeks of all of them; undefined without any. */
export function sumOfEfforts(efforts: readonly LogNormal[]): SumRange | undefined {
  return efforts.length === 0 ? undefined : percentilesOf(conditionalSums(efforts));
}

/** Percent of the capacity that they ask for; undefined without efforts, without a capacity or with one of zero. */
export function shareOfCapacity(efforts: readonly LogNormal[], capacity: Range | undefined): SumRange | undefined {
  return sumAndShare(efforts, capacity).percent;
}

/** Both from one pass over the tickets; each is absent where the functions above give nothing. */
export function sumAndShare(efforts: readonly LogNormal[], capacity: Range | undefined): { readonly effort?: SumRange; readonly percent?: SumRange } {
  if (efforts.length === 0) return {};
  const sums = conditionalSums(efforts);
  const effort = percentilesOf(sums);
  if (capacity === undefined || capacity.low <= 0) return { effort };
  const available = plainEstimate(capacity);
  const shares = sums.map(({ weight, mu, s }) => ({ weight, mu: mu - available.mu + Math.log(100), s: Math.sqrt(s * s + available.s * available.s) }));
  return { effort, percent: percentilesOf(shares) };
}

/** Person-weeks of the capacity that these efforts leave; below zero they ask for more than there is. */
export function leftOfCapacity(efforts: readonly LogNormal[], capacity: Range): SumRange {
  const capacities = pointsOf(capacity);
  if (efforts.length === 0) {
    const { mu, s } = capacity.low > 0 ? plainEstimate(capacity) : { mu: -Infinity, s: 0 };
    const at = (p: number): number => Math.exp(mu + s * zOf(p));
    return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  }
  const sums = conditionalSums(efforts);
  const most = Math.max(...sums.map(({ mu, s }) => Math.exp(mu + 5 * s)));
  const below = (x: number): number => capacities.reduce((total, available) => total + (x >= available ? 1 : 1 - distributionAt(sums, Math.log(available - x)).below), 0) / capacities.length;
  const at = (p: number): number => {
    let [low, high] = [Math.min(...capacities) - most, Math.max(...capacities)];
    for (let step = 0; step < MOST_STEPS && high - low > CLOSE * most; step++) {
      const middle = (low + high) / 2;
      if (below(middle) < p) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** A capacity from zero on is taken as zero, as the draws take it. */
function pointsOf(capacity: Range): number[] {
  if (capacity.low <= 0) return [0];
  const { mu, s } = plainEstimate(capacity);
  return Array.from({ length: CAPACITY_POINTS }, (_, at) => Math.exp(mu + s * zOf((at + 0.5) / CAPACITY_POINTS)));
}

/** Of a mixture: the sum at each point of the shared factor. */
export function percentilesOf(parts: readonly Part[]): SumRange {
  const ends = parts.flatMap(({ mu, s }) => [mu - 5 * s, mu + 5 * s]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const at = (p: number): number => Math.exp(findPercentile(parts, p, low, high));
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** Newton's steps on the mixture's distribution, halving where one would leave what is known to hold the answer. */
function findPercentile(parts: readonly Part[], p: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let x = (from + to) / 2;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { below, slope } = distributionAt(parts, x);
    if (below < p) low = x;
    else high = x;
    const newton = x - (below - p) / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) < CLOSE) return next;
    x = next;
  }
  return x;
}

/** Share of the mixture below `x`, and its density there; a sum that is known exactly has no density, only a step. */
function distributionAt(parts: readonly Part[], x: number): { readonly below: number; readonly slope: number } {
  let below = 0;
  let slope = 0;
  for (const { weight, mu, s } of parts) {
    if (s === 0) {
      below += x >= mu ? weight : 0;
      continue;
    }
    const z = (x - mu) / s;
    below += weight * phi(z);
    slope += (weight * density(z)) / s;
  }
  return { below, slope };
}
