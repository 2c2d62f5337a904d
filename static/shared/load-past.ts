/** What is done, for how often estimates held and what interrupts used: a search and bulk calls, only where it is needed. */

import { readRounds } from '../../src/contract/asked';
import { readStoredContext } from '../../src/contract/record';
import { contentOf, draftFromCopy, isCopied } from '../../src/domain/context/draft-from-copy';
import type { Acceptance, ContextContent } from '../../src/domain/context/product-context';
import type { DemandTicket } from '../../src/domain/demand/demand-ticket';
import type { JiraCalls } from './load-calls';
import { searchReplySchema, wordsOfRefusal } from './load-replies';
import { createTicketLoader, slices, type LoadedTicket } from './load-tickets';

/** The latest ones are read, page by page; a project with more says on screen that older ones are left out. */
export const MOST_DONE = 5_000;
/** Read in one go of the main thread. */
const READ_AT_ONCE = 50;

/** A ticket that is closed, built or not. */
export interface DoneTicket {
  readonly ticket: DemandTicket;
  readonly content: ContextContent;
  /** Its record came from another ticket, and nobody has checked and saved it here. */
  readonly isCopy: boolean;
  /** Name of Jira's resolution, which tells built from unbuilt. */
  readonly resolution?: string;
  readonly accepted?: Acceptance;
  /** ISO instant at which it was first understood; absent where that is not known. */
  readonly understoodAt?: string;
  /** Questions that Groundwork posted on it. */
  readonly rounds: number;
}

export type PastFound =
  | {
    readonly ok: true;
    readonly closed: readonly DoneTicket[];
    /** There are more, closed or changed longer ago. */
    readonly isCut: boolean;
    /** Tickets that Jira did not return. */
    readonly failed: number;
  }
  | { readonly ok: false; readonly words: string };

type IdsFound = { readonly ok: true; readonly ids: readonly string[]; readonly isCut: boolean } | Extract<PastFound, { ok: false }>;

/** The latest done tickets of this project that carry a context, as the user sees them. */
export async function loadPast(calls: JiraCalls, projectId: string): Promise<PastFound> {
  const found = await findDone(calls, projectId);
  if (!found.ok) return found;
  const loaded: LoadedTicket[] = [];
  let failed = 0;
  await createTicketLoader(calls, ['resolution']).load(found.ids, (batch) => {
    loaded.push(...batch.tickets);
    failed += batch.failed.length;
  });
  const closed: DoneTicket[] = [];
  for (const part of slices(loaded, READ_AT_ONCE)) {
    for (const { ticket, context, asked, resolution } of part) {
      const stored = readStoredContext(context);
      if (stored.state !== 'read') continue;
      const { understoodAt, accepted } = stored.record;
      const isCopy = isCopied(stored.record, ticket.id);
      closed.push({
        ticket, isCopy, content: isCopy ? draftFromCopy(stored.record) : contentOf(stored.record), rounds: readRounds(asked, ticket.id),
        ...(understoodAt === undefined || isCopy ? {} : { understoodAt }), ...(accepted === undefined || isCopy ? {} : { accepted }),
        ...(resolution === undefined ? {} : { resolution }),
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { ok: true, closed, isCut: found.isCut, failed };
}

async function findDone(calls: JiraCalls, projectId: string): Promise<IdsFound> {
  const ids: string[] = [];
  let token: string | undefined;
  do {
    const outcome = await calls.request('/rest/api/3/search/jql', {
      method: 'POST',
      body: {
        jql: `statusCategory = Done AND (project = ${projectId} OR productContextInfra = ${projectId}) AND productContextGrade IS NOT EMPTY ORDER BY updated DESC`,
        fields: ['id'], maxResults: MOST_DONE - ids.length, ...(token === undefined ? {} : { nextPageToken: token }),
      },
    });
    if (outcome.kind === 'cancelled') return { ok: false, words: 'Reading what is done was cancelled.' };
    if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
    if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
    const reply = searchReplySchema.safeParse(outcome.body);
    if (!reply.success) return { ok: false, words: 'Jira gave an answer this page does not understand.' };
    ids.push(...reply.data.issues.map(({ id }) => id));
    token = reply.data.nextPageToken ?? undefined;
  } while (token !== undefined && ids.length < MOST_DONE);
  // A ticket that changes between two pages of the search may stand on both.
  return { ok: true, ids: [...new Set(ids)], isCut: token !== undefined };
}
