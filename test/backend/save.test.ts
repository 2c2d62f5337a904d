import { JUDGE_VERSION } from '../../src/domain/context/judge-context';
import { BUYER, CART, TICKET, someContent, someSettings, startBackend, type Backend } from './given-backend';
import { reply } from './wire-jira';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const save = (as: string, startedFrom: number, content = someContent()) => backend.call(as, 'saveContext', { issueId: TICKET, startedFrom, content });
const calls = () => backend.jira.seen.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
const PROPERTY = `/rest/api/3/issue/${TICKET}/properties/product-context`;

test('a first save writes the content with its index, its log and revision 1', async () => {
  const saved = await save('requester', 0);
  expect(saved.ok).toBe(true);
  const record = backend.record();
  expect(saved).toEqual({ ok: true, value: { record } });
  expect(record).toMatchObject({ v: 1, rev: 1, need: 'Buyers see the shipping cost before they give up', index: { issue: 10042, grade: 'silver', by: { judge: JUDGE_VERSION, settings: 4 }, infra: BUYER, team: 'cart' } });
  expect(record.log?.map(({ field }) => field)).toContain('need');
  expect(JSON.stringify(record)).not.toContain('requester');
});

test("a requester's save costs one invocation and four requests to Jira, all as the user; its revision is claimed and what it measures is indexed", async () => {
  await save('requester', 0);
  expect(backend.meter.filter(({ kind }) => kind === 'invocation')).toHaveLength(1);
  expect(calls().sort()).toEqual([
    `GET ${PROPERTY}`, `GET ${PROPERTY}`, 'GET /rest/api/3/project/10001/properties/product-context.settings', `PUT ${PROPERTY}`,
  ]);
  expect(new Set(backend.jira.seen.map(({ who }) => who))).toEqual(new Set(['requester']));
  expect(backend.meter.filter(({ kind }) => kind === 'kvs').map(({ what }) => what)).toEqual(['kvs.set', 'kvs.get', 'kvs.batch/set']);
});

test("a save of infrastructure's part costs one more request", async () => {
  await save('lead', 0, someContent({ effort: { low: 4, high: 9 } }));
  expect(calls()).toHaveLength(5);
  console.log(`requester's save: 4 requests; infrastructure's: ${calls().length}`);
});

test('a save that started from an older revision is refused with what stands there, and nothing is lost', async () => {
  await save('requester', 0);
  await save('colleague', 1, someContent({ users: 'Everybody' }));
  const stale = await save('requester', 1, someContent({ users: 'Nobody' }));
  expect(stale).toEqual({
    ok: false,
    problem: {
      code: 'STALE', theirs: backend.record(),
      words: "Somebody else saved this ticket's context while you were editing. Nothing was overwritten, and what you typed is still here. Compare the two versions, then save again.",
    },
  });
  expect(backend.record()).toMatchObject({ rev: 2, users: 'Everybody' });
});

test('of two saves at the same moment one is stored and the other is refused with it', async () => {
  const both = await Promise.all([save('requester', 0, someContent({ users: 'Mine' })), save('colleague', 0, someContent({ users: 'Theirs' }))]);
  const [won] = both.filter(({ ok }) => ok);
  const [lost] = both.filter(({ ok }) => !ok);
  expect(won).toEqual({ ok: true, value: { record: backend.record() } });
  expect(lost).toMatchObject({ ok: false, problem: { code: 'STALE', theirs: backend.record() } });
  expect(backend.record().rev).toBe(1);
});

test('twenty saves at the same moment: one is stored', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, (_, at) => save('requester', 0, someContent({ users: `Users ${at}` }))));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  expect(backend.record().rev).toBe(1);
});

test('while a save that claimed the revision is still under way, another is told when to try again', async () => {
  let letGo: (() => void) | undefined;
  const held = new Promise<undefined>((resolve) => { letGo = () => resolve(undefined); });
  backend.jira.interfere = ({ method }) => (method === 'PUT' ? held : undefined);
  const first = save('colleague', 0);
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  const second = await save('requester', 0, someContent({ users: 'Others' }));
  expect(second).toEqual({
    ok: false,
    problem: { code: 'BUSY', retryAfterSeconds: 60, words: 'Another save of this is under way and has not arrived yet. What you typed is still here. Try again in 60 seconds.' },
  });
  letGo?.();
  expect(await first).toMatchObject({ ok: true });
});

