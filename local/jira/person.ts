import * as z from 'zod';

/** Somebody who can sign in, or the app itself. */
export const personSchema = z.object({
  accountId: z.string().min(1).max(128),
  displayName: z.string().min(1),
  emailAddress: z.string().default(''),
  accountType: z.enum(['atlassian', 'app', 'customer']).default('atlassian'),
  active: z.boolean().default(true),
  timeZone: z.string().default('Europe/Berlin'),
  locale: z.string().default('en_US'),
  /** Names of groups; `jira-administrators` administers Jira. */
  groups: z.array(z.string()).default([]),
  /** One line on who this is in the running example; shown where the acting user is chosen. */
  about: z.exactOptional(z.string()),
});
export type Person = z.infer<typeof personSchema>;

export const ADMINISTRATORS = 'jira-administrators';
