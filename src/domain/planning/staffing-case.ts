/** The staffing case: what waits behind the cut line because there is no capacity for it, a week. Rules: PL19, PL20. */

import type { Comparable } from '../ranking/candidate';
import type { Placement } from '../ranking/plan';
import { costOfDelay } from '../ranking/plan';
import { RHO_WORTH, DRAWS } from '../ranking/chance-to-win';
import { drawValues } from '../ranking/draws';
import { percentiles, type Percentiles } from '../ranking/simulate';
import { timesEarned, WEEKS_A_MONTH } from '../ranking/worth-over-time';

export interface StaffingCase {
  /** Money a week that waits behind the cut, if the goals are reached: median and 90 % range. */
  readonly waitingPerWeek: Percentiles;
  readonly waiting: readonly Comparable[];
  /** Person-weeks that would be needed for it. */
  readonly effort: number;
  /** Behind the cut, without a comparable worth: named, not counted. */
  readonly notCounted: readonly string[];
}

/** Everything in the plan that ends after `horizon` months. */
export function staffingCase(plan: readonly Placement[], horizon: number, draws: number = DRAWS): StaffingCase {
  const behind = plan.filter(({ end }) => end === undefined || end > horizon);
  const waiting = behind.flatMap(({ candidate }) => (candidate.kind === 'comparable' && costOfDelay(candidate, 0) > 0 ? [candidate] : []));
  const total = new Float64Array(draws);
  for (const ticket of waiting) addWeek(total, ticket);
  return {
    waitingPerWeek: percentiles(total), waiting,
    effort: behind.reduce((sum, { candidate }) => sum + (candidate.effort?.mean ?? 0), 0),
    notCounted: behind.flatMap(({ candidate }) => (candidate.kind === 'not-comparable' ? [candidate.key] : [])),
  };
}

function addWeek(total: Float64Array, ticket: Comparable): void {
  const times = timesEarned(ticket.time, 0) - timesEarned(ticket.time, 1 / WEEKS_A_MONTH);
  const amounts = drawValues(ticket.amount, { id: ticket.id, quantity: 'worth', group: ticket.team, rho: RHO_WORTH }, total.length);
  for (let at = 0; at < total.length; at++) total[at] = (total[at] ?? 0) + times * (amounts[at] ?? 0);
}
