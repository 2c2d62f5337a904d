import { contentHash } from '../../src/domain/context/content-hash';
import { BUYER, CART, TICKET, someContent, startBackend, type Backend } from './given-backend';
import { addComment, reply } from './wire-jira';

let backend: Backend;
const agreed = someContent();
const hash = contentHash(agreed);

beforeEach(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  backend = startBackend();
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 0, content: agreed });
});
afterEach(() => jest.restoreAllMocks());

const accept = (as: string, startedFrom = 1, of = hash) => backend.call(as, 'acceptContext', { issueId: TICKET, startedFrom, hash: of });
const bypass = (as: string, why = 'The regulator wants it by Friday') => backend.call(as, 'recordBypass', { issueId: TICKET, startedFrom: 1, gate: 'ready', why });
const marks = () => backend.ticket().comments.map(({ author, properties }) => [author, properties[0]?.value]);
const texts = () => backend.ticket().comments.map(({ body }) => (body as { content: { content: { text: string }[] }[] }).content.map(({ content }) => content[0]?.text));

test('agreeing posts a comment by the person who agrees and keeps its id and the hash, not the person', async () => {
  expect(await accept('engineer')).toEqual({ ok: true, value: { record: backend.record() } });
  expect(backend.record()).toMatchObject({ rev: 2, accepted: { hash, comment: '20000' }, index: { met: expect.arrayContaining(['accepted']) as unknown } });
  expect(marks()).toEqual([['engineer', { kind: 'accepted', hash }]]);
  expect(texts()).toEqual([[
    "Agreed as written: infrastructure agrees to this ticket's product context.",
    'The agreement lapses when the need, the users, the thresholds, the value, the cost of waiting or the requirements on shared data change.',
  ]]);
  expect(JSON.stringify(backend.record())).not.toContain('engineer');
});

test('an agreement keeps the ranges of its moment; what is changed later leaves them', async () => {
  const worth = { low: 6e6, high: 1e7, currency: 'USD', per: 'month' } as const;
  const whole = { ...agreed, value: { ...agreed.value, worth }, effort: { low: 4, high: 9 } };
  await backend.call('lead', 'saveContext', { issueId: TICKET, startedFrom: 1, content: whole });
  await accept('engineer', 2, contentHash(whole));
  expect(backend.record()).toMatchObject({ rev: 3, accepted: { ranges: { worth, effort: { low: 4, high: 9 } } } });
  await backend.call('lead', 'saveContext', { issueId: TICKET, startedFrom: 3, content: { ...whole, effort: { low: 10, high: 20 } } });
  expect(backend.record()).toMatchObject({ rev: 4, effort: { low: 10, high: 20 }, accepted: { ranges: { effort: { low: 4, high: 9 } } } });
});

test('agreeing needs Edit issues in the infrastructure project', async () => {
  expect(await accept('requester')).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only people who may edit tickets of BUYER can agree for infrastructure. Nothing was changed. Ask one of them.' },
  });
  expect(marks()).toEqual([]);
});

test('agreeing to what does not stand there any more is refused', async () => {
  expect(await accept('engineer', 1, 'another hash')).toEqual({
    ok: false, problem: { code: 'CHANGED', words: 'What stands on the ticket is no longer what you read. Nothing was agreed. Read it again, then agree.' },
  });
});

test('without the right to comment there is no agreement, and the revision is free again', async () => {
  backend.jira.grants['engineer'] = [`BROWSE_PROJECTS ${CART}`, `EDIT_ISSUES ${CART}`, `BROWSE_PROJECTS ${BUYER}`, `EDIT_ISSUES ${BUYER}`];
  expect(await accept('engineer')).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'You may not comment on this ticket, and an agreement needs a comment by you. Ask a project administrator for the permission "Add comments", then agree again. Nothing was changed.' },
  });
  expect(backend.kvs.has(`rev:${TICKET}:2`)).toBe(false);
  expect(backend.record()).not.toHaveProperty('accepted');
});

test('a comment whose answer got lost is found instead of posted twice', async () => {
  let lost = false;
  backend.jira.interfere = ({ method, who, body }) => {
    if (method !== 'POST' || lost) return undefined;
    lost = true;
    addComment(backend.ticket(), who, body as never);
    return reply(502);
  };
  expect(await accept('engineer')).toMatchObject({ ok: true, value: { record: { accepted: { comment: '20000' } } } });
  expect(marks()).toHaveLength(1);
});

