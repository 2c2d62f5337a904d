/** Reads what takes part in conflicts and is not open demand: requirements that are built already, and tickets that only an id names. */

import * as z from 'zod';
import { readStoredContext } from '../../../src/contract/record';
import { CONTEXT_PROPERTY } from '../../../src/contract/limits';
import { draftFromCopy } from '../../../src/domain/context/draft-from-copy';
import type { ContextContent } from '../../../src/domain/context/product-context';
import { loadIssuesById } from '../../shared/load-by-id';
import type { JiraCalls } from '../../shared/load-calls';
import { wordsOfRefusal } from '../../shared/load-replies';

/** A ticket beside the open demand, with what its context says. */
export interface OtherTicket {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly isDone: boolean;
  readonly resolution?: string;
  readonly content: ContextContent;
  /** A clone's record is a draft that binds nobody. */
  readonly isCopy: boolean;
}

export type OthersFound =
  /** `unread`: ids that Jira could not give; nobody knows whether this user may see them. */
  | { readonly kind: 'read'; readonly tickets: readonly OtherTicket[]; readonly unread: readonly string[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

const FIELDS = ['summary', 'status', 'resolution'];

const ticketSchema = z.object({
  id: z.string(), key: z.string(),
  fields: z.object({
    summary: z.string().nullish(), resolution: z.object({ name: z.string() }).nullish(),
    status: z.object({ statusCategory: z.object({ key: z.string() }).optional() }).optional(),
  }),
  properties: z.record(z.string(), z.unknown()).optional(),
});
const pageSchema = z.object({ issues: z.array(z.unknown()).default([]), nextPageToken: z.string().nullish() });

/** Closed tickets that asked something of this project's shared data. */
export async function loadBuilt(calls: JiraCalls, projectId: string): Promise<OthersFound> {
  const tickets: OtherTicket[] = [];
  let token: string | undefined;
  do {
    const outcome = await calls.request('/rest/api/3/search/jql', {
      method: 'POST',
      body: {
        jql: `statusCategory = Done AND (project = ${projectId} OR productContextInfra = ${projectId}) AND productContextElements IS NOT EMPTY`,
        fields: FIELDS, properties: [CONTEXT_PROPERTY], maxResults: 100, ...(token === undefined ? {} : { nextPageToken: token }),
      },
    });
    if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
    if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
    const page = pageSchema.safeParse(outcome.body);
    if (outcome.status !== 200 || !page.success) return { kind: 'failed', words: wordsOfRefusal(outcome.status, outcome.body) };
    tickets.push(...page.data.issues.flatMap(readTicket));
    token = page.data.nextPageToken ?? undefined;
  } while (token !== undefined);
  return { kind: 'read', tickets, unread: [] };
}

/** These tickets, as far as the user may see them: what comes back neither as a ticket nor as unread is one that this user cannot see. */
export async function loadById(calls: JiraCalls, ids: readonly string[]): Promise<OthersFound> {
  const found = await loadIssuesById(calls, ids, { fields: FIELDS, properties: [CONTEXT_PROPERTY] });
  return found.kind === 'read' ? { kind: 'read', tickets: found.issues.flatMap(readTicket), unread: found.unread } : found;
}

function readTicket(found: unknown): OtherTicket[] {
  const parsed = ticketSchema.safeParse(found);
  if (!parsed.success) return [];
  const { id, key, fields, properties } = parsed.data;
  const stored = readStoredContext(properties?.[CONTEXT_PROPERTY]);
  const isCopy = stored.state === 'read' && stored.record.index !== undefined && String(stored.record.index.issue) !== id;
  const content = stored.state === 'read' ? (isCopy ? draftFromCopy(stored.record) : stored.record) : stored.state === 'malformed' ? stored.salvaged : {};
  return [{
    id, key, summary: fields.summary ?? '', isDone: fields.status?.statusCategory?.key === 'done', content, isCopy,
    ...(fields.resolution ? { resolution: fields.resolution.name } : {}),
  }];
}
