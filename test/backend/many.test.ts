import type { BulkChange } from '../../src/contract/calls';
import { BUYER, CART, TICKET, someContent, startBackend, type Backend } from './given-backend';
import { addComment, reply } from './wire-jira';

let backend: Backend;
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  backend = startBackend();
  for (let id = 101; id <= 120; id += 1) backend.jira.issues.set(String(id), { projectId: CART, reporter: 'requester', properties: new Map(), comments: [] });
});
afterEach(() => jest.restoreAllMocks());

const ids = Array.from({ length: 20 }, (_, at) => String(101 + at));
const infra = { id: BUYER, key: 'BUYER' };
const change = (issueId: string, set: BulkChange['set'], startedFrom = 0): BulkChange => ({ issueId, startedFrom, set });

async function bulk(as: string, changes: BulkChange[]) {
  const result = await backend.call(as, 'saveContexts', { changes });
  if (!result.ok) throw new Error(result.problem.words);
  return result.value.results;
}

test('twenty tickets are saved in one call; the settings and the permission of a project are asked once', async () => {
  const results = await bulk('lead', ids.map((id) => change(id, { infra, team: 'cart', theme: 'europe' })));
  expect(results).toHaveLength(20);
  expect(results[7]).toEqual({ issueId: '108', ok: true, rev: 1, before: { infra: null, team: null, theme: null } });
  expect(backend.record('108')).toMatchObject({ rev: 1, infra, team: 'cart', theme: 'europe', index: { issue: 108, team: 'cart' } });
  const asked = (what: string) => backend.jira.seen.filter(({ path }) => path.includes(what)).length;
  expect([asked('product-context.settings'), asked('mypermissions')]).toEqual([1, 1]);
  console.log(`20 tickets in bulk: ${backend.jira.seen.length} requests to Jira, ${backend.meter.filter(({ kind }) => kind === 'kvs').length} to the key-value store`);
  expect(backend.jira.seen.length).toBeLessThanOrEqual(20 * 3 + 2);
});

test('every ticket succeeds or fails on its own, and what succeeded can be undone', async () => {
  backend.put({ v: 1, rev: 3, savedAt: 'x', team: 'old', need: 'Keep me' }, '101');
  backend.put({ v: 2, rev: 1 }, '102');
  backend.jira.issues.set('103', { projectId: '999', properties: new Map(), comments: [] });
  const results = await bulk('requester', [
    change('101', { team: 'cart', infra }, 3), change('102', { team: 'cart' }, 1), change('103', { team: 'cart' }),
    change('104', { origin: 'moon' }), change('105', { infra, horizon: 'now' }), change('106', { team: 'cart' }),
  ]);
  expect(results.map((result) => (result.ok ? result.rev : result.problem.code))).toEqual([4, 'NEWER_VERSION', 'NOT_FOUND', 'INVALID', 'FORBIDDEN', 1]);
  expect(results[3]).toMatchObject({ problem: { details: ['At origin: expected one of "team", "executive", "customer", "compliance", "incident", "infrastructure", got "moon"'] } });
  const [first] = results;
  if (first?.ok !== true) throw new Error('101 was not saved');
  expect(first.before).toEqual({ team: 'old', infra: null });
  await bulk('requester', [change('101', first.before, 4)]);
  expect(backend.record('101')).toMatchObject({ rev: 5, team: 'old', need: 'Keep me' });
  expect(backend.record('101')).not.toHaveProperty('infra');
});

test('a ticket that somebody saved meanwhile is left alone', async () => {
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 0, content: someContent() });
  expect(await bulk('requester', [change(TICKET, { team: null }, 0)])).toMatchObject([{ ok: false, problem: { code: 'STALE', theirs: { rev: 1 } } }]);
});

