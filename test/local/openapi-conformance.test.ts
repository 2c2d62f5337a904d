import type { Route } from '../../local/rest/route';
import { ROUTES } from '../../local/rest/routes';
import { aSite, type TestSite } from '../given/a-site';
import { openApiDocument } from './openapi-document';

/** A request that the route must answer well. Paths are filled in with what the demo holds. */
interface Sample {
  readonly as?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
}

const doc = (text: string): unknown => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const PANEL = 'ari:cloud:ecosystem::extension/8f3d2a54-6c1b-4f0e-9a37-0d5b7c2e9a11/any/static/product-context-panel';

/** In an order in which each finds what it needs: things are deleted last. */
const SAMPLES: readonly (readonly [string, Sample])[] = [
  ['POST /rest/api/3/issue', { path: '/issue', body: { fields: { project: { key: 'BUYER' }, issuetype: { name: 'Story' }, summary: 'A new ticket', description: doc('x'), labels: ['one'] }, properties: [{ key: 'a', value: 1 }] }, status: 201 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}', { path: '/issue/BUYER-2?properties=product-context', status: 200 }],
  ['PUT /rest/api/3/issue/{issueIdOrKey}', { path: '/issue/BUYER-12', body: { fields: { summary: 'Changed' }, update: { labels: [{ add: 'new' }] } }, status: 204 }],
  ['PUT /rest/api/3/issue/{issueIdOrKey}/assignee', { path: '/issue/BUYER-12/assignee', body: { accountId: 'tomasz-nowak' }, status: 204 }],
  ['GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes', { path: '/issue/createmeta/BUYER/issuetypes', status: 200 }],
  ['PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', { path: '/issue/BUYER-12/properties/sample', body: { any: 'thing' }, status: 201 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}/properties', { path: '/issue/BUYER-12/properties', status: 200 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', { path: '/issue/BUYER-12/properties/sample', status: 200 }],
  ['DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}', { path: '/issue/BUYER-12/properties/sample', status: 204 }],
  ['POST /rest/api/3/issue/properties', { path: '/issue/properties', body: { entitiesIds: [10112], properties: { bulk: { a: 1 } } }, status: 303 }],
  ['POST /rest/api/3/issue/properties/multi', { path: '/issue/properties/multi', body: { issues: [{ issueID: 10112, properties: { multi: { a: 1 } } }] }, status: 303 }],
  ['POST /rest/api/3/issue/bulkfetch', { path: '/issue/bulkfetch', body: { issueIdsOrKeys: ['BUYER-2', '10112'], fields: ['summary', 'status', 'parent', 'assignee'], properties: ['product-context'] }, status: 200 }],
  ['GET /rest/api/3/search/jql', { path: '/search/jql?jql=project%3DBUYER&fields=*all&maxResults=3', status: 200 }],
  ['POST /rest/api/3/search/jql', { path: '/search/jql', body: { jql: 'project = BUYER', maxResults: 5000 }, status: 200 }],
  ['POST /rest/api/3/search/approximate-count', { path: '/search/approximate-count', body: { jql: 'project = BUYER' }, status: 200 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}/transitions', { path: '/issue/BUYER-12/transitions', status: 200 }],
  ['POST /rest/api/3/issue/{issueIdOrKey}/transitions', { path: '/issue/BUYER-12/transitions', body: { transition: { id: '71' } }, status: 204 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}/comment', { path: '/issue/BUYER-2/comment?expand=properties', status: 200 }],
  ['POST /rest/api/3/issue/{issueIdOrKey}/comment', { path: '/issue/BUYER-2/comment', body: { body: doc('Thanks'), properties: [{ key: 'product-context', value: { kind: 'question' } }] }, status: 201 }],
  ['GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}', { path: '/issue/BUYER-2/comment/10901', status: 200 }],
  ['PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}', { path: '/issue/BUYER-2/comment/10901', body: { body: doc('Changed') }, status: 200 }],
  ['GET /rest/api/3/comment/{commentId}/properties', { path: '/comment/10901/properties', status: 200 }],
  ['GET /rest/api/3/comment/{commentId}/properties/{propertyKey}', { path: '/comment/10901/properties/product-context', status: 200 }],
  ['PUT /rest/api/3/comment/{commentId}/properties/{propertyKey}', { path: '/comment/10901/properties/other', body: true, status: 201 }],
  ['DELETE /rest/api/3/comment/{commentId}/properties/{propertyKey}', { path: '/comment/10901/properties/other', status: 204 }],
  ['GET /rest/api/3/issueLinkType', { path: '/issueLinkType', status: 200 }],
  ['POST /rest/api/3/issueLink', { path: '/issueLink', body: { type: { name: 'Relates' }, inwardIssue: { key: 'BUYER-2' }, outwardIssue: { key: 'BUYER-12' } }, status: 201 }],
  ['GET /rest/api/3/issueLink/{linkId}', { path: '/issueLink/LINK', status: 200 }],
  ['DELETE /rest/api/3/issueLink/{linkId}', { path: '/issueLink/LINK', status: 204 }],
  ['GET /rest/api/3/project', { path: '/project', status: 200 }],
  ['GET /rest/api/3/project/search', { path: '/project/search?expand=description,lead,issueTypes&properties=product-context.settings', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}', { path: '/project/BUYER', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/statuses', { path: '/project/BUYER/statuses', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/properties', { path: '/project/BUYER/properties', status: 200 }],
  ['PUT /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', { path: '/project/BUYER/properties/sample', body: ['x'], status: 201 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', { path: '/project/BUYER/properties/sample', status: 200 }],
  ['DELETE /rest/api/3/project/{projectIdOrKey}/properties/{propertyKey}', { path: '/project/BUYER/properties/sample', status: 204 }],
  ['GET /rest/api/3/project/{projectKeyOrId}/permissionscheme', { path: '/project/BUYER/permissionscheme?expand=permissions', status: 200 }],
  ['GET /rest/api/3/role', { as: 'sam-keller', path: '/role', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/role', { path: '/project/BUYER/role', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/roledetails', { path: '/project/BUYER/roledetails', status: 200 }],
  ['GET /rest/api/3/project/{projectIdOrKey}/role/{id}', { path: '/project/BUYER/role/10011', status: 200 }],
  ['POST /rest/api/3/project/{projectIdOrKey}/role/{id}', { path: '/project/BUYER/role/10011', body: { user: ['leah-stone'] }, status: 200 }],
  ['DELETE /rest/api/3/project/{projectIdOrKey}/role/{id}', { path: '/project/BUYER/role/10011?user=leah-stone', status: 204 }],
  ['POST /rest/api/3/permissions/check', { path: '/permissions/check', body: { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10112], projects: [10001] }], globalPermissions: ['ADMINISTER'] }, status: 200 }],
  ['GET /rest/api/3/project/{projectKeyOrId}/permissionscheme', { path: '/project/BUYER/permissionscheme?expand=permissions', status: 200 }],
  ['GET /rest/api/3/mypermissions', { path: '/mypermissions?permissions=EDIT_ISSUES&projectKey=BUYER', status: 200 }],
  ['GET /rest/api/3/permissions', { path: '/permissions', status: 200 }],
  ['POST /rest/api/3/expression/evaluate', { path: '/expression/evaluate?expand=meta.complexity', body: { expression: 'issue.key', context: { issue: { key: 'BUYER-2' }, issues: { jql: { query: 'project = CART', maxResults: 2 } } } }, status: 200 }],
  ['POST /rest/api/3/expression/analyse', { path: '/expression/analyse?check=complexity', body: { expressions: ['issue.key', 'issue.('] }, status: 200 }],
  ['GET /rest/api/3/task/{taskId}', { path: '/task/10001', status: 200 }],
  ['POST /rest/api/3/workflows', { as: 'sam-keller', path: '/workflows', body: { projectAndIssueTypes: [{ projectId: '10001', issueTypeId: '10001' }] }, status: 200 }],
  ['GET /rest/api/3/workflows/search', { as: 'sam-keller', path: '/workflows/search', status: 200 }],
  ['GET /rest/api/3/workflows/capabilities', { as: 'sam-keller', path: '/workflows/capabilities?projectId=10001', status: 200 }],
  ['POST /rest/api/3/workflows/update/validation', { as: 'sam-keller', path: '/workflows/update/validation', body: { payload: 'UPDATE' }, status: 200 }],
  ['POST /rest/api/3/workflows/update', { as: 'sam-keller', path: '/workflows/update', body: 'UPDATE', status: 200 }],
  ['POST /rest/api/3/forge/panel/action/bulk/async', { as: 'sam-keller', path: '/forge/panel/action/bulk/async', body: { moduleId: PANEL, projectList: [{ projectIdOrKey: 'BUYER', action: 'PIN' }] }, status: 202 }],
  ['GET /rest/api/3/myself', { path: '/myself', status: 200 }],
  ['GET /rest/api/3/user', { path: '/user?accountId=marco-bianchi', status: 200 }],
  ['GET /rest/api/3/user/bulk', { path: '/user/bulk?accountId=marco-bianchi&accountId=wei-chen', status: 200 }],
  ['GET /rest/api/3/user/search', { path: '/user/search?query=ma', status: 200 }],
  ['GET /rest/api/3/serverInfo', { path: '/serverInfo', status: 200 }],
  ['GET /rest/api/3/issuetype', { path: '/issuetype', status: 200 }],
  ['GET /rest/api/3/issuetype/project', { path: '/issuetype/project?projectId=10001', status: 200 }],
  ['GET /rest/api/3/status', { path: '/status', status: 200 }],
  ['GET /rest/api/3/status/{idOrName}', { path: '/status/Done', status: 200 }],
  ['GET /rest/api/3/statuscategory', { path: '/statuscategory', status: 200 }],
  ['GET /rest/api/3/priority', { path: '/priority', status: 200 }],
  ['GET /rest/api/3/resolution', { path: '/resolution', status: 200 }],
  ['GET /rest/api/3/field', { path: '/field', status: 200 }],
  ['DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}', { path: '/issue/BUYER-2/comment/10901', status: 204 }],
  ['DELETE /rest/api/3/issue/{issueIdOrKey}', { path: '/issue/BUYER-12', status: 204 }],
];

/** Complaints that are the document's mistake, by route; each is checked to be still needed. */
const FALSE_ALARMS: Readonly<Record<string, readonly string[]>> = {
  // A property value is any JSON; the document describes it by a closed bean of Jira's Java library.
  'POST /rest/api/3/issue/properties': ['request /properties/bulk must NOT have additional properties {"additionalProperty":"a"}'],
  'POST /rest/api/3/issue/properties/multi': ['request /issues/0/properties/multi must NOT have additional properties {"additionalProperty":"a"}'],
};

const document = openApiDocument();
let jira: TestSite;
beforeAll(() => { jira = aSite(); });
afterAll(() => { jira.close(); });

function nameOf({ method, pattern }: Route): string {
  return `${method} ${pattern}`;
}

/** LINK and UPDATE stand for what an earlier sample made. */
async function fillIn({ path, body }: Sample): Promise<{ path: string; body: unknown }> {
  const link = [...jira.site.tables.links.values()].at(-1)?.id ?? '';
  const payload = body === 'UPDATE' ? await currentWorkflow() : JSON.stringify(body)?.includes('"UPDATE"') === true ? { payload: await currentWorkflow() } : body;
  return { path: `/rest/api/3${path.replace('LINK', link)}`, body: payload };
}

/** The workflow of BUYER as it is, in the shape in which an update wants it. */
async function currentWorkflow(): Promise<unknown> {
  const { body } = await jira.ask('sam-keller', 'POST', '/rest/api/3/workflows', { projectAndIssueTypes: [{ projectId: '10001', issueTypeId: '10001' }] });
  const { statuses, workflows } = body as { statuses: Record<string, unknown>[]; workflows: Record<string, unknown>[] };
  return {
    statuses: statuses.map(({ scope: _scope, ...status }) => status),
    workflows: workflows.map(({ id, version, description, statuses: own, transitions }) => ({
      id, version, description, statuses: (own as Record<string, unknown>[]).map(({ deprecated: _deprecated, ...status }) => status), transitions,
    })),
  };
}

test('every route that is served has a sample here', () => {
  const sampled = new Set(SAMPLES.map(([name]) => name));
  expect(ROUTES.map(nameOf).filter((name) => !sampled.has(name))).toEqual([]);
});

test.each(SAMPLES)('%s answers as the OpenAPI document says', async (name, sample) => {
  const route = ROUTES.find((candidate) => nameOf(candidate) === name);
  if (route === undefined) throw new Error(`No route ${name} is served.`);
  const { path, body } = await fillIn(sample);
  const reply = await jira.ask(sample.as ?? 'ada-lindqvist', route.method, path, body);
  expect({ status: reply.status, ...(reply.status === sample.status ? {} : { body: reply.body }) }).toEqual({ status: sample.status });
  if (document === undefined) return;
  expect(document.hasStatus(route.method, route.pattern, sample.status)).toBe(true);
  const complaints = [
    ...(body === undefined ? [] : (document.judgeRequest(route.method, route.pattern, body) ?? []).map((words) => `request ${words}`)),
    ...(reply.body === undefined ? [] : (document.judgeAnswer(route.method, route.pattern, sample.status, reply.body) ?? []).map((words) => `answer ${words}`)),
  ];
  expect(complaints).toEqual(FALSE_ALARMS[name] ?? []);
});

test('every route asks an app for the classic scopes that the document names', () => {
  if (document === undefined) return;
  const different = ROUTES.flatMap((route) => {
    const scopes = document.scopesOf(route.method, route.pattern);
    return scopes === undefined || JSON.stringify([...scopes].sort()) === JSON.stringify([...route.scopes].sort()) ? [] : [`${nameOf(route)}: ${scopes.join(', ')} instead of ${route.scopes.join(', ')}`];
  });
  expect(different).toEqual([]);
});

test('a planted fault is caught: an issue whose id is a number', () => {
  if (document === undefined) return;
  expect(document.judgeAnswer('GET', '/rest/api/3/issue/{issueIdOrKey}', 200, { id: 10001, key: 'BUYER-1' })).toEqual(['/id must be string {"type":"string"}']);
});
