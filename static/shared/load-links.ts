/** Which tickets block which: links are a field with several values, so they come in a second pass for the few that need them. */

import * as z from 'zod';
import type { JiraCalls } from './load-calls';
import { bulkReplySchema, wordsOfRefusal } from './load-replies';
import { FEWER_TICKETS_A_CALL, slices } from './load-tickets';

const linkedSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ status: z.object({ statusCategory: z.object({ key: z.string() }).optional() }).optional() }).optional(),
});
const linksSchema = z.object({
  id: z.string(),
  fields: z.object({
    issuelinks: z.array(z.object({ type: z.object({ name: z.string(), inward: z.string().default('') }), inwardIssue: z.exactOptional(linkedSchema) })).nullish(),
  }),
});

export interface Blocker {
  readonly id: string;
  readonly key: string;
}

export type LinksFound =
  /** Per ticket id, the open tickets that block it, as far as the user may see them. */
  | { readonly ok: true; readonly blockedBy: ReadonlyMap<string, readonly Blocker[]> }
  | { readonly ok: false; readonly words: string };

/** By 100, as fields with several values are served. A blocker that is done no longer blocks. */
export async function loadBlockers(calls: JiraCalls, ids: readonly string[]): Promise<LinksFound> {
  const blockedBy = new Map<string, readonly Blocker[]>();
  const outcomes = await Promise.all(slices(ids, FEWER_TICKETS_A_CALL).map((part) =>
    calls.request('/rest/api/3/issue/bulkfetch', { method: 'POST', body: { issueIdsOrKeys: part, fields: ['issuelinks'] } })));
  for (const outcome of outcomes) {
    if (outcome.kind === 'cancelled') return { ok: false, words: 'Reading the links was cancelled.' };
    if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
    if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
    const reply = bulkReplySchema.safeParse(outcome.body);
    const tickets = z.array(linksSchema).safeParse(reply.success ? reply.data.issues : undefined);
    if (!tickets.success) return { ok: false, words: 'Jira described the links in a way this page does not understand.' };
    for (const { id, fields } of tickets.data) {
      const blockers = (fields.issuelinks ?? []).flatMap(({ type, inwardIssue }) =>
        (inwardIssue !== undefined && isBlocking(type) && inwardIssue.fields?.status?.statusCategory?.key !== 'done' ? [{ id: inwardIssue.id, key: inwardIssue.key }] : []));
      if (blockers.length > 0) blockedBy.set(id, blockers);
    }
  }
  return { ok: true, blockedBy };
}

/** Administrators rename link types; Jira's own is "Blocks", "is blocked by". */
function isBlocking({ name, inward }: { readonly name: string; readonly inward: string }): boolean {
  return name === 'Blocks' || /\bblocked by\b/i.test(inward);
}
