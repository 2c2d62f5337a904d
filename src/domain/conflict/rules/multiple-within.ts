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
