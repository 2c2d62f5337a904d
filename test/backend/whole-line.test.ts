/** The app's real functions against the local Jira's own site with its demo: permissions, scopes, JQL and points are Jira's. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadBase, loadDemo } from '../../local/demo/load-demo';
import { createForgeHost, type ForgeHost } from '../../local/forge/forge-host';
import { readManifest } from '../../local/forge/manifest';
import { openForgeStore } from '../../local/forge/open-forge-store';
import { createSite, type Site } from '../../local/jira/site';
import { createStore, type Store } from '../../local/store/store';
import { readAppModules } from '../../local/workflow/app-modules';
import type { CallName, CallPayload, CallReplies, Reply } from '../../src/contract/calls';
import { settingsContentSchema } from '../../src/contract/settings';
import { contentHash } from '../../src/domain/context/content-hash';
import type { ProjectSettings } from '../../src/domain/context/settings';
import { someContent } from './given-backend';
import { aFolder } from '../given/a-folder';

const MANIFEST = join(__dirname, '../../manifest.yml');
/** "Buyer profile" tickets of the demo without any context. */
const FIRST = '10105';
const LEGAL_TICKET = '10108';

let folder: string;
let store: Store;
let site: Site;
let host: ForgeHost;

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = aFolder('backend');
  store = createStore(folder);
  site = createSite({ store, app: readAppModules(MANIFEST) });
  loadBase(site);
  loadDemo(site);
  host = createForgeHost({ site, manifest: readManifest(MANIFEST), store: openForgeStore(store), meter: site.meter });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

