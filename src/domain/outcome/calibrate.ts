/** How often past ranges held the truth: per consuming team for worth, of the infrastructure team for effort. Rules: OC5 to OC8, OC20, OC21. */

import { formatCount } from '../context/format-number';
import type { Acceptance, ContextContent, Range, Worth } from '../context/product-context';
import { UNTRAINED, worthEstimate } from '../ranking/estimate';

export interface HitCount {
  readonly hits: number;
  readonly outcomes: number;
}

export interface Calibrations {
  readonly worth: Readonly<Record<string, HitCount>>;
  readonly effort: HitCount;
  /** Ranges that are counted as they stand on the ticket now, because none was kept when infrastructure agreed. */
  readonly asTheyStandNow: number;
  /** Median of delivered over stated worth, from eight outcomes on; stated is the mean of the range, which is what the order adds up. */
  readonly deliveredOverStated?: number;
}

/** A done ticket, as far as its ranges are held against what came of it. */
export interface MeasuredTicket {
  readonly content: ContextContent;
  readonly accepted?: Acceptance;
}

/** Fewer outcomes say nothing about the habit of stating too much. */
export const OUTCOMES_FOR_A_RATIO = 8;

/** Counts measured amounts against the raw ranges as they stood when infrastructure agreed; where none was kept, as they stand now. */
export function calibrate(tickets: readonly MeasuredTicket[]): Calibrations {
  const worth: Record<string, HitCount> = {};
  let effort: HitCount = { hits: 0, outcomes: 0 };
  let asTheyStandNow = 0;
  const ratios: number[] = [];
  for (const { content: { team = '', value, effort: ownEffort, outcome }, accepted } of tickets) {
    const keptWorth = keptRange(accepted?.ranges?.worth, value?.worth);
    const range = keptWorth ?? completeRange(value?.worth);
    if (range !== undefined && outcome?.worth !== undefined) {
      worth[team] = count(Object.hasOwn(worth, team) ? worth[team] : undefined, range, outcome.worth.level);
      if (keptWorth === undefined) asTheyStandNow += 1;
      const stated = worthEstimate(range, UNTRAINED);
      if (stated.kind !== 'unknown' && stated.mean > 0) ratios.push(outcome.worth.level / stated.mean);
    }
    const keptEffort = accepted?.ranges?.effort;
    const estimated = keptEffort ?? ownEffort;
    if (estimated !== undefined && outcome?.effort !== undefined) {
      effort = count(effort, estimated, outcome.effort.level);
      if (keptEffort === undefined) asTheyStandNow += 1;
    }
  }
  return { worth, effort, asTheyStandNow, ...(ratios.length < OUTCOMES_FOR_A_RATIO ? {} : { deliveredOverStated: median(ratios) }) };
}

/** What an agreement keeps, so that what is changed later cannot change whether it held. */
export function rangesToKeep({ value, effort }: ContextContent): Acceptance['ranges'] {
  const worth = value?.worth;
  const isComplete = completeRange(worth) !== undefined;
  if (!isComplete && effort === undefined) return undefined;
  return { ...(isComplete && worth !== undefined ? { worth } : {}), ...(effort === undefined ? {} : { effort }) };
}

/** What a hit rate stands on where no range was kept; empty where all were. */
export function asTheyStandNowWords({ asTheyStandNow }: Pick<Calibrations, 'asTheyStandNow'>, locale: string): string {
  return asTheyStandNow === 0 ? '' : `For ${formatCount(asTheyStandNow, locale)} of these the range on the ticket now counts, because none was kept when it was agreed.`;
}

/** In another currency or for another period than the measured amount it says nothing about it. */
function keptRange(kept: Worth | undefined, now: Worth | undefined): Range | undefined {
  return kept?.currency === now?.currency && kept?.per === now?.per ? completeRange(kept) : undefined;
}

function completeRange(worth: Worth | undefined): Range | undefined {
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
