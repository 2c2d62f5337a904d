import { aSite, type TestSite } from '../given/a-site';

let jira: TestSite;
beforeAll(() => { jira = aSite(); });
afterAll(() => { jira.close(); });

const REST = '/rest/api/3';
const HIDDEN = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };

test('a ticket that one may not see is a ticket that is not there', async () => {
  const hidden = await jira.ask('leah-stone', 'GET', `${REST}/issue/LEGAL-1`);
  const missing = await jira.ask('leah-stone', 'GET', `${REST}/issue/LEGAL-999`);
  expect(hidden).toEqual(missing);
  expect(hidden).toMatchObject({ status: 404, body: HIDDEN });
  expect((await jira.ask('helen-marsh', 'GET', `${REST}/issue/LEGAL-1`)).status).toBe(200);
});

test('a security level hides a ticket from people who see the rest of its project', async () => {
  expect((await jira.ask('marco-bianchi', 'GET', `${REST}/issue/BUYER-45`)).status).toBe(404);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-45`)).status).toBe(200);
});

test('search, bulk fetch, links and project search leave out what one may not see', async () => {
  const search = await jira.ask('leah-stone', 'POST', `${REST}/search/jql`, { jql: 'project in (BUYER, CART, LEGAL)', fields: ['key'], maxResults: 5000 });
  const keys = (search.body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  expect(keys).toContain('BUYER-1');
  expect(keys.filter((key) => key.startsWith('LEGAL') || key === 'BUYER-45')).toEqual([]);
  const fetched = await jira.ask('leah-stone', 'POST', `${REST}/issue/bulkfetch`, { issueIdsOrKeys: ['BUYER-1', 'LEGAL-1', 'BUYER-45'], fields: ['summary'] });
  expect(fetched.body).toMatchObject({ issues: [{ key: 'BUYER-1' }], issueErrors: [] });
  expect((fetched.body as { issues: unknown[] }).issues).toHaveLength(1);
  const projects = await jira.ask('leah-stone', 'GET', `${REST}/project/search`);
  expect((projects.body as { values: { key: string }[] }).values.map(({ key }) => key)).toEqual(['BUYER', 'CART', 'MKT', 'OSTAT', 'RECS']);
});

test('who may read but not edit is told so, and nothing is written', async () => {
  const put = await jira.ask('grace-adeyemi', 'PUT', `${REST}/issue/BUYER-12/properties/product-context`, { v: 1 });
  expect(put).toMatchObject({ status: 403, body: { errorMessages: ['You do not have permission to edit issues in this project.'] } });
  expect((await jira.ask('grace-adeyemi', 'GET', `${REST}/issue/BUYER-12/properties/product-context`)).status).toBe(404);
  expect((await jira.ask('grace-adeyemi', 'GET', `${REST}/issue/BUYER-12/transitions`)).body).toEqual({ expand: 'transitions', transitions: [] });
});

test('project properties are written by project administrators only', async () => {
  expect((await jira.ask('marco-bianchi', 'PUT', `${REST}/project/BUYER/properties/x`, 1)).status).toBe(403);
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/project/BUYER/properties/x`, 1)).status).toBe(201);
  expect((await jira.ask('marco-bianchi', 'GET', `${REST}/project/BUYER/properties/x`)).body).toEqual({ key: 'x', value: 1 });
});

test('pinning panels and changing workflows want a Jira administrator', async () => {
  const pin = { moduleId: 'ari:cloud:ecosystem::extension/8f3d2a54-6c1b-4f0e-9a37-0d5b7c2e9a11/any/static/product-context-panel', projectList: [{ projectIdOrKey: 'CART', action: 'PIN' }] };
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/forge/panel/action/bulk/async`, pin)).status).toBe(403);
  const answer = await jira.ask('sam-keller', 'POST', `${REST}/forge/panel/action/bulk/async`, pin);
  const { taskId } = answer.body as { taskId: string };
  expect((await jira.ask('sam-keller', 'GET', `${REST}/task/${taskId}`)).body).toMatchObject({ status: 'COMPLETE', progress: 100 });
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/workflows`, { workflowNames: ['Team workflow'] })).status).toBe(403);
});

test('permissions/check answers by numeric ids, and refuses keys', async () => {
  const ids = { permissions: ['EDIT_ISSUES'], issues: [10112, 10108, 10146], projects: [10001, 10006] };
  expect((await jira.ask('marco-bianchi', 'POST', `${REST}/permissions/check`, { projectPermissions: [ids] })).body)
    .toEqual({ globalPermissions: [], projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [10112], projects: [10001] }] });
  expect((await jira.ask('marco-bianchi', 'POST', `${REST}/permissions/check`, { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: ['BUYER-1'] }] })).status).toBe(400);
});

test('an app is held to its scopes; a person is not', async () => {
  const page = { kind: 'user', accountId: 'ada-lindqvist', via: 'bridge', scopes: ['read:jira-work'] } as const;
  expect((await jira.ask(page, 'GET', `${REST}/issue/BUYER-12`)).status).toBe(200);
  expect(await jira.ask(page, 'PUT', `${REST}/issue/BUYER-12/properties/y`, 1)).toMatchObject({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
  expect((await jira.ask(page, 'GET', `${REST}/myself`)).status).toBe(401);
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/y`, 1)).status).toBe(201);
});

test('the app itself works where its role does, and administers nothing', async () => {
  const app = { kind: 'app', via: 'function', scopes: ['read:jira-work', 'write:jira-work', 'manage:jira-project'] } as const;
  expect((await jira.ask(app, 'PUT', `${REST}/issue/LEGAL-1/properties/product-context.conflicts`, { met: [] })).status).toBe(201);
  expect((await jira.ask(app, 'PUT', `${REST}/project/BUYER/properties/z`, 1)).status).toBe(403);
});

test('nobody gets in without a name', async () => {
  expect((await jira.ask(undefined, 'GET', `${REST}/issue/BUYER-12`)).status).toBe(404);
  expect((await jira.ask(undefined, 'GET', `${REST}/myself`)).status).toBe(401);
});

test('who loses a role between reading and writing is refused at the write', async () => {
  expect((await jira.ask('jonas-weber', 'GET', `${REST}/issue/BUYER-19/transitions`)).body).toMatchObject({ transitions: [{ id: '11' }, { id: '21' }, { id: '61' }] });
  expect((await jira.ask('ada-lindqvist', 'DELETE', `${REST}/project/BUYER/role/10010?user=jonas-weber`)).status).toBe(204);
  expect((await jira.ask('jonas-weber', 'PUT', `${REST}/issue/BUYER-19/properties/x`, 1)).status).toBe(403);
  expect((await jira.ask('jonas-weber', 'GET', `${REST}/issue/BUYER-19`)).status).toBe(200);
});

test('what an expansion would add is refused rather than left out', async () => {
  expect(await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-19?expand=changelog`))
    .toMatchObject({ status: 501, body: { errorMessages: ['The local Jira does not implement expand=changelog here.'] } });
});
