/** The staffing case: what waits behind the cut line because there is no capacity for it, a week. Rules: PL19, PL20, PL50. */

import { sumOfEfforts, type SumRange } from './group-effort';
import type { Comparable } from '../ranking/candidate';
import type { Placement } from '../ranking/plan';
import { costOfDelay } from '../ranking/plan';
import { DRAWS } from '../ranking/chance-to-win';
import { drawAmounts } from '../ranking/draw-ticket';
import { percentiles, type Percentiles } from '../ranking/simulate';
import { timesEarned, WEEKS_A_MONTH } from '../ranking/worth-over-time';

export interface StaffingCase {
  /** Money a week that waits behind the cut, if the goals are reached: median and 90 % range. */
  readonly waitingPerWeek: Percentiles;
  readonly waiting: readonly Comparable[];
  /** Behind the cut, with a worth that a week of waiting does not lessen now: it comes once, in a later season, or not any more. */
  readonly withoutWeek: readonly Comparable[];
  /** Person-weeks that would be needed for it, as far as they are known; efforts err together. Absent where none is. */
  readonly effort?: SumRange;
  /** Behind the cut, without a comparable worth: named, not counted. */
  readonly notCounted: readonly string[];
}

/**
 * Everything in the plan that ends after `horizon` months. What a week costs is counted as of now, not of the planned end as in the
 * plan: the question is what is missed while it is not there, and at an end after the months counted nothing would seem to be.
 */
export function staffingCase(plan: readonly Placement[], horizon: number, draws: number = DRAWS): StaffingCase {
  const behind = plan.filter(({ end }) => end === undefined || end > horizon);
  const comparable = behind.flatMap(({ candidate }) => (candidate.kind === 'comparable' ? [candidate] : []));
  const waiting = comparable.filter((candidate) => costOfDelay(candidate, 0) > 0);
  const effort = sumOfEfforts(behind.flatMap(({ candidate }) => candidate.effort ?? []));
  const total = new Float64Array(draws);
  for (const ticket of waiting) addWeek(total, ticket);
  return {
    waitingPerWeek: percentiles(total), waiting, withoutWeek: comparable.filter((candidate) => costOfDelay(candidate, 0) <= 0),
    ...(effort === undefined ? {} : { effort }),
    notCounted: behind.flatMap(({ candidate }) => (candidate.kind === 'not-comparable' ? [candidate.key] : [])),
  };
}

function addWeek(total: Float64Array, ticket: Comparable): void {
  const times = timesEarned(ticket.time, 0) - timesEarned(ticket.time, 1 / WEEKS_A_MONTH);
  const amounts = drawAmounts(ticket, total.length);
  for (let at = 0; at < total.length; at++) total[at] = (total[at] ?? 0) + times * (amounts[at] ?? 0);
}
