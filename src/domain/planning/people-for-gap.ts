/** How many people would close the gap between demand and capacity. Rules: PL110, PL111. */

import type { Range } from '../context/product-context';
import { showAmount, showEffort } from '../ranking/show-number';
import type { Percentiles } from '../ranking/simulate';
import { WEEKS_A_MONTH } from '../ranking/worth-over-time';

export interface GapOverTime {
  /** Person-weeks that the demand is over the capacity; below zero there is room. */
  readonly gap: Pick<Percentiles, 'p5' | 'p95'>;
  /** Over which the capacity is counted. */
  readonly months: number;
  /** Percent of everybody's time that is kept for interrupts. */
  readonly interruptAllowance: number;
}

/** Full-time people as a 90 % range, at the pace of the plan; 0 where the capacity may be enough, undefined where nobody's time can be planned. */
export function peopleForGap({ gap, months, interruptAllowance }: GapOverTime): Range | undefined {
  const weeks = months * WEEKS_A_MONTH * (1 - interruptAllowance / 100);
  return weeks <= 0 ? undefined : { low: Math.max(0, gap.p5) / weeks, high: Math.max(0, gap.p95) / weeks };
}

/** "The demand is 12 to 40 person-weeks over capacity: 1.1 to 3.6 more people would close the gap, at this pace." */
export function gapSentence(over: GapOverTime, locale: string): string | undefined {
  const people = peopleForGap(over);
  if (people === undefined) return undefined;
  if (people.high === 0) return 'The capacity is enough in nearly all cases: nobody more is needed.';
  const [low, high] = [showAmount(people.low, locale), showAmount(people.high, locale)];
  if (people.low === 0) return `The capacity may be enough, or up to ${showEffort({ low: over.gap.p95, high: over.gap.p95 }, locale)} short: none to ${high} more people would close the gap, at this pace.`;
  return `The demand is ${showEffort({ low: over.gap.p5, high: over.gap.p95 }, locale)} over capacity: ${low === high ? low : `${low} to ${high}`} more people would close the gap, at this pace.`;
}
