/** Computed numbers as cells of an export: as many digits as on screen, as numbers; an empty cell means "not known". Rule: RK120. */

import { roundToDigits } from '../context/format-number';
import { rangeOf, type LogNormal, type Normal } from './estimate';
import type { Range } from '../context/product-context';
import { HORIZON_MONTHS } from './worth-over-time';

export type NumberCell = number | '';

/** Two digits, as a range can carry. */
export function numberCell(value: number | undefined): NumberCell {
  return value === undefined || !Number.isFinite(value) ? '' : roundToDigits(value, 2);
}

/** Whole: days, percent of the work. */
export function wholeCell(value: number | undefined): NumberCell {
  return value === undefined || !Number.isFinite(value) ? '' : Math.round(value);
}

/** Low end and high end of a range. */
export function rangeCells(range: Range | undefined): [NumberCell, NumberCell] {
  return [numberCell(range?.low), numberCell(range?.high)];
}

/** The ends that hold 90 % of an estimate, after widening. */
export function estimateCells(estimate: LogNormal | Normal | undefined): [NumberCell, NumberCell] {
  return rangeCells(estimate === undefined ? undefined : rangeOf(estimate));
}

/** Heads of the two cells of a worth. */
export const WORTH_HEADS: readonly string[] = ['low', 'high'].map((end) => `Worth a month averaged over ${String(HORIZON_MONTHS)} months if the goal is reached, ${end}`);

/** Heads of the two cells of an effort. */
export const EFFORT_HEADS: readonly string[] = ['Person-weeks, low', 'Person-weeks, high'];
