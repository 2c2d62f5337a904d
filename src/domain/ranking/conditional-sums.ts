/** The sum of estimates that err together: given the factor that they share they are independent, and the sum is matched to a log-normal there. Rule: RK94. */

import { RHO_EFFORT } from './draws';
import type { LogNormal } from './estimate';

/** Points of the shared factor, in standard deviations, evenly from -4 to 4: more change nothing that is shown. */
const POINTS = 33;
const REACH = 4;
/** The sum where the shared factor has one value, and how much of all cases that is. */
export interface ConditionalSum {
  readonly weight: number;
  /** The shared factor, in standard deviations. */
  readonly factor: number;
  readonly mu: number;
  readonly s: number;
}

interface Counted {
  readonly mu: number;
  readonly s: number;
  readonly count: number;
}

/** The sum at each point of the shared factor; `rho` is the correlation of the logarithms. */
export function conditionalSums(all: readonly LogNormal[], rho: number = RHO_EFFORT): ConditionalSum[] {
  const efforts = counted(all);
  const parts = Array.from({ length: POINTS }, (_, at) => {
    const factor = -REACH + (2 * REACH * at) / (POINTS - 1);
    return { ...matched(efforts, factor, rho), factor, weight: Math.exp((-factor * factor) / 2) };
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map((part) => ({ ...part, weight: part.weight / total }));
}

/** Equal ranges once, with how many there are: people type few different ones, and 10,000 tickets must not block a page. */
function counted(efforts: readonly LogNormal[]): Counted[] {
  const found = new Map<number, Map<number, { mu: number; s: number; count: number }>>();
  for (const { mu, s } of efforts) {
    const same = found.get(mu) ?? new Map<number, { mu: number; s: number; count: number }>();
    found.set(mu, same);
    const known = same.get(s);
    if (known === undefined) same.set(s, { mu, s, count: 1 });
    else known.count += 1;
  }
  // By size, so that the order of tickets never shows in the last digits of a sum.
  return [...found.values()].flatMap((same) => [...same.values()]).sort((a, b) => a.mu - b.mu || a.s - b.s);
}

/** The log-normal with the mean and variance that the sum has at one value of the shared factor. */
function matched(efforts: readonly Counted[], factor: number, rho: number): Pick<ConditionalSum, 'mu' | 's'> {
  let mean = 0;
  let variance = 0;
  for (const { mu, s, count } of efforts) {
    const own = (1 - rho) * s * s;
    const expected = Math.exp(mu + s * Math.sqrt(rho) * factor + own / 2);
    mean += count * expected;
    variance += count * expected * expected * Math.expm1(own);
  }
  const spread = Math.log1p(variance / (mean * mean));
  return { mu: Math.log(mean) - spread / 2, s: Math.sqrt(spread) };
}

/**
 * One log-normal for a sum, where a place in the order needs one: its mean is that of the sum, its logarithm has the middle and the
 * spread of the sum's; and how much of that spread it shares with other efforts.
 */
export function fitSum(efforts: readonly LogNormal[]): { readonly effort: LogNormal; readonly sharedSpread: number } | undefined {
  const [only] = efforts;
  if (only === undefined) return undefined;
  if (efforts.length === 1) return { effort: only, sharedSpread: only.s };
  const sums = conditionalSums(efforts);
  const average = (of: (sum: ConditionalSum) => number): number => sums.reduce((total, sum) => total + sum.weight * of(sum), 0);
  const mu = average((sum) => sum.mu);
  const variance = average((sum) => (sum.mu - mu) ** 2 + sum.s ** 2);
  const sharedSpread = average((sum) => sum.factor * (sum.mu - mu)) / Math.sqrt(RHO_EFFORT);
  return { effort: { kind: 'log-normal', mu, s: Math.sqrt(variance), mean: efforts.reduce((sum, { mean }) => sum + mean, 0) }, sharedSpread };
}
