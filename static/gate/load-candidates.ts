/** The open tickets of a project as a gate sees them; as the user, newest first. */

import { ticketConflictsSchema } from '../../src/contract/conflicts';
import { readStoredContext } from '../../src/contract/record';
import type { GatedTicket } from '../../src/domain/gate/judge-transition';
import type { JiraCalls } from '../shared/load-calls';
import { searchReplySchema, wordsOfRefusal } from '../shared/load-replies';
import { createTicketLoader, type LoadedTicket } from '../shared/load-tickets';

/** How many tickets are looked at: a preview, not a report. */
export const MOST_CANDIDATES = 1_000;

export interface Candidate extends GatedTicket {
  readonly summary: string;
  readonly status: string;
  /** Its property stands there but cannot be read, so Jira's expression may fail on it. */
  readonly unreadable: boolean;
}

export type CandidatesFound =
  | { readonly kind: 'ready'; readonly candidates: readonly Candidate[]; /** True if the project has more open tickets. */ readonly more: boolean; readonly unloaded: number }
  | { readonly kind: 'failed'; readonly words: string };

export async function loadCandidates(calls: JiraCalls, projectId: string): Promise<CandidatesFound> {
  const outcome = await calls.request('/rest/api/3/search/jql', {
    method: 'POST', body: { jql: `project = ${projectId} AND statusCategory != Done ORDER BY created DESC`, fields: ['id'], maxResults: MOST_CANDIDATES },
  });
  if (outcome.kind === 'cancelled') return { kind: 'failed', words: 'The page was closed.' };
  if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  if (outcome.status !== 200) return { kind: 'failed', words: wordsOfRefusal(outcome.status, outcome.body) };
  const found = searchReplySchema.safeParse(outcome.body);
  if (!found.success) return { kind: 'failed', words: 'Jira gave an answer this page does not understand.' };
  const ids = found.data.issues.map(({ id }) => id);
  const loaded = new Map<string, LoadedTicket>();
  await createTicketLoader(calls).load(ids, ({ tickets }) => tickets.forEach((one) => loaded.set(one.ticket.id, one)));
  const candidates = ids.flatMap((id) => loaded.get(id) ?? []).map(asCandidate);
  return { kind: 'ready', candidates, more: typeof found.data.nextPageToken === 'string', unloaded: ids.length - candidates.length };
}

function asCandidate({ ticket, context, conflicts }: LoadedTicket): Candidate {
  const stored = readStoredContext(context);
  const checked = ticketConflictsSchema.safeParse(conflicts);
  return {
    id: Number(ticket.id), key: ticket.key, summary: ticket.summary, status: ticket.status, typeId: ticket.type.id, created: ticket.created,
    record: stored.state === 'read' ? stored.record : undefined,
    conflicts: checked.success ? checked.data : undefined,
    unreadable: stored.state === 'malformed' || stored.state === 'newer',
  };
}
