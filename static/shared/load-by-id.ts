/** Fetches tickets by id as the user: by 1,000, by 100 where Jira refuses that, and again in halves those that Jira could not read. */

import type { JiraCalls } from './load-calls';
import { bulkReplySchema, wordsOfRefusal } from './load-replies';
import { FEWER_TICKETS_A_CALL, MOST_TICKETS_A_CALL, slices } from './load-tickets';

export type FoundById =
  /** An id that is neither among the issues nor `unread` is a ticket that this user cannot see. */
  | { readonly kind: 'read'; readonly issues: readonly unknown[]; readonly unread: readonly string[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

export interface WhatToFetch {
  readonly fields: readonly string[];
  readonly properties: readonly string[];
}

/** `unread` are those that Jira still could not give when it was asked for them alone: nobody knows whether this user may see them. */
export async function loadIssuesById(calls: JiraCalls, ids: readonly string[], what: WhatToFetch, most = MOST_TICKETS_A_CALL): Promise<FoundById> {
  return joined(await Promise.all(slices(ids, most).map((part) => loadPart(calls, part, what))));
}

async function loadPart(calls: JiraCalls, ids: readonly string[], what: WhatToFetch): Promise<FoundById> {
  const outcome = await calls.request('/rest/api/3/issue/bulkfetch', { method: 'POST', body: { issueIdsOrKeys: ids, fields: what.fields, properties: what.properties } });
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  if (outcome.status === 400 && ids.length > FEWER_TICKETS_A_CALL) return loadIssuesById(calls, ids, what, FEWER_TICKETS_A_CALL);
  const reply = bulkReplySchema.safeParse(outcome.body);
  if (outcome.status !== 200 || !reply.success) return { kind: 'failed', words: wordsOfRefusal(outcome.status, outcome.body) };
  const erred = new Set(reply.data.issueErrors.flatMap((error) => error.id ?? []));
  const again = ids.filter((id) => erred.has(id));
  const first: FoundById = { kind: 'read', issues: reply.data.issues, unread: ids.length === 1 ? again : [] };
  if (again.length === 0 || ids.length === 1) return first;
  return joined([first, await loadIssuesById(calls, again, what, Math.ceil(again.length / 2))]);
}

function joined(parts: readonly FoundById[]): FoundById {
  const issues: unknown[] = [];
  const unread: string[] = [];
  for (const part of parts) {
    if (part.kind !== 'read') return part;
    issues.push(...part.issues);
    unread.push(...part.unread);
  }
  return { kind: 'read', issues, unread };
}
