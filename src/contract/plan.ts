/** The stored form of a project's plan (project property `product-context.plan`). */

import * as z from 'zod';
import { MONTHS_AHEAD, MOST_PLACED, PLACE_REASON_CHARACTERS, type RemovedPlan, type SavedPlan } from '../domain/ranking/saved-plan';
import { explainIssues } from './explain-issues';
import { revSchema, storedRev } from './rev';

const amount = z.number().min(0).max(1_000_000);

export const planContentSchema = z.object({
  planDate: z.iso.date(),
  months: z.number().refine((months) => (MONTHS_AHEAD as readonly number[]).includes(months), `must be one of ${MONTHS_AHEAD.join(', ')}`),
  capacity: z.exactOptional(z.object({ low: amount, high: amount, per: z.enum(['week', 'month', 'quarter']) })
    .refine(({ low, high }) => low <= high, 'must begin with its lower end')),
  placed: z.array(z.object({
    key: z.string().max(255).regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'must be a ticket key such as BUYER-70'),
    place: z.number().int().min(0).max(99_999), reason: z.string().trim().min(1).max(PLACE_REASON_CHARACTERS),
  })).max(MOST_PLACED),
});

const stamp = { v: z.literal(1), rev: revSchema, savedAt: z.string(), token: z.exactOptional(z.string().max(100)) };
const planSchema = planContentSchema.extend(stamp);
const removedSchema = z.object({ ...stamp, removed: z.literal(true) });

export type StoredPlan =
  | { readonly state: 'absent' }
  | { readonly state: 'read'; readonly plan: SavedPlan }
  /** Somebody took the plan back: there is none, but there was one. */
  | { readonly state: 'removed'; readonly plan: RemovedPlan }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'malformed'; readonly complaints: readonly string[]; readonly rev: number };

/** Reads whatever stands in the project property; never throws. */
export function readStoredPlan(stored: unknown): StoredPlan {
  if (stored === undefined || stored === null) return { state: 'absent' };
  const removed = removedSchema.safeParse(stored);
  if (removed.success) return { state: 'removed', plan: removed.data };
  const parsed = planSchema.safeParse(stored);
  if (parsed.success) return { state: 'read', plan: parsed.data };
  const loose = z.object({ v: z.number().optional() }).safeParse(stored);
  if (loose.success && loose.data.v !== undefined && loose.data.v > 1) return { state: 'newer', version: loose.data.v };
  return { state: 'malformed', complaints: explainIssues(parsed.error, stored), rev: storedRev(stored) };
}