test('when Jira is too slow for all of them, the rest is named instead of lost', async () => {
  const slow = startBackend({ seconds: 5 });
  for (const id of ids) slow.jira.issues.set(id, { projectId: CART, properties: new Map(), comments: [] });
  slow.jira.interfere = () => new Promise((resolve) => { setTimeout(() => resolve(undefined), 250); });
  const result = await slow.call('requester', 'saveContexts', { changes: ids.map((id) => change(id, { team: 'cart' })) });
  if (!result.ok) throw new Error(result.problem.words);
  const done = result.value.results.filter(({ ok }) => ok);
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThan(20);
  expect(result.value.results.at(-1)).toMatchObject({
    problem: { code: 'BUSY', words: "Jira was so slow that there was no time left to save this ticket's context, so it was not tried. What you typed is still here. Try again in a moment." },
  });
});

test('a question is one comment that addresses the reporter', async () => {
  const result = await backend.call('lead', 'askReporters', { questions: [{ issueId: '101', text: 'Who are the users?\nHow many?' }] });
  expect(result).toEqual({ ok: true, value: { results: [{ issueId: '101', outcome: 'asked' }] } });
  const [comment] = backend.ticket('101').comments;
  expect(comment?.author).toBe('lead');
  expect(comment?.properties).toEqual([{ key: 'product-context', value: { kind: 'question', hash: expect.any(String) as string } }]);
  expect(comment?.body).toEqual({
    type: 'doc', version: 1,
    content: [
      { type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'requester', text: '@requester' } }, { type: 'text', text: ' ' }, { type: 'text', text: 'Who are the users?' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'How many?' }] },
    ],
  });
});

test('a ticket is not asked twice within 14 days, by whomever, and is asked again after that', async () => {
  const question = { key: 'product-context', value: { kind: 'question', hash: 'x' } };
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  addComment(backend.ticket('101'), 'colleague', { properties: [question], created: daysAgo(13) });
  addComment(backend.ticket('102'), 'colleague', { properties: [question], created: daysAgo(15) });
  for (let chat = 0; chat < 150; chat += 1) addComment(backend.ticket('101'), 'colleague', { properties: [] });
  const result = await backend.call('lead', 'askReporters', { questions: ['101', '102'].map((issueId) => ({ issueId, text: 'Who?' })) });
  expect(result).toMatchObject({ value: { results: [{ issueId: '101', outcome: 'asked-recently', on: daysAgo(13).slice(0, 10) }, { issueId: '102', outcome: 'asked' }] } });
});

test('two people who ask at the same moment ask once', async () => {
  const ask = (as: string) => backend.call(as, 'askReporters', { questions: [{ issueId: '101', text: 'Who?' }] });
  const both = await Promise.all([ask('lead'), ask('requester')]);
  expect(both.map((result) => (result.ok ? result.value.results[0]?.outcome : 'refused')).sort()).toEqual(['asked', 'asked-recently']);
  expect(backend.ticket('101').comments).toHaveLength(1);
});

test('a question that failed can be asked again, and says why it failed', async () => {
  backend.jira.interfere = ({ method }) => (method === 'POST' ? reply(403) : undefined);
  const ask = () => backend.call('lead', 'askReporters', { questions: [{ issueId: '101', text: 'Who?' }] });
  expect(await ask()).toMatchObject({ value: { results: [{ outcome: 'failed', problem: { code: 'FORBIDDEN', words: 'You may not comment on this ticket. Ask a project administrator for the permission "Add comments". Nobody was asked.' } }] } });
  backend.jira.interfere = () => undefined;
  expect(await ask()).toMatchObject({ value: { results: [{ outcome: 'asked' }] } });
});

test('more than 20 questions or tickets are not one go', async () => {
  const questions = Array.from({ length: 21 }, (_, at) => ({ issueId: String(at + 1), text: 'Who?' }));
  expect(await backend.callRaw('lead', 'askReporters', { questions })).toMatchObject({ value: { problem: { details: [expect.stringMatching(/^At questions: expected at most 20 entries, got /)] } } });
});