async function call<N extends CallName>(as: string, name: N, payload: CallPayload<N>): Promise<Reply<CallReplies[N]>> {
  const result = await host.invoke({ moduleKey: 'product-context-panel', functionKey: name, payload, accountId: as, extension: {} });
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.words}`);
  return result.value as Reply<CallReplies[N]>;
}

async function get(as: string, path: string): Promise<unknown> {
  const { body } = await site.rest({ kind: 'user', accountId: as, via: 'http' }, { method: 'GET', path, headers: {}, body: undefined });
  return JSON.parse(body) as unknown;
}

async function settings(): Promise<ProjectSettings> {
  return ((await get('ada-lindqvist', '/rest/api/3/project/10001/properties/product-context.settings')) as { value: ProjectSettings }).value;
}

async function teamOf(projectId: string): Promise<string> {
  return (await settings()).teams.find(({ projects }) => projects.includes(projectId))?.id ?? '';
}

/** What the work cost the app. */
async function costOf(work: () => Promise<unknown>) {
  const { mark } = site.meter.since(0);
  await work();
  const { entries } = site.meter.since(mark);
  return {
    invocations: entries.filter(({ kind }) => kind === 'invocation').length,
    points: entries.reduce((sum, { points }) => sum + points, 0),
    kvs: entries.filter(({ kind }) => kind === 'kvs').length,
  };
}

test("the meter: a requester's save is 1 invocation and 4 points, 5 with a comment; infrastructure's is printed", async () => {
  const content = someContent({ team: await teamOf('10003') });
  const first = await costOf(() => call('priya-raman', 'saveContext', { issueId: FIRST, startedFrom: 0, content }));
  const infrastructure = await costOf(() => call('ada-lindqvist', 'saveContext', { issueId: FIRST, startedFrom: 1, content: { ...content, effort: { low: 4, high: 9 } } }));
  const agreement = await costOf(() => call('tomasz-nowak', 'acceptContext', { issueId: FIRST, startedFrom: 2, hash: contentHash(content) }));
  const change = await costOf(() => call('priya-raman', 'saveContext', { issueId: FIRST, startedFrom: 3, content: { ...content, effort: { low: 4, high: 9 }, users: 'Everybody' } }));
  const answer = await costOf(() => call('ada-lindqvist', 'saveContext', { issueId: FIRST, startedFrom: 4, content: { ...content, effort: { low: 4, high: 9 }, users: 'Everybody', answer: { state: 'accepted' } } }));
  console.log(`requester's save ${JSON.stringify(first)}, with a comment ${JSON.stringify(change)}, infrastructure's ${JSON.stringify(infrastructure)}, agreement ${JSON.stringify(agreement)}, answer ${JSON.stringify(answer)}`);
  // The revision, and the index of what it asks for: read, then written.
  expect(first).toEqual({ invocations: 1, points: 4, kvs: 3 });
  expect(change).toEqual({ invocations: 1, points: 5, kvs: 3 });
  expect(infrastructure).toMatchObject({ invocations: 1 });
  expect(infrastructure.points).toBeLessThanOrEqual(6);
  expect(answer).toMatchObject({ invocations: 1, points: infrastructure.points + 1 });
});

test('an agreement is believable: its comment is on the ticket, by the person who agreed, with the hash', async () => {
  const content = someContent({ team: await teamOf('10003') });
  await call('priya-raman', 'saveContext', { issueId: FIRST, startedFrom: 0, content });
  const agreed = await call('wei-chen', 'acceptContext', { issueId: FIRST, startedFrom: 1, hash: contentHash(content) });
  if (!agreed.ok) throw new Error(agreed.problem.words);
  const { accepted } = agreed.value.record;
  expect(await get('marco-bianchi', `/rest/api/3/issue/${FIRST}/comment/${accepted?.comment ?? ''}`)).toMatchObject({ author: { accountId: 'wei-chen' } });
  expect(await get('marco-bianchi', `/rest/api/3/comment/${accepted?.comment ?? ''}/properties/product-context`)).toMatchObject({ value: { kind: 'accepted', hash: contentHash(content) } });
});

test("only the role that the settings name writes infrastructure's part", async () => {
  const content = { ...someContent({ team: await teamOf('10003') }), effort: { low: 4, high: 9 } };
  expect(await call('priya-raman', 'saveContext', { issueId: FIRST, startedFrom: 0, content })).toMatchObject({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only people in the role "Infrastructure team" of BUYER may change the effort. What you typed is still here. Leave that part as it was and save again, or ask them to fill it in.' },
  });
  expect(await call('wei-chen', 'saveContext', { issueId: FIRST, startedFrom: 0, content })).toMatchObject({ ok: true });
});

test('a ticket that somebody may not see is not there for that person', async () => {
  expect(await call('leah-stone', 'saveContext', { issueId: LEGAL_TICKET, startedFrom: 3, content: someContent() })).toMatchObject({
    ok: false, problem: { code: 'NOT_FOUND', words: 'This ticket is not there any more, or you may no longer see it. What you typed is still here.' },
  });
  expect(await call('leah-stone', 'saveContext', { issueId: LEGAL_TICKET, startedFrom: 0, content: someContent() })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
});

test('somebody who may read but not edit is told so', async () => {
  expect(await call('grace-adeyemi', 'saveContext', { issueId: FIRST, startedFrom: 0, content: someContent({ team: await teamOf('10003') }) })).toMatchObject({
    ok: false, problem: { code: 'FORBIDDEN', words: 'You may not edit this ticket, so its context cannot be saved. Ask a project administrator for the permission "Edit issues", then save again. What you typed is still here.' },
  });
});

test('settings are saved by an administrator of the project and refused to anybody else', async () => {
  const { rev } = await settings();
  const content = settingsContentSchema.parse(await settings());
  expect(await call('marco-bianchi', 'saveSettings', { projectId: '10001', startedFrom: rev, content })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  expect(await call('ada-lindqvist', 'saveSettings', { projectId: '10001', startedFrom: rev, content: { ...content, interruptAllowance: 30 } })).toMatchObject({ ok: true });
  expect(await settings()).toMatchObject({ rev: rev + 1, interruptAllowance: 30 });
});

test('a reporter is asked once; the second question within two weeks finds the first', async () => {
  const ask = () => call('ada-lindqvist', 'askReporters', { questions: [{ issueId: FIRST, text: 'Whose users are these?' }] });
  let first: unknown;
  // Its comments, the ticket for its reporter (2), the comment, and how often it was asked.
  expect(await costOf(async () => { first = await ask(); })).toMatchObject({ invocations: 1, points: 5 });
  expect(first).toEqual({ ok: true, value: { results: [{ issueId: FIRST, outcome: 'asked' }] } });
  expect(await get('ada-lindqvist', `/rest/api/3/issue/${FIRST}/properties/product-context.asked`)).toMatchObject({ value: { v: 1, issue: Number(FIRST), rounds: 1 } });
  const today = new Date().toISOString().slice(0, 10);
  expect(await ask()).toEqual({ ok: true, value: { results: [{ issueId: FIRST, outcome: 'asked-recently', on: today }] } });
});

test('the panel is pinned by a Jira administrator', async () => {
  expect(await call('sam-keller', 'pinPanel', { projectIds: ['10001', '10002'], action: 'PIN' })).toMatchObject({ ok: true, value: { taskId: expect.any(String) as string } });
  expect(await call('ada-lindqvist', 'pinPanel', { projectIds: ['10001'], action: 'PIN' })).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('twenty context-free tickets get team and theme in one call, within a quarter of the time', async () => {
  const { themes } = await settings();
  const ids = ['10105', '10106', '10110', '10111', '10112', '10113', '10117', '10120', '10121', '10123', '10124', '10125', '10127', '10130', '10134', '10135', '10136', '10140', '10142', '10148'];
  const changes = ids.map((issueId) => ({ issueId, startedFrom: 0, set: { infra: { id: '10001', key: 'BUYER' }, theme: themes[0]?.id ?? null } }));
  const started = Date.now();
  let results: CallReplies['saveContexts']['results'] = [];
  const cost = await costOf(async () => {
    const reply = await call('ada-lindqvist', 'saveContexts', { changes });
    if (reply.ok) results = reply.value.results;
  });
  console.log(`20 tickets in bulk: ${JSON.stringify(cost)}, ${Date.now() - started} ms`);
  expect(results.map(({ ok }) => ok)).toEqual(ids.map(() => true));
  expect(cost.points).toBeLessThanOrEqual(20 * 3 + 4);
  expect(Date.now() - started).toBeLessThan(6_000);
});

test("Jira's own limit of 20 writes in 2 s on a ticket is waited out", async () => {
  site.faults.plan({ match: `PUT /rest/api/3/issue/${FIRST}/properties`, status: 429, retryAfter: 1, times: 1, reason: 'jira-per-issue-on-write' });
  expect(await call('ada-lindqvist', 'saveContext', { issueId: FIRST, startedFrom: 0, content: {} })).toMatchObject({ ok: true });
});
