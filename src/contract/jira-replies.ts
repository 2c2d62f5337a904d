/** What Jira's REST API answers to the backend: subsets of the shapes in Atlassian's OpenAPI document, the fields we use. */

import * as z from 'zod';

/** GET of an issue's or project's property. */
export const propertyReply = z.object({ value: z.unknown() });

/** GET /mypermissions. */
export const permissionsReply = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** What Groundwork writes into the property of its comments. */
export const commentMark = z.object({ kind: z.enum(['accepted', 'bypass', 'changed', 'answer', 'result', 'question', 'conflict', 'decision']), hash: z.string() });
export type CommentMark = z.infer<typeof commentMark>;

const comment = z.object({
  id: z.string(),
  created: z.string(),
  author: z.object({ accountId: z.string() }).optional(),
  properties: z.array(z.object({ key: z.string().optional(), value: z.unknown() })).optional(),
});

/** POST of a comment. */
export const commentReply = comment.pick({ id: true });

/** GET of an issue's comments, one page. */
export const commentsReply = z.object({ comments: z.array(comment), startAt: z.number(), total: z.number() });

/** GET of an issue with `fields=reporter`. */
export const reporterReply = z.object({
  fields: z.object({ reporter: z.object({ accountId: z.string(), displayName: z.string().default('') }).nullish() }),
});

/** POST /search/jql, ids only. */
export const searchReply = z.object({ issues: z.array(z.object({ id: z.string() })), nextPageToken: z.string().optional() });

const person = z.object({ accountId: z.string(), displayName: z.string().default('') }).nullish();

/** POST /issue/bulkfetch with the fields and properties that a check needs. */
export const bulkFetchReply = z.object({
  issues: z.array(z.object({
    id: z.string(), key: z.string(),
    fields: z.object({
      status: z.object({ statusCategory: z.object({ key: z.string() }) }), resolution: z.object({ name: z.string() }).nullish(),
      assignee: person, reporter: person,
    }),
    properties: z.record(z.string(), z.unknown()).default({}),
  })),
  issueErrors: z.array(z.object({ id: z.union([z.string(), z.number()]).optional() })).default([]),
});

/** GET /project/search. */
export const projectSearchReply = z.object({ values: z.array(z.object({ id: z.string() })), isLast: z.boolean().default(true) });

/** GET /issueLinkType. */
export const linkTypesReply = z.object({ issueLinkTypes: z.array(z.object({ id: z.string(), name: z.string() })) });

/** POST /forge/panel/action/bulk/async. */
export const taskReply = z.object({ taskId: z.string() });
