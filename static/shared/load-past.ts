/** What is done, for how often estimates held and what interrupts used: one search and one bulk call, only where it is needed. */

import { readStoredContext } from '../../src/contract/record';
import { contentOf } from '../../src/domain/context/draft-from-copy';
import type { ContextContent } from '../../src/domain/context/product-context';
import type { DemandTicket } from '../../src/domain/demand/demand-ticket';
import type { JiraCalls } from './load-calls';
import { searchReplySchema, wordsOfRefusal } from './load-replies';
import { createTicketLoader, slices, type LoadedTicket } from './load-tickets';

/** The latest suffice for a habit of estimating. */
export const MOST_DONE = 300;
/** Read in one go of the main thread. */
const READ_AT_ONCE = 50;

export interface DoneTicket {
  readonly ticket: DemandTicket;
  readonly content: ContextContent;
}

export type PastFound = { readonly ok: true; readonly done: readonly DoneTicket[] } | { readonly ok: false; readonly words: string };

/** The latest done tickets of this project that carry a context, as the user sees them. */
export async function loadPast(calls: JiraCalls, projectId: string): Promise<PastFound> {
  const outcome = await calls.request('/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql: `statusCategory = Done AND (project = ${projectId} OR productContextInfra = ${projectId}) AND productContextGrade IS NOT EMPTY ORDER BY updated DESC`,
      fields: ['id'], maxResults: MOST_DONE,
    },
  });
  if (outcome.kind === 'cancelled') return { ok: false, words: 'Reading what is done was cancelled.' };
  if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
  if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
  const reply = searchReplySchema.safeParse(outcome.body);
  if (!reply.success) return { ok: false, words: 'Jira gave an answer this page does not understand.' };
  const loaded: LoadedTicket[] = [];
  await createTicketLoader(calls).load(reply.data.issues.map(({ id }) => id), ({ tickets }) => loaded.push(...tickets));
  const done: DoneTicket[] = [];
  for (const part of slices(loaded, READ_AT_ONCE)) {
    for (const { ticket, context } of part) {
      const stored = readStoredContext(context);
      if (stored.state === 'read') done.push({ ticket, content: contentOf(stored.record) });
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { ok: true, done };
}
