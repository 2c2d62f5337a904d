/**
 * A Jira at the wire with just the endpoints that the backend calls, whose answers a test can delay, lose or refuse. The local
 * Jira's own site proves the rest in whole-line.test.ts; this one shows what a well-behaved Jira does not do on demand.
 */

import type { Caller, PlatformReply, PlatformRequest } from '../../local/platform';

export interface WireComment {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly body: unknown;
  readonly properties: readonly { readonly key: string; readonly value: unknown }[];
}

export interface WireIssue {
  readonly projectId: string;
  readonly reporter?: string;
  readonly properties: Map<string, unknown>;
  readonly comments: WireComment[];
}

/** `EDIT_ISSUES 10001` grants a permission in a project, `role Infra 10001` a role, `ADMINISTER` administers Jira. */
export type Grants = Record<string, readonly string[]>;

/** Sees every request first: an answer of its own, or undefined to let Jira answer. */
export type Interference = (request: SeenRequest) => Promise<PlatformReply | undefined> | PlatformReply | undefined;

export interface SeenRequest {
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface WireJira {
  readonly issues: Map<string, WireIssue>;
  readonly projects: Map<string, Map<string, unknown>>;
  readonly grants: Grants;
  readonly seen: SeenRequest[];
  interfere: Interference;
  rest(caller: Caller, request: PlatformRequest): Promise<PlatformReply>;
}

export function createWireJira(): WireJira {
  const jira: WireJira = {
    issues: new Map(), projects: new Map(), grants: {}, seen: [], interfere: () => undefined,
    async rest(caller, { method, path, body }) {
      const request = { who: caller.accountId ?? caller.kind, method, path, body: body === undefined ? undefined : JSON.parse(body) as unknown };
      jira.seen.push(request);
      return (await jira.interfere(request)) ?? answer(jira, request);
    },
  };
  return jira;
}

/** A reply as Jira sends it. */
export function reply(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): PlatformReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? '' : JSON.stringify(body) };
}

const NOT_FOUND = reply(404, { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} });

function answer(jira: WireJira, request: SeenRequest): PlatformReply {
  const url = new URL(request.path, 'http://jira');
  const [, entity = '', id = '', part = '', key = ''] = /^\/rest\/api\/3\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?(?:\/([^/]+))?/.exec(url.pathname) ?? [];
  if (entity === 'issue' && part === 'properties') return issueProperty(jira, request, id, key);
  if (entity === 'issue' && part === 'comment') return comment(jira, request, url, id);
  if (entity === 'issue' && part === '') return issue(jira, request, id);
  if (entity === 'project' && part === 'properties') return projectProperty(jira, request, id, key);
  if (entity === 'mypermissions') return mypermissions(jira, request, url);
  if (entity === 'search' && id === 'jql') return search(jira, request);
  if (entity === 'forge' && id === 'panel') return holds(jira, request.who, 'ADMINISTER') ? reply(202, { taskId: '10100' }) : reply(403, { errorMessages: ['no'] });
  throw new Error(`The wire has no ${request.method} ${request.path}.`);
}

function holds(jira: WireJira, who: string, grant: string): boolean {
  return jira.grants[who]?.includes(grant) ?? false;
}

function visible(jira: WireJira, who: string, id: string): WireIssue | undefined {
  const found = jira.issues.get(id);
  return found !== undefined && holds(jira, who, `BROWSE_PROJECTS ${found.projectId}`) ? found : undefined;
}

function issueProperty(jira: WireJira, { who, method, body }: SeenRequest, id: string, key: string): PlatformReply {
  const found = visible(jira, who, id);
  if (found === undefined) return NOT_FOUND;
  if (method === 'GET') return found.properties.has(key) ? reply(200, { key, value: found.properties.get(key) }) : reply(404, { errorMessages: ['The property does not exist.'] });
  if (!holds(jira, who, `EDIT_ISSUES ${found.projectId}`)) return reply(403, { errorMessages: ['You do not have permission to edit issues in this project.'] });
  if (JSON.stringify(body).length > 32_768) return reply(400, { errorMessages: ['too long'] });
  found.properties.set(key, body);
  return reply(200);
}

function projectProperty(jira: WireJira, { who, method, body }: SeenRequest, id: string, key: string): PlatformReply {
  const found = holds(jira, who, `BROWSE_PROJECTS ${id}`) ? jira.projects.get(id) : undefined;
  if (found === undefined) return NOT_FOUND;
  if (method === 'GET') return found.has(key) ? reply(200, { key, value: found.get(key) }) : NOT_FOUND;
  if (!holds(jira, who, `ADMINISTER_PROJECTS ${id}`)) return reply(403, { errorMessages: ['no'] });
  found.set(key, body);
  return reply(200);
}

function issue(jira: WireJira, { who }: SeenRequest, id: string): PlatformReply {
  const found = visible(jira, who, id);
  if (found === undefined) return NOT_FOUND;
  const reporter = found.reporter === undefined ? null : { accountId: found.reporter, displayName: found.reporter };
  return reply(200, { id, fields: { reporter } });
}

function comment(jira: WireJira, { who, method, body }: SeenRequest, url: URL, id: string): PlatformReply {
  const found = visible(jira, who, id);
  if (found === undefined) return NOT_FOUND;
  if (method === 'POST') {
    if (!holds(jira, who, `ADD_COMMENTS ${found.projectId}`)) return reply(403, { errorMessages: ['no'] });
    return reply(201, { id: addComment(found, who, body as { body: unknown; properties: WireComment['properties'] }).id });
  }
  const from = Number(url.searchParams.get('startAt') ?? 0);
  const newest = [...found.comments].reverse().slice(from, from + Number(url.searchParams.get('maxResults')));
  const comments = newest.map(({ author, ...rest }) => ({ ...rest, author: { accountId: author } }));
  return reply(200, { comments, startAt: from, maxResults: comments.length, total: found.comments.length });
}

/** Puts a comment on a ticket; tests use it for what others wrote, and for answers that get lost. */
export function addComment(to: WireIssue, author: string, { body, properties, created }: { body?: unknown; properties: WireComment['properties']; created?: string }): WireComment {
  const added = { id: String(20_000 + to.comments.length), author, created: created ?? new Date().toISOString(), body, properties };
  to.comments.push(added);
  return added;
}

function mypermissions(jira: WireJira, { who }: SeenRequest, url: URL): PlatformReply {
  const key = url.searchParams.get('permissions') ?? '';
  const issueId = url.searchParams.get('issueId');
  const found = issueId === null ? undefined : visible(jira, who, issueId);
  if (issueId !== null && found === undefined) return NOT_FOUND;
  const projectId = found?.projectId ?? url.searchParams.get('projectId') ?? '';
  return reply(200, { permissions: { [key]: { key, havePermission: holds(jira, who, `${key} ${projectId}`) } } });
}

function search(jira: WireJira, { who, body }: SeenRequest): PlatformReply {
  const { jql } = body as { jql: string };
  const [, projectId = '', role = ''] = /^project = (\d+) AND project in projectsWhereUserHasRole\("(.*)"\)$/.exec(jql) ?? [];
  if (role === 'Gone') return reply(400, { errorMessages: ['The role does not exist.'] });
  const issues = [...jira.issues].filter(([, { projectId: of }]) => of === projectId && holds(jira, who, `role ${role} ${projectId}`));
  return reply(200, { issues: issues.slice(0, 1).map(([id]) => ({ id })) });
}
