/** An estimate is a 90 % range read as a distribution; numbers that nobody knows stay unknown. Rules: RULES.md, RK1 to RK9. */

import type { Range } from '../context/product-context';
import { Z90, zOf } from './normal';

/** How often the truth lay inside this group's ranges. */
export interface Calibration {
  readonly hits: number;
  readonly outcomes: number;
}

export const UNTRAINED: Calibration = { hits: 0, outcomes: 0 };

/** Untrained 90 % ranges hold the truth about 55 % of the time (D. Hubbard): 4.4 of 8 outcomes as a prior. */
const PRIOR_HITS = 4.4;
const PRIOR_OUTCOMES = 8;
/** Widening never makes a range wider than three times its own spread. */
const MOST_WIDENING = 3;
/** ln(1.5)/(2z): no range is taken as narrower than a factor 1.5 between its ends. */
const NARROWEST = Math.log(1.5) / (2 * Z90);
/** ln(100)/(2z): nothing is widened past a factor 100 between its ends. */
const WIDEST = Math.log(100) / (2 * Z90);
/** A range whose ends differ by more is pointed out. */
export const WIDE_FACTOR = 10;
/** A range whose ends differ by more says nothing. */
export const UNKNOWN_FACTOR = 100;

export interface LogNormal {
  readonly kind: 'log-normal';
  /** Mean of the logarithm, after widening. */
  readonly mu: number;
  /** Standard deviation of the logarithm, after widening. */
  readonly s: number;
  readonly mean: number;
}

export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
}

export type UnknownReason = 'no-range' | 'low-is-zero' | 'ends-reversed' | 'too-wide' | 'not-positive';
export interface Unknown {
  readonly kind: 'unknown';
  readonly why: UnknownReason;
}

export type Estimate = LogNormal | Normal | Unknown;

/** Chance that a range of this group holds the truth, between the prior and what was seen. */
export function hitRate({ hits, outcomes }: Calibration): number {
  return (PRIOR_HITS + hits) / (PRIOR_OUTCOMES + outcomes);
}

/** By how much the spread is multiplied so that 90 % ranges hold 90 % of the truth; 1 to 3. */
export function widening(calibration: Calibration): number {
  const h = hitRate(calibration);
  return Math.max(1, Math.min(MOST_WIDENING, Z90 / zOf((1 + h) / 2)));
}

/** Worth keeps its mean when widened: knowing less never makes it worth more. */
export function worthEstimate(range: Range | undefined, calibration: Calibration): Estimate {
  if (range === undefined) return { kind: 'unknown', why: 'no-range' };
  const { low, high } = range;
  if (!(low <= high)) return { kind: 'unknown', why: 'ends-reversed' };
  if (low === 0) return { kind: 'unknown', why: 'low-is-zero' };
  const k = widening(calibration);
  if (low < 0) return { kind: 'normal', mean: (low + high) / 2, sd: (k * (high - low)) / (2 * Z90) };
  if (high / low > UNKNOWN_FACTOR) return { kind: 'unknown', why: 'too-wide' };
  const { m, s } = logs(range);
  const mean = Math.exp(m + (s * s) / 2);
  const widened = widen(s, k);
  return { kind: 'log-normal', mu: Math.log(mean) - (widened * widened) / 2, s: widened, mean };
}

/** Effort keeps its median when widened: work overruns. Person-weeks, more than 0. */
export function effortEstimate(range: Range | undefined, calibration: Calibration): LogNormal | Unknown {
  if (range === undefined) return { kind: 'unknown', why: 'no-range' };
  if (!(range.low <= range.high)) return { kind: 'unknown', why: 'ends-reversed' };
  if (range.low <= 0) return { kind: 'unknown', why: 'not-positive' };
  if (range.high / range.low > UNKNOWN_FACTOR) return { kind: 'unknown', why: 'too-wide' };
  const { m, s } = logs(range);
  const widened = widen(s, widening(calibration));
  return { kind: 'log-normal', mu: m, s: widened, mean: Math.exp(m + (widened * widened) / 2) };
}

/** The same where why it is not known is no matter. */
export function knownEffort(range: Range | undefined, calibration: Calibration): LogNormal | undefined {
  const effort = effortEstimate(range, calibration);
  return effort.kind === 'unknown' ? undefined : effort;
}

/** A range taken as it is: capacity is not widened, and equal ends are a constant. */
export function plainEstimate({ low, high }: Range): LogNormal {
  const { m, s } = logs({ low, high });
  return { kind: 'log-normal', mu: m, s, mean: Math.exp(m + (s * s) / 2) };
}

/** The range that holds 90 % of the estimate, after widening. */
export function rangeOf(estimate: LogNormal | Normal): Range {
  if (estimate.kind === 'normal') {
    return { low: estimate.mean - Z90 * estimate.sd, high: estimate.mean + Z90 * estimate.sd };
  }
  return { low: Math.exp(estimate.mu - Z90 * estimate.s), high: Math.exp(estimate.mu + Z90 * estimate.s) };
}

/** The value below which the estimate falls with chance `p`. */
export function percentileOf(estimate: LogNormal | Normal, p: number): number {
  return estimate.kind === 'normal' ? estimate.mean + zOf(p) * estimate.sd : Math.exp(estimate.mu + zOf(p) * estimate.s);
}

/** The same estimate in another unit, or over another time: every outcome times `factor`, which is not negative. */
export function scaled<E extends LogNormal | Normal>(estimate: E, factor: number): E {
  if (estimate.kind === 'normal') return { ...estimate, mean: estimate.mean * factor, sd: estimate.sd * factor };
  return { ...estimate, mu: estimate.mu + Math.log(factor), mean: estimate.mean * factor };
}

/** Whether the ends are so far apart that measuring comes first. */
export function isWide({ low, high }: Range): boolean {
  return low > 0 && high / low > WIDE_FACTOR;
}

function logs({ low, high }: Range): { m: number; s: number } {
  return { m: (Math.log(low) + Math.log(high)) / 2, s: Math.log(high / low) / (2 * Z90) };
}

function widen(s: number, k: number): number {
  return Math.min(Math.max(k * s, NARROWEST), Math.max(s, WIDEST));
}
