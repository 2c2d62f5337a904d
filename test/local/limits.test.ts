import { aSite, type TestSite } from '../given/a-site';

const REST = '/rest/api/3';
let clock = Date.parse('2026-11-22T12:00:00Z');
let jira: TestSite;
beforeAll(() => { jira = aSite({ now: () => clock }); });
afterAll(() => { jira.close(); });
beforeEach(() => { clock += 60_000; });

test('a property takes 32,768 characters and a key of 255, no more', async () => {
  const fits = 'x'.repeat(32_766);
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/long`, fits)).status).toBe(201);
  expect(await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/long`, `${fits}x`))
    .toMatchObject({ status: 400, body: { errorMessages: ['The property value cannot be longer than 32768 characters.'] } });
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-12/properties/long`)).body).toEqual({ key: 'long', value: fits });
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/${'k'.repeat(255)}`, 1)).status).toBe(201);
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-12/properties/${'k'.repeat(256)}`, 1)).status).toBe(400);
});

test('one issue takes 20 writes in two seconds, then says when to come back', async () => {
  const write = () => jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-11/properties/p`, 1);
  const statuses: number[] = [];
  for (let i = 0; i < 20; i += 1) statuses.push((await write()).status);
  expect(new Set(statuses)).toEqual(new Set([201, 200]));
  expect(await write()).toMatchObject({ status: 429, headers: { 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' } });
  expect((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-10/properties/p`, 1)).status).toBe(201);
  clock += 2_000;
  expect((await write()).status).toBe(200);
});

test('one issue takes 100 writes in thirty seconds', async () => {
  const refused: number[] = [];
  for (let i = 0; i < 101; i += 1) {
    clock += 200;
    if ((await jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-6/properties/p`, i)).status === 429) refused.push(i);
  }
  expect(refused).toEqual([100]);
});

test('one endpoint takes 50 PUTs a second from everybody together', async () => {
  const people = ['ada-lindqvist', 'marco-bianchi'];
  const replies: number[] = [];
  for (let i = 0; i < 51; i += 1) replies.push((await jira.ask(people[i % 2], 'PUT', `${REST}/issue/BUYER-${5 + (i % 10)}/properties/burst`, i)).status);
  expect(replies.filter((status) => status === 429)).toEqual([429]);
  expect(replies.at(-1)).toBe(429);
});

test('search gives 5,000 ids but 100 tickets a page, and no unbounded query', async () => {
  expect(await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'order by created' }))
    .toMatchObject({ status: 400, body: { errorMessages: ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'] } });
  const first = await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'project = BUYER order by key', fields: ['summary'], maxResults: 30 });
  const page = first.body as { issues: { key: string }[]; nextPageToken: string; isLast: boolean };
  expect([page.issues.length, page.isLast]).toEqual([30, false]);
  const second = await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'project = BUYER order by key', fields: ['summary'], maxResults: 30, nextPageToken: page.nextPageToken });
  const rest = second.body as { issues: { key: string }[]; nextPageToken?: string };
  expect(rest.nextPageToken).toBeUndefined();
  expect(new Set([...page.issues, ...rest.issues].map(({ key }) => key)).size).toBe(page.issues.length + rest.issues.length);
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'project = CART', nextPageToken: page.nextPageToken })).status).toBe(400);
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'project = CART', properties: ['a', 'b', 'c', 'd', 'e', 'f'] })).status).toBe(400);
});

test('bulk fetch takes 1,000 issues for single-value fields and 100 for others', async () => {
  const ids = Array.from({ length: 101 }, (_, i) => String(10_101 + i));
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/issue/bulkfetch`, { issueIdsOrKeys: ids, fields: ['summary', 'status'], properties: ['product-context'] })).status).toBe(200);
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/issue/bulkfetch`, { issueIdsOrKeys: ids, fields: ['summary', 'labels'] })).status).toBe(400);
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/issue/bulkfetch`, { issueIdsOrKeys: ids })).status).toBe(400);
});

test('only functions spend points: 1 and one an object for reads, 1 for writes', async () => {
  const spent = async (via: 'http' | 'bridge' | 'function', method: string, path: string, body?: unknown): Promise<number> => {
    const { mark } = jira.site.meter.since(0);
    await jira.ask({ kind: 'user', accountId: 'ada-lindqvist', via }, method, REST + path, body);
    return jira.site.meter.since(mark).entries.reduce((sum, { points }) => sum + points, 0);
  };
  const search = { jql: 'key in (BUYER-1, BUYER-2, BUYER-3)', fields: ['summary'] };
  expect(await spent('function', 'GET', '/issue/BUYER-12')).toBe(2);
  expect(await spent('function', 'POST', '/search/jql', search)).toBe(4);
  expect(await spent('function', 'PUT', '/issue/BUYER-12/properties/points', 1)).toBe(1);
  expect(await spent('function', 'GET', '/issue/BUYER-12/properties/points')).toBe(1);
  expect(await spent('bridge', 'POST', '/search/jql', search)).toBe(0);
  expect(await spent('http', 'GET', '/issue/BUYER-12')).toBe(0);
});

test('a planned fault hits as often as it was planned and is shown like the real one', async () => {
  jira.site.faults.plan({ match: '^PUT .*/properties/', status: 429, retryAfter: 7, times: 1, reason: 'jira-quota-global-based' });
  const put = () => jira.ask('ada-lindqvist', 'PUT', `${REST}/issue/BUYER-13/properties/f`, 1);
  expect(await put()).toMatchObject({ status: 429, headers: { 'retry-after': '7', 'ratelimit-reason': 'jira-quota-global-based' } });
  expect((await put()).status).toBe(201);
});

test('what is not served is named, never answered with an empty object', async () => {
  expect(await jira.ask('ada-lindqvist', 'GET', `${REST}/dashboard`)).toMatchObject({ status: 501, body: { errorMessages: ['The local Jira does not implement GET /rest/api/3/dashboard.'] } });
  expect(jira.site.log.lines().map(({ text }) => text)).toContain('501: this local Jira does not serve GET /rest/api/3/dashboard. A real site may.');
});

test('a planned delay makes a request slow and lets it through', async () => {
  jira.site.faults.plan({ match: '^GET .*/issue/BUYER-14$', delay: 120, times: 1, reason: 'jira-burst-based' });
  const before = performance.now();
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/issue/BUYER-14`)).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(110);
});

test('paging as in the search that Atlassian removed is refused, not overlooked', async () => {
  expect((await jira.ask('ada-lindqvist', 'POST', `${REST}/search/jql`, { jql: 'project = BUYER', startAt: 50 })).status).toBe(400);
  expect((await jira.ask('ada-lindqvist', 'GET', `${REST}/search?jql=project%3DBUYER`)).body).toEqual({ errorMessages: ['The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.'], errors: {} });
});