test('a claim whose owner died a minute ago is passed over: the save takes the revision after it', async () => {
  const at = new Date(Date.now() - 61_000).toISOString();
  backend.kvs.set(`rev:${TICKET}:1`, JSON.stringify({ value: { token: 'dead', at }, createdAt: 0, updatedAt: 0 }));
  const saved = await save('requester', 0);
  expect(saved).toMatchObject({ ok: true, value: { record: { rev: 2 } } });
});

test('what somebody else wrote by hand between our write and our check is not claimed as ours', async () => {
  let puts = 0;
  backend.jira.interfere = ({ method }) => {
    if (method === 'PUT') puts += 1;
    else if (puts === 1) backend.put({ v: 1, rev: 7, savedAt: 'by hand', need: 'Mine' });
    return undefined;
  };
  expect(await save('requester', 0)).toMatchObject({ ok: false, problem: { code: 'STALE', theirs: { rev: 7, need: 'Mine' } } });
});

test('a save whose answer was lost finds itself when it is repeated', async () => {
  await save('requester', 0);
  const again = await save('requester', 0);
  expect(again).toEqual({ ok: true, value: { record: backend.record() } });
  expect(backend.record().rev).toBe(1);
});

test('a record of a newer Groundwork is refused in words and not touched', async () => {
  const newer = { v: 2, rev: 3, anything: true };
  backend.put(newer);
  expect(await save('requester', 3)).toEqual({
    ok: false,
    problem: { code: 'NEWER_VERSION', words: "This ticket's context was written by a newer version of Groundwork. It was not changed, and what you typed is still here. Ask your Jira administrator to update the app, then save again." },
  });
  expect(backend.record()).toEqual(newer);
});

test.each<[string, unknown, number]>([
  ['a text', 'hello', 0],
  ['a list', [1, 2], 0],
  ['wrong types', { v: 1, rev: 3, need: 7, thresholds: 'soon', users: 'Buyers' }, 3],
  ['a revision nobody can count on from', { v: 1, rev: 1e300, need: 'x' }, 0],
  ['the last of all revisions', { v: 1, rev: Number.MAX_SAFE_INTEGER, savedAt: 'x' }, 0],
  ['a revision that is no whole number', { v: 1, rev: 1.5 }, 0],
  ['a forged index', { v: 1, rev: 2, savedAt: 'x', index: { issue: TICKET, met: 'all' } }, 2],
])('a property written by hand (%s) is repaired by the next save', async (_name, stored, startedFrom) => {
  backend.put(stored);
  expect(await save('requester', startedFrom)).toMatchObject({ ok: true });
  expect(backend.record()).toMatchObject({ v: 1, rev: startedFrom + 1, need: someContent().need, index: { issue: 10042, grade: 'silver' } });
});

test('a forged index is replaced by the one that the content earns', async () => {
  const forged = { issue: 10042, by: { judge: 1, settings: 4 }, met: ['need', 'effort', 'accepted'], missing: [], notApplicable: [], grade: 'gold', hash: 'x', elements: [] };
  backend.put({ v: 1, rev: 1, savedAt: 'x', need: 'Buyers want it', index: forged });
  await save('requester', 1, { need: 'Buyers want it' });
  expect(backend.record().index).toMatchObject({ grade: 'none', met: expect.not.arrayContaining(['effort']) as unknown });
});

test('a copied record loses agreement, bypass and outcome with its first save here', async () => {
  const copied = {
    v: 1, rev: 5, savedAt: 'x', ...someContent(), outcome: { reviewDue: '2027-01-01' }, accepted: { hash: 'h', comment: '1' },
    bypass: { gate: 'ready', hash: 'h', why: 'because it was', comment: '2' }, index: { ...emptyIndex(), issue: 99 },
  };
  backend.put(copied);
  await save('requester', 5, { ...someContent(), outcome: { reviewDue: '2027-01-01' } });
  const record = backend.record();
  expect(record.index?.issue).toBe(10042);
  expect([record.accepted, record.bypass, record.outcome]).toEqual([undefined, undefined, undefined]);
});

