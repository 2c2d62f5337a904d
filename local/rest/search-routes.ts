import * as z from 'zod';
import { readJql, searchIssues, type JqlSearch } from '../jira/jql-view';
import { mayBrowse } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { listParameter, readBody } from './read-body';
import { readExpand } from './read-expand';
import type { RestAnswer, RestCall, Route } from './route';
import { showIssue } from './show-issue';

/** Most results of one page, and most when only ids and keys are asked for. */
const PAGE = 100;
const PAGE_OF_IDS = 5000;

const list = z.union([z.string().transform((text) => text.split(',').map((part) => part.trim())), z.array(z.string())]);
// Closed, as Jira's: a paging parameter of the search that Atlassian removed is refused, not overlooked.
const searchSchema = z.strictObject({
  jql: z.string().default(''), fields: z.array(z.string()).default(['id']), properties: z.array(z.string()).default([]), expand: list.default([]),
  maxResults: z.number().int().default(50), nextPageToken: z.string().optional(), reconcileIssues: z.array(z.number().int()).default([]), fieldsByKeys: z.boolean().optional(),
});
type Search = z.infer<typeof searchSchema>;

export const SEARCH_ROUTES: readonly Route[] = [
  { method: 'POST', pattern: '/rest/api/3/search/jql', scopes: ['read:jira-work'], writes: false, handle: (call) => search(call, readBody(call.body, searchSchema)) },
  {
    method: 'GET', pattern: '/rest/api/3/search/jql', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const token = call.query.get('nextPageToken');
      const maxResults = call.query.get('maxResults');
      return search(call, readBody(JSON.stringify({
        jql: call.query.get('jql') ?? '', fields: listParameter(call.query, 'fields') ?? ['id'], properties: listParameter(call.query, 'properties') ?? [],
        expand: listParameter(call.query, 'expand') ?? [], maxResults: maxResults === null ? 50 : Number(maxResults),
        reconcileIssues: (listParameter(call.query, 'reconcileIssues') ?? []).map(Number), ...(token === null ? {} : { nextPageToken: token }),
      }), searchSchema));
    },
  },
  {
    method: 'POST', pattern: '/rest/api/3/search/approximate-count', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const { jql } = readBody(call.body, z.strictObject({ jql: z.string().default('') }));
      const search = searchOf(call);
      const query = readJql(jql, search);
      if (!query.bounded) refuseUnbounded();
      return { status: 200, body: { count: searchIssues(query, search).length } };
    },
  },
];

function searchOf(call: RestCall): JqlSearch {
  return { tables: call.tables, app: call.services.app, actor: call.actor, now: call.services.now() };
}

function refuseUnbounded(): never {
  refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
}

function search(call: RestCall, request: Search): RestAnswer {
  if (request.properties.length > 5) refuse(400, 'The number of properties cannot be greater than 5.');
  if (request.reconcileIssues.length > 50) refuse(400, 'The number of issues to reconcile cannot be greater than 50.');
  if (request.maxResults < 0) refuse(400, 'maxResults must not be negative.');
  readExpand(call, ['names'], request.expand);
  const scope = searchOf(call);
  const query = readJql(request.jql, scope);
  if (!query.bounded) refuseUnbounded();
  const onlyIds = request.properties.length === 0 && request.fields.every((field) => field === 'id' || field === 'key');
  const size = Math.min(request.maxResults === 0 ? 50 : request.maxResults, onlyIds ? PAGE_OF_IDS : PAGE);
  const page = pageOf(request, call);
  const ids = page?.ids ?? searchIssues(query, scope).map(({ id }) => id);
  const startAt = page?.startAt ?? 0;
  const issues = ids.slice(startAt, startAt + size).flatMap((id) => {
    const issue = call.tables.issues.get(id);
    return issue === undefined || !mayBrowse(call.tables, call.actor, issue) ? [] : [issue];
  });
  const isLast = startAt + size >= ids.length;
  const shown = issues.map((issue) => (request.fields.length === 1 && onlyIds
    ? { id: issue.id, ...(request.fields[0] === 'key' ? { key: issue.key } : {}) }
    : showIssue(issue, { fields: request.fields, properties: request.properties, expand: request.expand }, call)));
  return {
    status: 200, read: { core: issues.length },
    body: { issues: shown, isLast, ...(isLast ? {} : { nextPageToken: tokenFor(request, call, startAt + size) }) },
  };
}

/** A page token holds where to go on and for which query; another query with it is refused, as on Jira. */
function tokenFor(request: Search, call: RestCall, startAt: number): string {
  return Buffer.from(JSON.stringify({ startAt, jql: request.jql, actor: call.actor ?? null })).toString('base64url');
}

function pageOf(request: Search, call: RestCall): { readonly startAt: number; readonly ids?: readonly string[] } | undefined {
  if (request.nextPageToken === undefined) return undefined;
  const token = z.object({ startAt: z.number().int().min(0), jql: z.string(), actor: z.string().nullable() }).safeParse(decode(request.nextPageToken));
  if (!token.success || token.data.jql !== request.jql || token.data.actor !== (call.actor ?? null)) refuse(400, 'The provided next page token is invalid or expired.');
  return { startAt: token.data.startAt };
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
