/** Saves after which what a ticket asks for could not be noted for the check against other tickets. */

import { BUYER, CART, TICKET, someContent, startBackend, type Backend } from './given-backend';

let backend: Backend;
/** Whether the store takes what the index writes. */
let isOut = false;
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  backend = startBackend();
  isOut = false;
  const set = backend.kvs.set.bind(backend.kvs);
  backend.kvs.set = (key, value) => {
    if (isOut && key.startsWith('claim')) throw new Error('The store is out.');
    return set(key, value);
  };
  for (const id of ['101', '102']) backend.jira.issues.set(id, { projectId: CART, reporter: 'requester', properties: new Map(), comments: [] });
});
afterEach(() => jest.restoreAllMocks());

const NOTICE = 'Saved. Groundwork could not note what this ticket asks for, for the check against other tickets; it tries again within a day, or save once more.';
const infra = { id: BUYER, key: 'BUYER' };
const events = () => jest.mocked(backend.host.queues.answer).mock.calls.filter(([what]) => what === 'publish').map(([, body]) => JSON.stringify(body));

function watchQueue(): jest.SpiedFunction<Backend['host']['queues']['answer']> {
  return jest.spyOn(backend.host.queues, 'answer');
}

async function saveBoth() {
  for (const id of ['101', '102']) backend.put({ v: 1, rev: 1, savedAt: 'x', ...someContent() }, id);
  isOut = true;
  const saved = await backend.call('requester', 'saveContexts', { changes: ['101', '102'].map((issueId) => ({ issueId, startedFrom: 1, set: { infra, team: 'ops' } })) });
  if (!saved.ok) throw new Error(saved.problem.words);
  return saved.value.results;
}

test('[CF53] a bulk save whose notes were lost has the index read anew, once for all of its tickets', async () => {
  watchQueue();
  expect(await saveBoth()).toEqual(['101', '102'].map((issueId) => ({ issueId, ok: true, rev: 2, before: { infra, team: 'cart' } })));
  expect(events()).toEqual([expect.stringContaining(`"kind":"index","projectId":"${BUYER}"`)]);
});

test('[CF53] where that cannot be queued either, each ticket\'s answer says so, as after a single save', async () => {
  watchQueue().mockReturnValue({ status: 503, body: {} } as never);
  expect(await saveBoth()).toEqual(['101', '102'].map((issueId) => ({ issueId, ok: true, rev: 2, before: { infra, team: 'cart' }, notice: NOTICE })));
  expect(await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 0, content: someContent() })).toMatchObject({ ok: true, value: { notice: NOTICE } });
});
