/** A number that several schemas accept. */

import { roundToDigits } from '../../context/format-number';
import { multipleWithin } from '../rules/multiple-within';
import { accepts } from './accepts';
import { NONE, UNKNOWN, type Common } from './find-common-value';
import { namedTypes, type SchemaObject } from './json-schema';

/** Whole numbers tried one by one, when that settles it. */
const MOST_TRIED = 300;

export function commonNumber(literals: readonly SchemaObject[]): Common {
  const low = Math.max(Number.NEGATIVE_INFINITY, ...literals.flatMap((one) => [one.minimum ?? -Infinity, one.exclusiveMinimum ?? -Infinity]));
  const high = Math.min(Number.POSITIVE_INFINITY, ...literals.flatMap((one) => [one.maximum ?? Infinity, one.exclusiveMaximum ?? Infinity]));
  const lowOpen = literals.some((one) => one.exclusiveMinimum === low);
  const highOpen = literals.some((one) => one.exclusiveMaximum === high);
  if (low > high || (low === high && (lowOpen || highOpen))) return NONE;
  const whole = literals.some((one) => namedTypes(one)?.includes('integer') === true && namedTypes(one)?.includes('number') !== true);
  const steps = [...(whole ? [1] : []), ...literals.flatMap((one) => (one.multipleOf === undefined ? [] : [one.multipleOf]))];
  if (steps.length > 0 && multipleWithin(steps, { low, high, lowOpen, highOpen }) === 'no') return NONE;
  for (const candidates of candidatesIn(low, high, steps)) {
    const found = candidates.find((value) => value >= low && value <= high && literals.every((literal) => accepts(literal, value + 0) === true));
    if (found !== undefined) return { kind: 'some', value: found + 0 };
  }
  const exhausted = low === high || (whole && high - low <= MOST_TRIED);
  return exhausted ? NONE : UNKNOWN;
}

/** The likely ones first: most often one of them will do. */
function* candidatesIn(low: number, high: number, steps: readonly number[]): Generator<readonly number[]> {
  const start = Number.isFinite(low) ? low : Number.isFinite(high) ? high - MOST_TRIED : 0;
  const ends = [low, high, (low + high) / 2].filter(Number.isFinite);
  const nearby = [0, 0.5, ...ends.flatMap((end) => [end, end + 0.5, end - 0.5, end + 0.001, end - 0.001, end + 1, end - 1])];
  yield nearby;
  yield Array.from({ length: MOST_TRIED + 1 }, (_, at) => Math.ceil(start) + at);
  yield steps.flatMap((step) => Array.from({ length: 60 }, (_, at) => {
    // Rounding keeps 3 * 0.1 at 0.3.
    return roundToDigits((Math.ceil(start / step) + at) * step, 12);
  }));
  if (steps.length > 1) yield [roundToDigits(steps.reduce((product, step) => product * step, 1), 12)];
}
