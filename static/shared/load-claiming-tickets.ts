/** Reads the tickets that require something of an infrastructure project's shared data: in the browser, as the user, no function. */

import * as z from 'zod';
import { CONTEXT_PROPERTY } from '../../src/contract/limits';
import { readStoredContext } from '../../src/contract/record';
import { isCopied } from '../../src/domain/context/draft-from-copy';
import type { ProductContext } from '../../src/domain/context/product-context';
import { loadIssuesById } from './load-by-id';
import type { JiraCalls } from './load-calls';
import { searchReplySchema, wordsOfRefusal } from './load-replies';

/** A ticket that this user may see, with what its context says. */
export interface ClaimingTicketRead {
  readonly id: number;
  readonly key: string;
  readonly isDone: boolean;
  /** Name of the resolution, which tells built from unbuilt. */
  readonly resolution?: string;
  readonly record: ProductContext;
}

export type ClaimingTicketsFound =
  /** `more`: there are tickets beyond the bound, which were not read. `unread`: Jira could not give these; nobody knows what they require. */
  | { readonly kind: 'read'; readonly tickets: readonly ClaimingTicketRead[]; readonly more: boolean; readonly unread: readonly number[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

/** More tickets than this are not read for a preview; the stored result, computed by the backend, knows them all. */
export const MOST_CLAIMING_TICKETS = 5_000;
const FIELDS = ['status', 'resolution'];

const ticketSchema = z.object({
  id: z.string(), key: z.string(),
  fields: z.object({
    resolution: z.object({ name: z.string() }).nullish(),
    status: z.object({ statusCategory: z.object({ key: z.string() }).nullish() }).nullish(),
  }),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

/** All tickets whose context requires something of this project's shared data; closed ones may be built, so they count, too. */
export function loadClaimingTickets(calls: JiraCalls, projectId: string): Promise<ClaimingTicketsFound> {
  return loadTicketsWhere(calls, projectId, 'productContextElements IS NOT EMPTY');
}

/** Open tickets with a threshold on this scale, in the one spelling that an index has of it. */
export function loadTicketsOnScale(calls: JiraCalls, projectId: string, scale: string): Promise<ClaimingTicketsFound> {
  return loadTicketsWhere(calls, projectId, `statusCategory != Done AND productContextScales = "${scale.replaceAll(/["\\]/g, '\\$&')}"`);
}

async function loadTicketsWhere(calls: JiraCalls, projectId: string, condition: string): Promise<ClaimingTicketsFound> {
  const outcome = await calls.request('/rest/api/3/search/jql', {
    method: 'POST',
    body: { jql: `(project = ${projectId} OR productContextInfra = ${projectId}) AND ${condition}`, fields: ['id'], maxResults: MOST_CLAIMING_TICKETS },
  });
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  const page = searchReplySchema.safeParse(outcome.body);
  if (outcome.status !== 200 || !page.success) return { kind: 'failed', words: wordsOfRefusal(outcome.status, outcome.body) };
  const found = await loadTicketsById(calls, page.data.issues.map(({ id }) => id));
  if (found.kind !== 'read') return found;
  const tickets = found.tickets.filter(({ record }) => record.infra === undefined || record.infra.id === projectId);
  return { kind: 'read', tickets, more: typeof page.data.nextPageToken === 'string', unread: found.unread };
}

/** These tickets, as far as the user may see them: an id that comes back neither as a ticket nor as unread is one that this user cannot see. */
export async function loadTicketsById(calls: JiraCalls, ids: readonly string[]): Promise<ClaimingTicketsFound> {
  const found = await loadIssuesById(calls, ids, { fields: FIELDS, properties: [CONTEXT_PROPERTY] });
  return found.kind === 'read' ? { kind: 'read', tickets: found.issues.flatMap(readTicket), more: false, unread: found.unread.map(Number) } : found;
}

/** A clone's record is somebody else's; one that cannot be read requires nothing that could be checked. */
function readTicket(found: unknown): ClaimingTicketRead[] {
  const parsed = ticketSchema.safeParse(found);
  if (!parsed.success) return [];
  const { id, key, fields, properties } = parsed.data;
  const stored = readStoredContext(properties?.[CONTEXT_PROPERTY]);
  if (stored.state !== 'read' || isCopied(stored.record, id)) return [];
  return [{
    id: Number(id), key, isDone: fields.status?.statusCategory?.key === 'done', record: stored.record,
    ...(fields.resolution ? { resolution: fields.resolution.name } : {}),
  }];
}
