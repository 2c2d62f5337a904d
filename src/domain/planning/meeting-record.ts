/** What a planning meeting leaves behind (project property `product-context.meeting`): a snapshot and what was put off. No persons, no words of tickets. */

import type { Snapshot } from './snapshot';

/** An item of the agenda that the meeting does not want to see before a day. */
export interface PutOff {
  /** Id of the agenda's item, such as `must:10108`. */
  readonly item: string;
  /** ISO date on which it is back. */
  readonly until: string;
  readonly why: string;
}

export interface MeetingContent {
  /** How things stood at the end of the last meeting. */
  readonly snapshot?: Snapshot;
  readonly putOff: readonly PutOff[];
}

export interface MeetingRecord extends MeetingContent {
  readonly v: 1;
  readonly rev: number;
  /** ISO instant. */
  readonly savedAt: string;
  readonly token?: string;
}

/** Most items that can be put off at once: with their reasons they must fit into one property beside the snapshot. */
export const MOST_PUT_OFF = 30;
/** Longest reason, in characters. */
export const REASON_CHARACTERS = 200;

/** What is put off and not due yet; `today` is an ISO date. Rule: PL29. */
export function stillPutOff(putOff: readonly PutOff[], today: string): PutOff[] {
  return putOff.filter(({ until }) => until > today);
}

/** The list with one more item; an item stands there once, and what is due again is dropped. */
export function putOffItem(putOff: readonly PutOff[], added: PutOff, today: string): PutOff[] {
  return [...stillPutOff(putOff, today).filter(({ item }) => item !== added.item), added];
}
