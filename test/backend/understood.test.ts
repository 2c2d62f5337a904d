import { ASKED_PROPERTY } from '../../src/contract/limits';
import { readRounds } from '../../src/contract/asked';
import { contentHash } from '../../src/domain/context/content-hash';
import { addComment, reply } from './wire-jira';
import { someContent, startBackend, TICKET, type Backend } from './given-backend';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const save = (startedFrom: number, content = someContent()) => backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom, content });
const EARLY = '2026-03-01T08:00:00.000Z';
const UNEXPLAINED = someContent({ need: '', users: '' });

test('[CX41] the save that first makes a context understood says when; later saves keep it, whatever becomes of the content', async () => {
  await save(0, UNEXPLAINED);
  expect(backend.record().understoodAt).toBeUndefined();
  await save(1);
  const { understoodAt, savedAt } = backend.record();
  expect(understoodAt).toBe(savedAt);
  backend.put({ ...backend.record(), understoodAt: EARLY });
  await save(2, someContent({ users: 'Everybody' }));
  await save(3, UNEXPLAINED);
  expect(backend.record()).toMatchObject({ rev: 4, understoodAt: EARLY, index: { grade: 'none' } });
});

test('[CX41] setting fields on many tickets, agreeing and repairing what somebody wrote by hand keep the moment, too', async () => {
  await save(0);
  backend.put({ ...backend.record(), understoodAt: EARLY });
  await backend.call('requester', 'saveContexts', { changes: [{ issueId: TICKET, startedFrom: 1, set: { origin: 'customer' } }] });
  await backend.call('lead', 'acceptContext', { issueId: TICKET, startedFrom: 2, hash: contentHash(backend.record()) });
  backend.put({ ...backend.record(), sponsor: 7 });
  await save(3);
  expect(backend.record()).toMatchObject({ rev: 4, understoodAt: EARLY });
});

test('[CX41] a moment that nobody recorded is not made up, a clone has none of its own yet, and no page can send one', async () => {
  await save(0);
  const { understoodAt: _older, ...older } = backend.record();
  backend.put(older);
  await save(1, someContent({ users: 'Everybody' }));
  expect(backend.record().understoodAt).toBeUndefined();
  backend.put({ ...older, rev: 5, understoodAt: EARLY, index: { ...older.index, issue: 999 } });
  await save(5, someContent({ users: 'Nobody' }));
  expect(backend.record().understoodAt).toBe(backend.record().savedAt);
  await backend.callRaw('requester', 'saveContext', { issueId: TICKET, startedFrom: 6, content: { ...someContent({ users: 'Some' }), understoodAt: EARLY } });
  expect(backend.record().understoodAt).not.toBe(EARLY);
});

test('[PL17] each question counts those before it anew, and one that cannot be counted is asked all the same', async () => {
  const { comments, properties } = backend.ticket();
  const question = { key: 'product-context', value: { kind: 'question', hash: 'x' } };
  addComment(backend.ticket(), 'colleague', { properties: [question], created: '2026-01-01T08:00:00.000Z' });
  addComment(backend.ticket(), 'colleague', { properties: [question], created: '2026-02-01T08:00:00.000Z' });
  addComment(backend.ticket(), 'colleague', { properties: [{ key: 'product-context', value: { kind: 'changed', hash: 'x' } }], created: '2026-02-02T08:00:00.000Z' });
  const ask = () => backend.call('lead', 'askReporters', { questions: [{ issueId: TICKET, text: 'Who?' }] });
  expect(await ask()).toMatchObject({ value: { results: [{ outcome: 'asked' }] } });
  expect(properties.get(ASKED_PROPERTY)).toEqual({ v: 1, issue: Number(TICKET), rounds: 3, last: expect.any(String) });
  expect(backend.jira.seen.map(({ method }) => method).sort()).toEqual(['GET', 'GET', 'POST', 'PUT']);

  comments.pop();
  backend.kvs.clear();
  backend.jira.interfere = ({ method }) => (method === 'PUT' ? reply(403) : undefined);
  expect(await ask()).toMatchObject({ value: { results: [{ outcome: 'asked' }] } });
  expect(comments).toHaveLength(4);
});

test('[PL17] what a clone brought along, and what nobody can read, is no round', () => {
  const asked = { v: 1, issue: 10042, rounds: 2, last: EARLY };
  expect([readRounds(asked, '10042'), readRounds(asked, '10043'), readRounds({ ...asked, rounds: 'two' }, '10042'), readRounds(undefined, '10042')]).toEqual([2, 0, 0, 0]);
});
