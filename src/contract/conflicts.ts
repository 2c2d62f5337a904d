/** The computed conflicts of a ticket (issue property `product-context.conflicts`): ids and codes, never words or values. */

import * as z from 'zod';

export const SEVERITIES = ['limits', 'blocking', 'negotiable', 'soft'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const ticketConflictsSchema = z.object({
  /** Hash of the content that was checked; the result counts only while it equals the record's. */
  hash: z.string(),
  /** ISO instant of the check whose result was written; a later check that finds the same writes nothing. Older results lack it. */
  checkedAt: z.exactOptional(z.string()),
  /** `["conflicts"]` when nothing undecided keeps this ticket from gold, else empty. */
  met: z.array(z.string()),
  /** How many conflicts hold this ticket. */
  blocking: z.number().int().nonnegative(),
  /** Codes of the conflicts, each once: what JQL finds tickets by. Older results lack it. */
  codes: z.exactOptional(z.array(z.string())),
  /** How often the requirements here could not be compared with others: whether those clash is not known. Absent: never. */
  unchecked: z.exactOptional(z.number().int().positive()),
  /** ISO date on which the result must be computed again because a decision or a period falls due. */
  until: z.exactOptional(z.string()),
  items: z.array(z.object({
    code: z.string(), at: z.string(), severity: z.enum(SEVERITIES), ids: z.array(z.number()),
    /** How many tickets take part beside this one, where `ids` does not name all. */
    of: z.exactOptional(z.number().int().positive()),
  })).max(200),
});
export type TicketConflicts = z.infer<typeof ticketConflictsSchema>;
