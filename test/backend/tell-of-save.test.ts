/** What a save tells the ticket: the asking team hears the answer, and who built it the result. */

import type { Answer, ContextContent } from '../../src/domain/context/product-context';
import { BUYER, CART, TICKET, someContent, someSettings, startBackend, type Backend } from './given-backend';
import { SETTINGS_PROPERTY } from '../../src/contract/limits';
import { reply } from './wire-jira';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const save = (as: string, startedFrom: number, changed: Partial<ContextContent> = {}) =>
  backend.call(as, 'saveContext', { issueId: TICKET, startedFrom, content: someContent(changed) });
const texts = () => backend.ticket().comments.map(({ body }) => (body as { content: { content: { text: string }[] }[] }).content.map(({ content }) => content[0]?.text));
const marks = () => backend.ticket().comments.map(({ author, properties }) => [author, properties[0]?.value]);

test.each<[string, Answer, string[]]>([
  ['accepted', { state: 'accepted' }, ['Infrastructure’s answer: accepted.']],
  ['declined', { state: 'declined', why: 'Nobody has the time before March.' }, ['Infrastructure’s answer: declined.', 'Reason: Nobody has the time before March.']],
  ['countered', { state: 'countered', why: 'A cache gives half of it now.' }, ['Infrastructure’s answer: countered, with something else.', 'Reason: A cache gives half of it now.']],
])('an answer (%s) is told on the ticket with its reason, in one comment by the person who gave it', async (_name, answer, told) => {
  await save('requester', 0);
  expect(await save('lead', 1, { answer })).toEqual({ ok: true, value: { record: backend.record() } });
  expect(texts()).toEqual([told]);
  expect(marks()).toEqual([['lead', { kind: 'answer', hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string }]]);
});

test('telling the answer costs one request more than the save of infrastructure’s part', async () => {
  await save('requester', 0);
  const before = backend.jira.seen.length;
  await save('lead', 1, { answer: { state: 'accepted' } });
  expect(backend.jira.seen.slice(before).map(({ method, path }) => `${method} ${path.replace(/^.*\/(10001|10042)\//, '').replace(/\?.*/, '')}`).sort()).toEqual([
    'GET /rest/api/3/mypermissions', 'GET properties/product-context', 'GET properties/product-context', 'GET properties/product-context.settings',
    'POST comment', 'PUT properties/product-context',
  ]);
});

test('another answer says what it was before; another reason is told; the same answer is told once', async () => {
  await save('lead', 0, { answer: { state: 'accepted' } });
  await save('lead', 1, { answer: { state: 'declined', why: 'The budget is gone.' } });
  await save('lead', 2, { answer: { state: 'declined', why: 'The budget is gone until May.' } });
  await save('requester', 3, { answer: { state: 'declined', why: 'The budget is gone until May.' }, initiative: 'BUYER-70' });
  expect(texts()).toEqual([
    ['Infrastructure’s answer: accepted.'],
    ['Infrastructure’s answer: declined. It was accepted before.', 'Reason: The budget is gone.'],
    ['Infrastructure’s answer: declined.', 'Reason: The budget is gone until May.'],
  ]);
});

test('an answer that is taken back, or lapses because the ticket asks somebody else, is told as well', async () => {
  backend.jira.projects.get(CART)?.set(SETTINGS_PROPERTY, someSettings({ project: { id: CART, key: 'CART' } }));
  await save('lead', 0, { answer: { state: 'accepted' } });
  await save('lead', 1);
  await save('lead', 2, { answer: { state: 'countered', why: 'Smaller' } });
  await save('requester', 3, { answer: { state: 'countered', why: 'Smaller' }, infra: { id: CART, key: 'CART' } });
  expect(texts().map(([first]) => first)).toEqual([
    'Infrastructure’s answer: accepted.', 'Infrastructure took its answer back (accepted). This ticket waits for a new one.',
    'Infrastructure’s answer: countered, with something else.',
    'The answer (countered, with something else) no longer counts: this ticket asks another infrastructure project now, which has not answered yet.',
  ]);
});

test('a comment whose answer got lost is found instead of posted twice', async () => {
  await save('requester', 0);
  let isLost = false;
  backend.jira.interfere = ({ method, path, who, body }) => {
    if (method !== 'POST' || !path.includes('/comment') || isLost) return undefined;
    isLost = true;
    const { properties, body: text } = body as { properties: { key: string; value: unknown }[]; body: unknown };
    backend.ticket().comments.push({ id: '20000', author: who, created: new Date().toISOString(), body: text, properties });
    return reply(503);
  };
  expect(await save('lead', 1, { answer: { state: 'accepted' } })).toMatchObject({ ok: true });
  expect(texts()).toEqual([['Infrastructure’s answer: accepted.']]);
});

test('an answer that cannot be told is saved all the same, and the page gets a sentence to show', async () => {
  backend.jira.grants['lead'] = [`BROWSE_PROJECTS ${CART}`, `EDIT_ISSUES ${CART}`, ...['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'].map((grant) => `${grant} ${BUYER}`)];
  expect(await save('lead', 0, { answer: { state: 'accepted' } })).toMatchObject({
    ok: true, value: { record: { answer: { state: 'accepted' } }, notice: 'Saved. The comment that tells the asking team of the answer could not be posted: write one yourself.' },
  });
});

test('a result is told to those who built it, with goals and verdict; a day to look back on is none', async () => {
  await save('requester', 0);
  await save('requester', 1, { outcome: { reviewDue: '2027-06-01' } });
  expect(texts()).toEqual([]);
  await save('requester', 2, { outcome: { reviewDue: '2027-06-01', levels: [{ threshold: 't1', level: 3.1, on: '2027-06-02', source: 'real-user monitoring' }], worth: { level: 7.1e6 } } });
  expect(texts()).toEqual([[
    'What came of it, for those who built it:', 'time to display shipping cost: 3.1 s, goal 3.2 s, goal reached (real-user monitoring).',
    'Worth that was measured: $7.1M, stated $6M to $10M a month.', 'All in all: goal reached.',
  ]]);
  expect(marks()).toEqual([['requester', { kind: 'result', hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string }]]);
});

test('a save that changes an answer and a result posts one comment', async () => {
  await save('lead', 0, { answer: { state: 'accepted' }, outcome: { levels: [{ threshold: 't1', level: 4 }] } });
  expect(texts()).toEqual([['Infrastructure’s answer: accepted.', 'What came of it, for those who built it:', 'time to display shipping cost: 4 s, goal 3.2 s, missed.', 'All in all: missed.']]);
});
