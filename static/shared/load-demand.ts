/** Loads the open tickets that ask one infrastructure project, as the user and in the browser: no function, no points. */

import { explainIssues } from '../../src/contract/explain-issues';
import { createJiraCalls, type AskJira } from './load-calls';
import { searchReplySchema, wordsOfRefusal } from './load-replies';
import { createTicketLoader, slices, type LoadedTicket, type TicketBatch } from './load-tickets';

/** Most ids of one `search/jql` call that asks for ids alone; the server may return fewer. */
export const IDS_A_CALL = 5_000;

/** The first rows come from a small call, so that they are there before the large ones. */
export const FIRST_TICKETS = 100;

/** The tickets that ask this project: its own open ones and those elsewhere whose context names it. */
export function demandJql(projectId: string): string {
  return `statusCategory != Done AND (project = ${projectId} OR productContextInfra = ${projectId})`;
}

/** How far a loading is. `found` grows while Jira is still being searched. */
export interface LoadProgress {
  readonly searching: boolean;
  readonly found: number;
  readonly loaded: number;
  readonly invisible: number;
  readonly failed: readonly string[];
  readonly calls: number;
  /** Seconds of the pause that Jira asked for last, while it lasts. */
  readonly pause?: number;
  /** What Jira said about the last part that failed. */
  readonly words?: string;
}

export type LoadEnd =
  | { readonly kind: 'complete' }
  /** What was loaded stays; the rest is missing. */
  | { readonly kind: 'cancelled' }
  /** The search itself failed; `words` say why. What was loaded stays. */
  | { readonly kind: 'failed'; readonly status?: number; readonly words: string };

export interface DemandLoading {
  readonly ask: AskJira;
  readonly projectId: string;
  readonly signal: AbortSignal;
  readonly onTickets: (tickets: readonly LoadedTicket[]) => void;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly passOn?: (error: unknown) => boolean;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Throws only what `passOn` names. */
export async function loadDemand(loading: DemandLoading): Promise<LoadEnd> {
  const { signal, onTickets, onProgress } = loading;
  let progress: LoadProgress = { searching: true, found: 0, loaded: 0, invisible: 0, failed: [], calls: 0 };
  const advance = (change: Partial<LoadProgress>): void => {
    progress = { ...progress, ...change, calls: calls.made() };
    onProgress(progress);
  };
  const calls = createJiraCalls({
    ask: loading.ask, signal, onPause: (pause) => advance({ pause }),
    ...(loading.passOn ? { passOn: loading.passOn } : {}), ...(loading.sleep ? { sleep: loading.sleep } : {}),
  });
  const loader = createTicketLoader(calls);
  const take = (batch: TicketBatch): void => {
    if (signal.aborted) return;
    if (batch.tickets.length > 0) onTickets(batch.tickets);
    const { pause: _over, ...rest } = progress;
    progress = rest;
    advance({
      loaded: progress.loaded + batch.tickets.length, invisible: progress.invisible + batch.invisible,
      failed: [...progress.failed, ...batch.failed], ...(batch.words === undefined ? {} : { words: batch.words }),
    });
  };

  const seen = new Set<string>();
  const parts: Promise<unknown>[] = [];
  let token: string | undefined;
  do {
    const page = await searchPage(calls, loading.projectId, token);
    if (page.kind !== 'found') {
      throwFirst(await Promise.all(parts));
      return page;
    }
    // A ticket that changes between two pages of the search may stand on both.
    const fresh = page.ids.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    for (const ids of splitForSpeed(fresh, progress.found === 0, loader.mostTickets())) {
      parts.push(loader.load(ids, take).then(() => undefined, (error: unknown) => ({ error })));
    }
    token = page.token;
    advance({ found: seen.size, searching: token !== undefined });
  } while (token !== undefined);
  throwFirst(await Promise.all(parts));
  return signal.aborted ? { kind: 'cancelled' } : { kind: 'complete' };
}

/** Parts run while the search goes on; what one of them threw waits until all are done, or nobody would be listening. */
function throwFirst(results: readonly unknown[]): void {
  for (const result of results) if (typeof result === 'object' && result !== null && 'error' in result) throw result.error;
}

type SearchPage = { readonly kind: 'found'; readonly ids: readonly string[]; readonly token: string | undefined } | Exclude<LoadEnd, { kind: 'complete' }>;

async function searchPage(calls: ReturnType<typeof createJiraCalls>, projectId: string, token: string | undefined): Promise<SearchPage> {
  const outcome = await calls.request('/rest/api/3/search/jql', {
    method: 'POST',
    body: { jql: demandJql(projectId), fields: ['id'], maxResults: IDS_A_CALL, ...(token === undefined ? {} : { nextPageToken: token }) },
  });
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  if (outcome.status !== 200) return { kind: 'failed', status: outcome.status, words: wordsOfRefusal(outcome.status, outcome.body) };
  const reply = searchReplySchema.safeParse(outcome.body);
  if (!reply.success) return { kind: 'failed', words: `Jira gave an answer this page does not understand. ${explainIssues(reply.error, outcome.body)[0] ?? ''}.` };
  return { kind: 'found', ids: reply.data.issues.map((issue) => issue.id), token: reply.data.nextPageToken ?? undefined };
}

function splitForSpeed(ids: readonly string[], isFirstPage: boolean, most: number): (readonly string[])[] {
  if (!isFirstPage || ids.length <= FIRST_TICKETS) return slices(ids, most);
  return [ids.slice(0, FIRST_TICKETS), ...slices(ids.slice(FIRST_TICKETS), most)];
}
