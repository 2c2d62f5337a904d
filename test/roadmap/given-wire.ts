/** A Jira at the wire for the loaders: it answers search and bulkfetch as the REST document says, with the faults a test wants. */

import type { AskJira } from '../../static/shared/load-calls';

export interface WireFaults {
  /** Tickets a bulk call may name before it is answered 400. */
  readonly mostTickets?: number;
  /** Ids a search page holds. */
  readonly pageSize?: number;
  /** Ids that come back in `issueErrors`, and how often. */
  readonly erring?: Readonly<Record<string, number>>;
  /** Ids that come back in neither list. */
  readonly invisible?: readonly string[];
  /** The n-th request, counted from 1, is answered so. */
  readonly answers?: Readonly<Record<number, { status: number; headers?: Record<string, string> } | 'no answer'>>;
}

export interface Wire {
  readonly ask: AskJira;
  readonly requests: { readonly path: string; readonly body: Record<string, unknown> }[];
  mostAtOnce(): number;
}

/** `count` open tickets with ids 1 to count. */
export function aWire(count: number, faults: WireFaults = {}): Wire {
  const requests: { path: string; body: Record<string, unknown> }[] = [];
  const erring = new Map(Object.entries(faults.erring ?? {}));
  let atOnce = 0;
  let most = 0;
  const answer = (path: string, body: Record<string, unknown>): { status: number; body: unknown } => {
    if (path.endsWith('/search/jql')) return { status: 200, body: searchPage(count, Number(body['nextPageToken'] ?? 0), faults.pageSize ?? 5_000) };
    const ids = body['issueIdsOrKeys'] as string[];
    if (ids.length > (faults.mostTickets ?? 1_000)) return { status: 400, body: { errorMessages: ['Too many issues'] } };
    const errors = ids.filter((id) => (erring.get(id) ?? 0) > 0);
    for (const id of errors) erring.set(id, (erring.get(id) ?? 0) - 1);
    const hidden = new Set([...errors, ...(faults.invisible ?? [])]);
    return { status: 200, body: { issues: ids.filter((id) => !hidden.has(id)).map(issue), issueErrors: errors.map((id) => ({ id, errorMessage: 'Try again' })) } };
  };
  return {
    requests, mostAtOnce: () => most,
    async ask(path, init) {
      const body = (init?.body ?? {}) as Record<string, unknown>;
      requests.push({ path, body });
      const number = requests.length;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce -= 1;
      const planned = faults.answers?.[number];
      if (planned === 'no answer') throw new Error('The connection was lost');
      if (planned !== undefined) return { status: planned.status, headers: new Headers(planned.headers ?? {}), body: {} };
      const { status, body: reply } = answer(path, body);
      return { status, headers: new Headers(), body: JSON.parse(JSON.stringify(reply)) as unknown };
    },
  };
}

function searchPage(count: number, from: number, size: number): unknown {
  const until = Math.min(count, from + size);
  const issues = Array.from({ length: until - from }, (_, at) => ({ id: String(from + at + 1) }));
  return until < count ? { issues, nextPageToken: String(until), isLast: false } : { issues, isLast: true };
}

function issue(id: string): unknown {
  return {
    id, key: `BUYER-${id}`,
    fields: {
      summary: `Ticket ${id}`, status: { name: 'Backlog', statusCategory: { key: 'new' } }, issuetype: { id: '1', name: 'Story', subtask: false },
      project: { id: '10001', key: 'BUYER', name: 'Buyer Platform' }, parent: null, assignee: null, reporter: { accountId: 'sofia', displayName: 'Sofia' },
      priority: { name: 'High' }, created: '2026-10-01T08:00:00.000+0000', updated: '2026-11-01T08:00:00.000+0000',
    },
    properties: {},
  };
}
