/** How often past ranges held the truth: per consuming team for worth, of the infrastructure team for effort. Rules: OC5 to OC8. */

import type { ContextContent, Range } from '../context/product-context';

export interface HitCount {
  readonly hits: number;
  readonly outcomes: number;
}

export interface Calibrations {
  readonly worth: Readonly<Record<string, HitCount>>;
  readonly effort: HitCount;
  /** Median of delivered over stated worth (middle of the range), from eight outcomes on. */
  readonly deliveredOverStated?: number;
}

/** Fewer outcomes say nothing about the habit of stating too much. */
export const OUTCOMES_FOR_A_RATIO = 8;

/** Counts measured amounts against the raw ranges that stand on the tickets. */
export function calibrate(contents: readonly ContextContent[]): Calibrations {
  const worth: Record<string, HitCount> = {};
  let effort: HitCount = { hits: 0, outcomes: 0 };
  const ratios: number[] = [];
  for (const { team = '', value, effort: stated, outcome } of contents) {
    const range = completeRange(value?.worth);
    if (range !== undefined && outcome?.worth !== undefined) {
      worth[team] = count(worth[team], range, outcome.worth.level);
      const middle = (range.low + range.high) / 2;
      if (middle > 0) ratios.push(outcome.worth.level / middle);
    }
    if (stated !== undefined && outcome?.effort !== undefined) effort = count(effort, stated, outcome.effort.level);
  }
  return { worth, effort, ...(ratios.length < OUTCOMES_FOR_A_RATIO ? {} : { deliveredOverStated: median(ratios) }) };
}

function completeRange(worth: { readonly low?: number; readonly high?: number } | undefined): Range | undefined {
  return worth?.low === undefined || worth.high === undefined ? undefined : { low: worth.low, high: worth.high };
}

function count(before: HitCount | undefined, { low, high }: Range, level: number): HitCount {
  const hit = level >= low && level <= high;
  return { hits: (before?.hits ?? 0) + (hit ? 1 : 0), outcomes: (before?.outcomes ?? 0) + 1 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
