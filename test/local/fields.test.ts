import { aSite, type TestSite } from '../given/a-site';

const REST = '/rest/api/3';
let jira: TestSite;
beforeAll(() => { jira = aSite(); });
afterAll(() => { jira.close(); });

async function edit(body: unknown): Promise<unknown> {
  const reply = await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-19`, body);
  return reply.status === 204 ? 204 : (reply.body as { errors: unknown }).errors;
}

test('each refused field is named, and then none is changed', async () => {
  expect(await edit({ fields: { summary: 'Changed', labels: ['two words'], priority: { name: 'Urgent' }, colour: 'red', description: 'plain words' } })).toEqual({
    labels: "The label 'two words' contains spaces which is invalid.", priority: 'The priority selected is invalid.',
    colour: "Field 'colour' cannot be set. It is not on the appropriate screen, or unknown.",
    description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
  });
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-19?fields=summary`)).body).toMatchObject({ fields: { summary: 'API improvements' } });
});

test('lists are added to and removed from', async () => {
  expect(await edit({ fields: { labels: ['a', 'b'] } })).toBe(204);
  expect(await edit({ update: { labels: [{ add: 'c' }, { remove: 'a' }] } })).toBe(204);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-19?fields=labels`)).body).toMatchObject({ fields: { labels: ['b', 'c'] } });
});

test('a sub-task has a parent above it and shows there', async () => {
  const create = (parent?: unknown) => jira.ask('ada-lindqvist', 'POST', `${REST}/issue`, { fields: { project: { key: 'BUYER' }, issuetype: { name: 'Sub-task' }, summary: 'Part', ...(parent === undefined ? {} : { parent }) } });
  expect((await create()).body).toMatchObject({ errors: { parent: 'Issue type is a sub-task but parent issue key or id not specified.' } });
  const { key } = (await create({ key: 'BUYER-19' })).body as { key: string };
  expect((await create({ key })).body).toMatchObject({ errors: { parent: 'Given parent work item does not belong to appropriate hierarchy.' } });
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-19?fields=subtasks`)).body).toMatchObject({ fields: { subtasks: [{ key }] } });
  expect(await jira.ask('ada-lindqvist', 'DELETE', `${REST}/issue/BUYER-19`)).toMatchObject({ status: 400 });
  expect((await jira.ask('ada-lindqvist', 'DELETE', `${REST}/issue/BUYER-19?deleteSubtasks=true`)).status).toBe(204);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/${key}`)).status).toBe(404);
});

test('a link reads from both ends: X blocks Y, Y is blocked by X', async () => {
  await jira.ask('ada-lindqvist', 'POST', `${REST}/issueLink`, { type: { name: 'Blocks' }, inwardIssue: { key: 'BUYER-20' }, outwardIssue: { key: 'BUYER-24' } });
  const linksOf = async (key: string) => ((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/${key}?fields=issuelinks`)).body as { fields: { issuelinks: { type: { outward: string; inward: string }; inwardIssue?: { key: string }; outwardIssue?: { key: string } }[] } }).fields.issuelinks;
  expect((await linksOf('BUYER-20')).map(({ type, outwardIssue }) => `${type.outward} ${outwardIssue?.key ?? ''}`)).toContain('blocks BUYER-24');
  expect((await linksOf('BUYER-24')).map(({ type, inwardIssue }) => `${type.inward} ${inwardIssue?.key ?? ''}`)).toContain('is blocked by BUYER-20');
});

test('bulk property writes answer with a task; the same properties for many issues are written for all or none', async () => {
  const one = await jira.ask('marco-bianchi', 'POST', `${REST}/issue/properties`, { entitiesIds: [10121, 10146], properties: { bulk: 1 } });
  expect(one).toMatchObject({ status: 303, headers: { location: expect.stringMatching(/\/rest\/api\/3\/task\/\d+$/) as unknown } });
  const task = async (location: string | undefined) => (await jira.ask('marco-bianchi', 'GET', (location ?? '').replace(/^.*(?=\/rest)/, ''))).body;
  expect(await task(one.headers['location'])).toMatchObject({ status: 'FAILED', result: { errors: ['Issue 10146 does not exist or you do not have permission to see it.'] } });
  expect((await jira.ask('marco-bianchi', 'GET', `${REST}/issue/10121/properties/bulk`)).status).toBe(404);
  const each = await jira.ask('marco-bianchi', 'POST', `${REST}/issue/properties/multi`, { issues: [{ issueID: 10121, properties: { bulk: 2 } }, { issueID: 10146, properties: { bulk: 2 } }] });
  expect(await task(each.headers['location'])).toMatchObject({ status: 'COMPLETE', result: { errors: ['Issue 10146 does not exist or you do not have permission to see it.'] } });
  expect((await jira.ask('marco-bianchi', 'GET', `${REST}/issue/10121/properties/bulk`)).body).toEqual({ key: 'bulk', value: 2 });
});

test('JQL finds by what the app stores, under the names of its manifest', async () => {
  const count = async (jql: string) => (await jira.ask('ada-lindqvist', 'POST', `${REST}/search/approximate-count`, { jql })).body;
  const graded = [...jira.site.tables.properties.values()].filter(({ key, value }) => key === 'product-context' && (value as { index?: { grade?: string } }).index?.grade === 'bronze');
  expect(await count('productContextGrade = bronze')).toEqual({ count: graded.length });
  expect(await count('issue.property[product-context].index.grade = bronze')).toEqual({ count: graded.length });
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'productContextColour = red' })).status).toBe(400);
});

test('an expression is evaluated as the caller, within its limits', async () => {
  const evaluate = (as: string, expression: string, context: unknown = {}) => jira.ask(as, 'POST', `${REST}/expression/evaluate`, { expression, context });
  expect((await evaluate('marco-bianchi', "issue.properties['product-context'].index.grade + ' ' + user.displayName", { issue: { key: 'BUYER-15' } })).body).toEqual({ value: 'bronze Marco Bianchi', meta: {} });
  expect((await evaluate('leah-stone', 'issue.key', { issue: { key: 'LEGAL-1' } })).status).toBe(404);
  expect((await evaluate('leah-stone', 'issues.map(i => i.key).length', { issues: { jql: { query: 'project = CART' } } })).body).toMatchObject({ value: 4, meta: { issues: { jql: { isLast: true } } } });
  expect((await evaluate('leah-stone', `'${'x'.repeat(1040)}'`)).body).toMatchObject({ errorMessages: ['Jira expression is too long (1042), limit: 1000 characters'] });
});
