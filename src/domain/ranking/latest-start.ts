/** When a ticket must have been started. Rule: RK41. */

import type { Candidate } from './candidate';
import { percentileOf } from './estimate';
import { WEEKS_A_MONTH } from './worth-over-time';

/** Months from the plan's date: needed by, less the 80th percentile of its effort at this capacity (person-weeks a week). */
export function latestStart(candidate: Candidate, capacity: number): number | undefined {
  if (candidate.neededBy === undefined || candidate.effort === undefined || capacity <= 0) return undefined;
  return candidate.neededBy - percentileOf(candidate.effort, 0.8) / capacity / WEEKS_A_MONTH;
}
