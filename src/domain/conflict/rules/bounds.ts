/** Lower and upper bounds of claims, and when nothing lies between them. */

import { secondsOfMonths, unitScale } from '../units';
import type { Claim } from '../claim';

/** In the kind's base unit. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** Of months and years: the least that the lower bound can be, and the most that the upper one can be. */
  readonly calendar?: { readonly low: number; readonly high: number };
}

/** Relative error that decimal fractions and conversions may add up to; 0.1 + 0.2 is not more than 0.3. */
const ROUNDING = 1e-14;

/** Whether `a` is more than `b` by more than rounding explains; whole numbers are never rounded. */
export function exceeds(a: number, b: number): boolean {
  if (!(a > b)) return false;
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return true;
  return !Number.isFinite(a) || !Number.isFinite(b) || a - b > ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether nothing lies between a lower bound and an upper one; months against days only where that is so in every calendar. */
export function disjoint(lower: Bounds, upper: Bounds): boolean {
  const mixed = (lower.calendar === undefined) !== (upper.calendar === undefined);
  const low = mixed ? lower.calendar?.low ?? lower.low : lower.low;
  const high = mixed ? upper.calendar?.high ?? upper.high : upper.high;
  if (exceeds(low, high)) return true;
  const equal = !mixed && !exceeds(high, low) && Number.isFinite(low);
  return equal && (lower.lowOpen || upper.highOpen);
}

/** The bounds a claim states, in the unit it writes them in. */
export function boundsAsWritten(claim: Claim): Bounds {
  return {
    low: claim.min ?? Number.NEGATIVE_INFINITY, high: claim.max ?? Number.POSITIVE_INFINITY,
    lowOpen: claim.exclusiveMin === true, highOpen: claim.exclusiveMax === true,
  };
}

/** The bounds a claim states, converted. */
export function boundsOf(claim: Claim): Bounds {
  const written = boundsAsWritten(claim);
  if (claim.unit === undefined) return written;
  const { low: min, high: max, lowOpen, highOpen } = written;
  const { toBase, months } = unitScale(claim.unit);
  const converted = { low: convertFinite(min, toBase), high: convertFinite(max, toBase), lowOpen, highOpen };
  if (months === undefined) return converted;
  return { ...converted, calendar: { low: convertFinite(min, (count) => secondsOfMonths(count * months).least), high: convertFinite(max, (count) => secondsOfMonths(count * months).most) } };
}

function convertFinite(value: number, toBase: (value: number) => number): number {
  return Number.isFinite(value) ? toBase(value) : value;
}

/** What all of the claims leave together. */
export function commonBounds(claims: readonly Claim[], read: (claim: Claim) => Bounds = boundsAsWritten): Bounds {
  let [low, high, lowOpen, highOpen] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, false, false];
  for (const claim of claims) {
    const own = read(claim);
    if (own.low > low) [low, lowOpen] = [own.low, own.lowOpen];
    else if (own.low === low) lowOpen ||= own.lowOpen;
    if (own.high < high) [high, highOpen] = [own.high, own.highOpen];
    else if (own.high === high) highOpen ||= own.highOpen;
  }
  return { low, high, lowOpen, highOpen };
}
