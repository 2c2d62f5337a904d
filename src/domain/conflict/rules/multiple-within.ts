/** Whether a common multiple of some decimal numbers lies within bounds; exact, by whole numbers of any size. */

import type { Bounds } from './bounds';

/** More decimal places, or digits before the point, than this are not multiplied out. */
const MOST_DIGITS = 400;

/** `unknown` where numbers are too long to multiply out. */
export function multipleWithin(steps: readonly number[], bounds: Bounds): 'yes' | 'no' | 'unknown' {
  const { low, high } = bounds;
  if (low < 0 && high > 0) return 'yes';
  if (!Number.isFinite(low) && !Number.isFinite(high)) return 'yes';
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'yes';
  const small = amongSmall(steps, bounds);
  if (small !== undefined) return small;
  const numbers = [...steps, low, high].map(decimal);
  if (numbers.some((number) => number === undefined)) return 'unknown';
  const known = numbers.filter((number) => number !== undefined);
  const places = Math.max(...known.map((number) => number.places));
  if (places > MOST_DIGITS) return 'unknown';
  const whole = known.map((number) => number.digits * 10n ** BigInt(places - number.places));
  const [upper, lower] = [whole.pop() ?? 0n, whole.pop() ?? 0n];
  const step = whole.reduce(leastCommonMultiple, 1n);
  if (step === 0n) return 'unknown';
  let first = ceilDivide(lower, step) * step;
  if (bounds.lowOpen && first === lower) first += step;
  return first < upper || (first === upper && !bounds.highOpen) ? 'yes' : 'no';
}

/** Up to here a number of millionths is written exactly by its digits. */
const MOST_MILLIONTHS = 1e15;

/** The usual case, without numbers of any size: few digits, few places. Undefined where that is not so. */
function amongSmall(steps: readonly number[], { low, high, lowOpen, highOpen }: Bounds): 'yes' | 'no' | undefined {
  const [from, until] = [inMillionths(low), inMillionths(high)];
  if (from === undefined || until === undefined) return undefined;
  let step = 1;
  for (const one of steps) {
    const next = inMillionths(one);
    if (next === undefined || next <= 0) return undefined;
    let [x, y] = [step, next];
    while (y !== 0) [x, y] = [y, x % y];
    step = (step / x) * next;
    if (step > MOST_MILLIONTHS) return undefined;
  }
  let first = Math.ceil(from / step) * step;
  if (first > MOST_MILLIONTHS || first < -MOST_MILLIONTHS) return undefined;
  if (lowOpen && first === from) first += step;
  return first < until || (first === until && !highOpen) ? 'yes' : 'no';
}

function inMillionths(value: number): number | undefined {
  const millionths = Math.round(value * 1e6);
  return Math.abs(millionths) < MOST_MILLIONTHS && millionths / 1e6 === value ? millionths : undefined;
}

/** 0.05 as 5 with 2 places. */
function decimal(value: number): { readonly digits: bigint; readonly places: number } | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value) < Infinity ? value + 0 : 0));
  if (found === null) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = found;
  const places = fraction.length - Number(exponent);
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  if (Math.abs(places) > MOST_DIGITS) return undefined;
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  const [x, y] = [absolute(a), absolute(b)];
  return x === 0n || y === 0n ? 0n : (x / greatestCommonDivisor(x, y)) * y;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function ceilDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a > 0n === b > 0n ? quotient + 1n : quotient;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