test('a context that Jira would not take is refused before it is sent, with its longest parts', async () => {
  const claims = Array.from({ length: 100 }, (_, at) => ({ id: `c${at}`, model: 'buyer', element: 'x'.repeat(290), facet: 'presence' as const, level: 'must' as const, is: 'required' }));
  const result = await save('requester', 0, someContent({ claims, touchesSharedData: true }));
  expect(result).toMatchObject({ ok: false, problem: { code: 'TOO_LARGE' } });
  expect(result).toHaveProperty('problem.words', expect.stringMatching(/^This context has 3\d,\d{3} characters, and Jira keeps at most 32,768\. Nothing was saved and your text is still here\. The longest parts: the requirements on shared data \(3\d,\d{3}\), the value statement \(\d+\), the success thresholds \(\d+\)\. Shorten them and save again\.$/));
  expect(calls().filter((call) => call.startsWith('PUT'))).toEqual([]);
});

test('the log keeps the last 20 changes and names no person', async () => {
  for (let rev = 0; rev < 25; rev += 1) await save('requester', rev, someContent({ users: `Users ${rev}` }));
  const { log = [] } = backend.record();
  expect(log).toHaveLength(20);
  expect(log.at(-1)).toMatchObject({ rev: 25, field: 'users', from: 'Users 23', to: 'Users 24' });
});

test("a requester may not write infrastructure's part; the rest is not saved either, so that nothing is half done", async () => {
  const refused = await save('requester', 0, someContent({ effort: { low: 1, high: 2 }, theme: 'europe' }));
  expect(refused).toEqual({
    ok: false,
    problem: { code: 'FORBIDDEN', words: 'Only the administrators of BUYER may change the effort and the theme. What you typed is still here. Leave that part as it was and save again, or ask them to fill it in.' },
  });
  expect(backend.record()).toBeUndefined();
});

test("infrastructure's part stays when a requester saves around it, and may not be removed either", async () => {
  await save('lead', 0, someContent({ effort: { low: 4, high: 9 } }));
  expect(await save('requester', 1, someContent({ effort: { low: 4, high: 9 }, users: 'Others' }))).toMatchObject({ ok: true });
  expect(await save('requester', 2, someContent({ users: 'Others' }))).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('a role that the settings name decides instead of the administrators', async () => {
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, someSettings({ infraRole: { id: '10360', name: 'Infra' } }));
  expect(await save('engineer', 0, someContent({ effort: { low: 4, high: 9 } }))).toMatchObject({ ok: true });
  expect(await save('requester', 1, someContent({ effort: { low: 1, high: 9 } }))).toMatchObject({
    ok: false, problem: { words: 'Only people in the role "Infra" of BUYER may change the effort. What you typed is still here. Leave that part as it was and save again, or ask them to fill it in.' },
  });
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, someSettings({ infraRole: { id: '10361', name: 'Gone' } }));
  expect(await save('engineer', 1, someContent({ effort: { low: 1, high: 9 } }))).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('asking another infrastructure project does not carry the answers and the agreement of the first one over', async () => {
  backend.jira.projects.get(CART)?.set(SETTINGS_PROPERTY, someSettings({ project: { id: CART, key: 'CART' } }));
  await save('lead', 0, someContent({ effort: { low: 4, high: 9 }, answer: { state: 'accepted' } }));
  backend.put({ ...backend.record(), accepted: { hash: 'h', comment: '1' } });
  const moved = await save('requester', 1, someContent({ infra: { id: CART, key: 'WRONG' }, effort: { low: 4, high: 9 }, answer: { state: 'accepted' } }));
  expect(moved).toMatchObject({ ok: true, value: { record: { infra: { id: CART, key: 'CART' } } } });
  const record = backend.record();
  expect([record.effort, record.answer, record.accepted]).toEqual([undefined, undefined, undefined]);
});

test('an infrastructure project that has not opted in is named, and nothing is saved', async () => {
  const words = 'The infrastructure project has not opted in to Groundwork, or you may not see it. What you typed is still here. Choose another infrastructure project, or ask one of its administrators to turn Groundwork on in the project settings.';
  expect(await save('requester', 0, someContent({ infra: { id: CART, key: 'CART' } }))).toEqual({ ok: false, problem: { code: 'NOT_OPTED_IN', words } });
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, someSettings({ enabled: false }));
  expect(await save('requester', 0)).toEqual({ ok: false, problem: { code: 'NOT_OPTED_IN', words } });
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, someSettings({ project: { id: CART, key: 'CART' } }));
  expect(await save('requester', 0)).toEqual({ ok: false, problem: { code: 'NOT_OPTED_IN', words } });
});

