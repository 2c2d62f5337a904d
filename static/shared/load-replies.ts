/** What the loaders take from Jira's replies, as zod: subsets of the shapes in Jira's REST v3 document. */

import * as z from 'zod';

export const searchReplySchema = z.object({
  issues: z.array(z.object({ id: z.string() })).default([]),
  nextPageToken: z.string().nullish(),
});

const person = z.object({ accountId: z.string(), displayName: z.string().default('somebody') }).nullish();

const ticketSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() }),
    issuetype: z.object({ id: z.string(), name: z.string(), subtask: z.boolean().default(false) }),
    project: z.object({ id: z.string(), key: z.string(), name: z.string().default('') }),
    parent: z.object({ id: z.string(), key: z.string() }).nullish(),
    assignee: person,
    reporter: person,
    priority: z.object({ name: z.string() }).nullish(),
    resolution: z.object({ name: z.string() }).nullish(),
    created: z.string().default(''),
    updated: z.string().default(''),
  }),
  /** Anybody who may edit the ticket may have written this: it is parsed on its own, later. */
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type TicketReply = z.infer<typeof ticketSchema>;

export const bulkReplySchema = z.object({
  issues: z.array(z.unknown()).default([]),
  issueErrors: z.array(z.object({ id: z.string().optional() })).default([]),
});

/** One ticket of a bulk reply, or why it cannot be used; a broken one never spoils the others. */
export function readTicketReply(found: unknown): TicketReply | undefined {
  const parsed = ticketSchema.safeParse(found);
  return parsed.success ? parsed.data : undefined;
}

export const deskFieldsSchema = z.object({
  id: z.string(),
  fields: z.object({
    labels: z.array(z.string()).nullish(),
    components: z.array(z.object({ name: z.string() })).nullish(),
    watches: z.object({ watchCount: z.number() }).nullish(),
  }),
});

const errorSchema = z.object({ errorMessages: z.array(z.string()).default([]), errors: z.record(z.string(), z.string()).default({}) });

/** Jira's own words about a refusal, for the page to quote. */
export function wordsOfRefusal(status: number, body: unknown): string {
  const parsed = errorSchema.safeParse(body);
  const words = parsed.success ? [...parsed.data.errorMessages, ...Object.values(parsed.data.errors)].join(' ') : '';
  return words === '' ? `Jira answered ${String(status)}.` : `Jira answered ${String(status)}: ${words}`;
}
