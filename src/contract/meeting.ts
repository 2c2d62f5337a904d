/** The stored form of what planning meetings leave behind (project property `product-context.meeting`). */

import * as z from 'zod';
import { MOST_PUT_OFF, REASON_CHARACTERS, type MeetingRecord } from '../domain/planning/meeting-record';
import { STATE_CHARACTERS } from '../domain/planning/snapshot';
import { explainIssues } from './explain-issues';
import { revSchema, storedRev } from './rev';

const count = z.number().int().nonnegative();

export const meetingContentSchema = z.object({
  snapshot: z.exactOptional(z.object({
    takenOn: z.iso.date(), open: count, understood: count, answered: count, withEffort: count,
    states: z.exactOptional(z.string().max(STATE_CHARACTERS)),
  })),
  putOff: z.array(z.object({
    item: z.string().min(1).max(200), until: z.iso.date(), why: z.string().trim().min(1).max(REASON_CHARACTERS),
  })).max(MOST_PUT_OFF),
});

const meetingSchema = meetingContentSchema.extend({
  v: z.literal(1), rev: revSchema, savedAt: z.string(), token: z.exactOptional(z.string().max(100)),
});

export type StoredMeeting =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly meeting: MeetingRecord }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'malformed'; readonly complaints: readonly string[]; readonly rev: number };

/** Reads whatever stands in the project property; never throws. */
export function readStoredMeeting(stored: unknown): StoredMeeting {
  if (stored === undefined || stored === null) return { state: 'absent' };
  const parsed = meetingSchema.safeParse(stored);
  if (parsed.success) return { state: 'read', meeting: parsed.data };
  const loose = z.object({ v: z.number().optional() }).safeParse(stored);
  if (loose.success && loose.data.v !== undefined && loose.data.v > 1) return { state: 'newer', version: loose.data.v };
  return { state: 'malformed', complaints: explainIssues(parsed.error, stored), rev: storedRev(stored) };
}
