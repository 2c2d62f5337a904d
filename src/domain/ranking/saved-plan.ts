/** The plan that an infrastructure project agreed on (project property `product-context.plan`): its date, its capacity and what people placed by hand. */

import type { Capacity } from '../context/settings';

/** A ticket that people put at a place, with a reason. */
export interface PlacedTicket {
  readonly key: string;
  /** After this many ordered tickets that nobody placed by hand. */
  readonly place: number;
  readonly reason: string;
}

export interface PlanContent {
  /** ISO date that the plan counts from. */
  readonly planDate: string;
  /** Months that the cut line looks ahead. */
  readonly months: number;
  /** Instead of the settings' capacity; absent: the settings' one, whatever it becomes. */
  readonly capacity?: Capacity;
  readonly placed: readonly PlacedTicket[];
}

export interface SavedPlan extends PlanContent {
  readonly v: 1;
  readonly rev: number;
  /** ISO instant. */
  readonly savedAt: string;
  readonly token?: string;
}

/** Stands where a plan was taken back: whoever still works from that plan is told, because revisions go on counting. */
export interface RemovedPlan {
  readonly v: 1;
  readonly rev: number;
  /** ISO instant. */
  readonly savedAt: string;
  readonly token?: string;
  readonly removed: true;
}

/** What can stand in the project property. */
export type PlanRecord = SavedPlan | RemovedPlan;

/** Choices for how far the cut line looks ahead, in months. */
export const MONTHS_AHEAD = [1, 3, 6, 12] as const;
/** Longest reason of one place, in characters. */
export const PLACE_REASON_CHARACTERS = 200;
/** More placed by hand is no plan any more, and would not fit into one property. */
export const MOST_PLACED = 50;