test('an agreement whose record could not be written uses the same comment the next time', async () => {
  backend.jira.interfere = ({ method }) => (method === 'PUT' ? reply(403) : undefined);
  expect(await accept('engineer')).toMatchObject({ ok: false });
  backend.jira.interfere = () => undefined;
  expect(await accept('engineer')).toMatchObject({ ok: true });
  expect(marks()).toHaveLength(1);
});

test("somebody else's comment with the same mark is not taken for an agreement", async () => {
  addComment(backend.ticket(), 'requester', { properties: [{ key: 'product-context', value: { kind: 'accepted', hash } }] });
  expect(await accept('engineer')).toMatchObject({ ok: true, value: { record: { accepted: { comment: '20001' } } } });
});

test('changing what was agreed posts one comment by the person who changed it; the save then costs five requests', async () => {
  await accept('engineer');
  const before = backend.jira.seen.length;
  const changed = someContent({ users: 'Everybody', need: 'Buyers see the price of shipping at once' });
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 2, content: changed });
  expect(backend.jira.seen.length - before).toBe(5);
  expect(marks().at(-1)).toEqual(['requester', { kind: 'changed', hash: contentHash(changed) }]);
  expect(texts().at(-1)).toEqual([
    'Changed after infrastructure had agreed to it as written: the need and whose users.',
    'The agreement no longer covers this ticket until infrastructure agrees again.',
  ]);
  expect(backend.record().index?.missing).toContain('accepted');
});

test('undoing that change brings the agreement back and says so', async () => {
  await accept('engineer');
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 2, content: someContent({ users: 'Everybody' }) });
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 3, content: agreed });
  expect(texts().at(-1)).toEqual(["This ticket's product context is again as it was agreed. The agreement holds."]);
  expect(backend.record().index?.met).toContain('accepted');
});

test('changing what the agreement does not cover posts nothing', async () => {
  await accept('engineer');
  await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 2, content: someContent({ initiative: 'BUYER-70' }) });
  expect(marks()).toHaveLength(1);
});

test('a change that cannot be told is saved all the same, and the page gets a sentence to show', async () => {
  await accept('engineer');
  backend.jira.grants['requester'] = [`BROWSE_PROJECTS ${CART}`, `EDIT_ISSUES ${CART}`, `BROWSE_PROJECTS ${BUYER}`];
  const saved = await backend.call('requester', 'saveContext', { issueId: TICKET, startedFrom: 2, content: someContent({ users: 'Everybody' }) });
  expect(saved).toMatchObject({ ok: true, value: { notice: 'Saved. The comment that tells infrastructure that whose users changed could not be posted: write one yourself.' } });
});

test('a bypass is recorded with its reason in a comment by the person who decided it', async () => {
  expect(await bypass('requester')).toEqual({ ok: true, value: { record: backend.record() } });
  expect(backend.record()).toMatchObject({ rev: 2, bypass: { gate: 'ready', hash, why: 'The regulator wants it by Friday', comment: '20000' } });
  expect(marks()).toEqual([['requester', { kind: 'bypass', hash }]]);
  expect(texts()).toEqual([['Bypass of the gate "ready": The regulator wants it by Friday']]);
});

test('a ticket without any context can be let through, too, with a record of its own', async () => {
  backend.ticket().properties.clear();
  backend.kvs.clear();
  expect(await backend.call('requester', 'recordBypass', { issueId: TICKET, startedFrom: 0, gate: 'ready', why: 'Production is down' })).toMatchObject({
    ok: true, value: { record: { rev: 1, bypass: { gate: 'ready' }, index: { issue: 10042, grade: 'none' } } },
  });
});

test('a bypass needs Transition issues on the ticket, and a reason that says something', async () => {
  backend.jira.grants['requester'] = [`BROWSE_PROJECTS ${CART}`, `EDIT_ISSUES ${CART}`, `ADD_COMMENTS ${CART}`, `BROWSE_PROJECTS ${BUYER}`];
  expect(await bypass('requester')).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only people who may move this ticket can record a bypass. Nothing was changed. Ask one of them.' },
  });
  expect(await bypass('lead', ' urgent ')).toMatchObject({ ok: false, problem: { details: ['At why: expected at least 10 characters, got " urgent "'] } });
  expect(marks()).toEqual([]);
});

test('a copied record must be saved here before anybody agrees to it or lets it pass', async () => {
  backend.put({ ...backend.record(), index: { ...backend.record().index, issue: 99 } });
  expect(await accept('engineer')).toMatchObject({ ok: false, problem: { words: 'This context was copied from another ticket. Check it and save it here first, then agree to it.' } });
  expect(await bypass('lead')).toMatchObject({ ok: false, problem: { words: 'This context was copied from another ticket. Check it and save it here first, then record the bypass.' } });
});