test('losing Edit issues between loading and saving is said, and the revision is free again', async () => {
  backend.jira.grants['requester'] = [`BROWSE_PROJECTS ${CART}`, `BROWSE_PROJECTS ${BUYER}`];
  expect(await save('requester', 0)).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'You may not edit this ticket, so its context cannot be saved. Ask a project administrator for the permission "Edit issues", then save again. What you typed is still here.' },
  });
  expect([...backend.kvs.keys()]).toEqual([]);
  expect(await save('colleague', 0)).toMatchObject({ ok: true, value: { record: { rev: 1 } } });
});

test('losing sight of the ticket between loading and saving is not taken for a removed context', async () => {
  await save('requester', 0);
  backend.jira.grants['requester'] = [`BROWSE_PROJECTS ${BUYER}`];
  expect(await save('requester', 1, someContent({ users: 'Others' }))).toEqual({
    ok: false, problem: { code: 'NOT_FOUND', words: 'This ticket is not there any more, or you may no longer see it. What you typed is still here.' },
  });
});

test('a context that somebody removed meanwhile is a conflict with nothing on the other side', async () => {
  await save('requester', 0);
  backend.ticket().properties.clear();
  expect(await save('requester', 1)).toMatchObject({ ok: false, problem: { code: 'STALE', theirs: null } });
});

test('malformed settings of the infrastructure project are named with the way out', async () => {
  backend.jira.projects.get(BUYER)?.set(SETTINGS_PROPERTY, { v: 1, rev: 1, teams: 'many' });
  const result = await save('requester', 0);
  expect(result).toMatchObject({ ok: false, problem: { code: 'INVALID', words: 'The settings of the infrastructure project cannot be read: somebody wrote them by hand. What you typed is still here. Ask one of its administrators to open the Groundwork settings there and save them again.' } });
});

test("Jira's own refusal is put into words", async () => {
  backend.jira.interfere = ({ method }) => (method === 'PUT' ? reply(409, { errorMessages: ['conflict'] }) : undefined);
  expect(await save('requester', 0)).toEqual({
    ok: false,
    problem: { code: 'INVALID', words: "Jira refused to save this ticket's context. What you typed is still here. Reload the page and try again; if it stays like this, tell your Jira administrator." },
  });
});

function emptyIndex() {
  return { issue: 0, by: { judge: 1, settings: 4 }, met: [], missing: [], notApplicable: [], grade: 'none', hash: 'h', elements: [] };
}

test.each([
  ['declined', 'Say why it is declined: the team reads it on the ticket.'], ['countered', 'Say what you offer instead: the team reads it on the ticket.'],
] as const)('an answer (%s) without words is refused, and nothing is written', async (state, wanted) => {
  await save('lead', 0, someContent({ answer: { state: 'accepted' } }));
  for (const answer of [{ state }, { state, why: '  ' }]) {
    expect(await save('lead', 1, someContent({ answer }))).toEqual({
      ok: false, problem: { code: 'INVALID', words: `This answer has no reason. What you typed is still here. ${wanted} Then save again.` },
    });
  }
  expect(backend.record()).toMatchObject({ rev: 1, answer: { state: 'accepted' } });
  expect(backend.ticket().comments.flatMap(({ properties }) => properties)).toHaveLength(1);
  expect(await save('lead', 1, someContent({ answer: { state, why: 'A reason' } }))).toMatchObject({ ok: true });
  expect(await save('lead', 2, someContent({ answer: { state } }))).toMatchObject({ ok: false, problem: { code: 'INVALID' } });
});

test('an answer that stood there without words keeps nobody from saving the rest', async () => {
  await save('lead', 0, someContent());
  backend.put({ ...backend.record(), answer: { state: 'declined' } });
  expect(await save('requester', 1, someContent({ answer: { state: 'declined' }, users: 'Others' }))).toMatchObject({ ok: true });
});
