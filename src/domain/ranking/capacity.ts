/** Capacity over the time that is planned, and the room it leaves. Rules: RK56, RK57, RK110. */

import { roundToDigits } from '../context/format-number';
import type { Range } from '../context/product-context';
import type { Capacity, ProjectSettings } from '../context/settings';
import { WEEKS_A_MONTH } from './worth-over-time';

/** Months that the cut line looks ahead unless somebody chooses otherwise: a quarter, as most teams plan. */
export const PLAN_MONTHS = 3;

/** Person-weeks over `months`, less the part kept for interrupts; undefined if no capacity is set. */
export function capacityOver({ capacity, interruptAllowance }: Pick<ProjectSettings, 'capacity' | 'interruptAllowance'>, months: number): Range | undefined {
  if (capacity === undefined) return undefined;
  const factor = (months / monthsOf(capacity.per)) * (1 - interruptAllowance / 100);
  return { low: capacity.low * factor, high: capacity.high * factor };
}

/** Median person-weeks a week; 0 without a capacity, and where its low end is 0, because that says nothing about the middle. */
export function weeklyCapacity(capacity: Range | undefined, months: number): number {
  return capacity === undefined ? 0 : medianOf(capacity) / (months * WEEKS_A_MONTH);
}

/** Median of a capacity: log-normal, so the geometric middle; 0 where its low end is 0. */
export function medianOf({ low, high }: Range): number {
  return low <= 0 ? 0 : Math.sqrt(low * high);
}

/**
 * The stated capacity, stretched so that its median over `months`, less the allowance, is at least `needed` person-weeks and less
 * than `tooMuch`: with as few digits as say that.
 */
export function capacityFor(needed: number, tooMuch: number, { capacity, interruptAllowance }: Pick<ProjectSettings, 'capacity' | 'interruptAllowance'>, months: number): Capacity {
  const per = capacity?.per ?? 'month';
  const share = 1 - interruptAllowance / 100;
  const median = share <= 0 ? 0 : (needed / share) * (monthsOf(per) / months);
  const spread = capacity === undefined || capacity.low <= 0 ? 1 : Math.sqrt(capacity.high / capacity.low);
  for (let digits = FEWEST_DIGITS; ; digits++) {
    // Rounded up: the ticket that the line was drawn below must still fit.
    const found = { low: roundUp(median / spread, digits), high: roundUp(median * spread, digits), per };
    if (digits === MOST_DIGITS || medianOf(capacityOver({ capacity: found, interruptAllowance }, months) ?? found) < tooMuch) return found;
  }
}

/** Digits of a capacity that people can read, and those that a number has. */
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 14;

/** To so many significant digits, upwards. */
function roundUp(value: number, digits: number): number {
  if (value <= 0) return 0;
  const near = roundToDigits(value, digits);
  const step = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  return near >= value ? near : roundToDigits(near + step, digits);
}

function monthsOf(per: Capacity['per']): number {
  switch (per) {
    case 'week': return 1 / WEEKS_A_MONTH;
    case 'month': return 1;
    case 'quarter': return 3;
    default: return per satisfies never;
  }
}
