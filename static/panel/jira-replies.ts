/** What the panel takes from Jira's replies: subsets of the shapes in Jira's REST v3 document. */

import * as z from 'zod';

export const issueReplySchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).nullish() }).nullish(),
    issuetype: z.object({ name: z.string(), subtask: z.boolean().nullish() }),
    project: z.object({ id: z.string(), key: z.string(), name: z.string().nullish() }),
    parent: z.object({ id: z.string(), key: z.string() }).nullish(),
    reporter: z.object({ accountId: z.string() }).nullish(),
  }),
  /** Whoever may edit the ticket may have written these: each is read on its own, later. */
  properties: z.record(z.string(), z.unknown()).nullish(),
});
export type IssueReply = z.infer<typeof issueReplySchema>;


export const projectPageSchema = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string().nullish(), properties: z.record(z.string(), z.unknown()).nullish() })),
  isLast: z.boolean().nullish(),
});

export const reportedReplySchema = z.object({
  issues: z.array(z.object({ fields: z.object({ project: z.object({ id: z.string() }) }) })),
});
