/** A client from the package registry that knows nothing of us, unchanged. */

import { Version3Client } from 'jira.js';
import { startLocalJira, type LocalJira } from '../given/local-jira';

let jira: LocalJira;
let client: Version3Client;
beforeAll(async () => {
  jira = await startLocalJira();
  client = new Version3Client({ host: jira.url, authentication: { basic: { email: 'marco.bianchi@shop.example', apiToken: 'any' } } });
});
afterAll(async () => { await jira.stop(); });

test('jira.js creates, reads, edits, searches, comments, moves, links and keeps properties', async () => {
  const me = await client.myself.getCurrentUser();
  expect(me.displayName).toBe('Marco Bianchi');
  const created = await client.issues.createIssue({ fields: { project: { key: 'BUYER' }, issuetype: { name: 'Story' }, summary: 'Shipping cost sooner' } });
  await client.issues.editIssue({ issueIdOrKey: created.key, fields: { summary: 'Shipping cost within 3.2 s' } });
  const found = await client.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({ jql: 'summary ~ "shipping" AND reporter = currentUser()', fields: ['summary'] });
  expect(found.issues?.map(({ fields }) => fields.summary)).toContain('Shipping cost within 3.2 s');
  await client.issueProperties.setIssueProperty({ issueIdOrKey: created.key, propertyKey: 'note', propertyValue: { a: [1] } });
  expect((await client.issueProperties.getIssueProperty({ issueIdOrKey: created.key, propertyKey: 'note' })).value).toEqual({ a: [1] });
  await client.issueComments.addComment({ issueIdOrKey: created.key, comment: 'How fast is fast enough?' });
  expect((await client.issueComments.getComments({ issueIdOrKey: created.key })).total).toBe(1);
  const { transitions } = await client.issues.getTransitions({ issueIdOrKey: created.key });
  const ask = transitions?.find(({ name }) => name === 'Ask for context');
  await client.issues.doTransition({ issueIdOrKey: created.key, transition: { id: ask?.id ?? '' } });
  await client.issueLinks.linkIssues({ type: { name: 'Relates' }, inwardIssue: { key: created.key }, outwardIssue: { key: 'BUYER-1' } });
  const issue = await client.issues.getIssue({ issueIdOrKey: created.key });
  expect([issue.fields.status.name, issue.fields.issuelinks[0]?.outwardIssue?.key]).toEqual(['Needs context', 'BUYER-1']);
});

test('the gate\'s sentence reaches the client as Jira\'s 400', async () => {
  const refused = client.issues.doTransition({ issueIdOrKey: 'BUYER-12', transition: { id: '21' } });
  await expect(refused).rejects.toMatchObject({ response: { status: 400, data: { errorMessages: ['BUYER-12 has no product context of its own yet. Open "Product context" on this ticket (under Apps if you do not see it).'] } } });
});

test('REST wants a known name, and the origin of the app\'s pages has none of it', async () => {
  expect((await jira.rest('nobody', 'GET', '/rest/api/3/myself')).status).toBe(401);
  expect((await fetch(`${jira.appUrl}/rest/api/3/serverInfo`)).status).toBe(404);
});

test('a session cookie changes things only from Jira\'s own pages', async () => {
  const write = (headers: Record<string, string>) => fetch(`${jira.url}/rest/api/3/issue/BUYER-12/properties/x`, { method: 'PUT', body: '1', headers: { cookie: 'as=marco-bianchi', ...headers } });
  expect((await write({})).status).toBe(403);
  expect((await write({ origin: jira.appUrl })).status).toBe(403);
  expect((await write({ origin: jira.url })).status).toBe(201);
});

test('faults are planned and the meter is read over HTTP', async () => {
  await fetch(`${jira.url}/local/api/faults`, { method: 'POST', body: JSON.stringify({ match: '^GET /rest/api/3/myself$', status: 503, times: 1 }) });
  expect((await jira.rest('wei-chen', 'GET', '/rest/api/3/myself')).status).toBe(503);
  expect((await jira.rest('wei-chen', 'GET', '/rest/api/3/myself')).status).toBe(200);
  const meter = (await (await fetch(`${jira.url}/local/api/meter?since=0`)).json()) as { entries: { what: string; status: number; points: number }[] };
  expect(meter.entries.filter(({ what }) => what === 'GET /rest/api/3/myself').slice(-2)).toMatchObject([{ status: 503, points: 0 }, { status: 200, points: 0 }]);
});
