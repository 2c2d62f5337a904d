/** The stored form of how often Groundwork asked on a ticket what is missing (issue property `product-context.asked`). */

import * as z from 'zod';

export const askedSchema = z.object({
  v: z.literal(1),
  /** The ticket's own number: a clone brings along what was asked on another one. */
  issue: z.number().int(),
  /** Questions posted so far, one comment each. */
  rounds: z.number().int().min(1).max(100_000),
  /** ISO instant of the last one. */
  last: z.iso.datetime(),
});

export type AskedRecord = z.infer<typeof askedSchema>;

/** Rounds that the property of this ticket tells; 0 for none, for a clone's, and for what nobody can read. */
export function readRounds(stored: unknown, issueId: string): number {
  const asked = askedSchema.safeParse(stored);
  return asked.success && asked.data.issue === Number(issueId) ? asked.data.rounds : 0;
}
