/** The configuration of one workflow rule: what this gate wants. Read by Jira's expression as `config`. */

import * as z from 'zod';

export const gateConfigurationSchema = z.object({
  gate: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
  /** What people call this gate; shown in settings and when a bypass is recorded. */
  name: z.exactOptional(z.string().trim().min(1).max(60)),
  /** The codes wanted, each with the words the message uses. */
  criteria: z.array(z.object({ code: z.string().min(1).max(40), label: z.string().trim().min(1).max(100) })).max(40),
  /** Ids of the issue types it looks at; empty: all. */
  types: z.array(z.string().regex(/^\d+$/)).max(100),
  /** Tickets created before this ISO date are spared. */
  since: z.iso.date(),
  /** Whether a recorded bypass lets a ticket pass this gate. */
  bypass: z.boolean(),
  hint: z.string().trim().max(300),
});
export type GateConfiguration = z.infer<typeof gateConfigurationSchema>;

/** What the workflow editor may store with a rule, and the hint that a new rule starts with. */
export const CONFIGURATION_CHARACTERS = 32_000;
export const DEFAULT_HINT = 'Open "Product context" on this ticket (under Apps if you do not see it).';
