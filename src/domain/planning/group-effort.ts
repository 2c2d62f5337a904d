/**
 * The effort of many tickets as a range, without draws: given the shared factor of the efforts they are independent, and their sum
 * is matched to a log-normal there; the range is that of the mixture. One ticket comes out exactly. Rules: PL30, PL31.
 */

import type { Range } from '../context/product-context';
import { RHO_EFFORT } from '../ranking/chance-to-win';
import { plainEstimate, type LogNormal } from '../ranking/estimate';
import { density, phi } from '../ranking/normal';

/** Points of the shared factor, in standard deviations, evenly from -4 to 4: more change nothing that is shown. */
const POINTS = 33;
const REACH = 4;
/** The halving alone would be exact to 14 digits after so many steps; with the slope it takes five or six. */
const MOST_STEPS = 60;
/** Of the logarithm of person-weeks: less than anybody can see. */
const CLOSE = 1e-9;

interface Part {
  readonly weight: number;
  readonly mu: number;
  readonly s: number;
}

interface Counted {
  readonly mu: number;
  readonly s: number;
  readonly count: number;
}

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

function conditionalSums(all: readonly LogNormal[]): Part[] {
  const efforts = counted(all);
  const parts = Array.from({ length: POINTS }, (_, at) => {
    const factor = -REACH + (2 * REACH * at) / (POINTS - 1);
    return { ...matched(efforts, factor), weight: Math.exp((-factor * factor) / 2) };
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map((part) => ({ ...part, weight: part.weight / total }));
}

/** Equal ranges once, with how many there are: people type few different ones, and 10,000 tickets must not block a page. */
function counted(efforts: readonly LogNormal[]): Counted[] {
  const found = new Map<string, { mu: number; s: number; count: number }>();
  for (const { mu, s } of efforts) {
    const key = `${String(mu)} ${String(s)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { mu, s, count: 1 });
    else known.count += 1;
  }
  // By size, so that the order of tickets never shows in the last digits of a sum.
  return [...found.values()].sort((a, b) => a.mu - b.mu || a.s - b.s);
}

/** The log-normal with the mean and variance that the sum has at one value of the shared factor. */
function matched(efforts: readonly Counted[], factor: number): Omit<Part, 'weight'> {
  let mean = 0;
  let variance = 0;
  for (const { mu, s, count } of efforts) {
    const own = (1 - RHO_EFFORT) * s * s;
    const expected = Math.exp(mu + s * Math.sqrt(RHO_EFFORT) * factor + own / 2);
    mean += count * expected;
    variance += count * expected * expected * Math.expm1(own);
  }
  const spread = Math.log1p(variance / (mean * mean));
  return { mu: Math.log(mean) - spread / 2, s: Math.sqrt(spread) };
}

function percentilesOf(parts: readonly Part[]): SumRange {
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
