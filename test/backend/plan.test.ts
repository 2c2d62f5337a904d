import { PLAN_PROPERTY, PROPERTY_CHARACTERS } from '../../src/contract/limits';
import { MOST_PLACED, PLACE_REASON_CHARACTERS, type PlanContent } from '../../src/domain/ranking/saved-plan';
import { BUYER, startBackend, type Backend } from './given-backend';

let backend: Backend;
beforeEach(() => {
  backend = startBackend();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const CONTENT: PlanContent = {
  planDate: '2026-11-22', months: 3, capacity: { low: 20, high: 30, per: 'month' },
  placed: [{ key: 'BUYER-13', place: 1, reason: 'Promised to the board' }],
};
const save = (as: string, startedFrom: number, content: PlanContent | null = CONTENT) => backend.call(as, 'savePlan', { projectId: BUYER, startedFrom, content });
const stored = () => backend.jira.projects.get(BUYER)?.get(PLAN_PROPERTY);

test('an administrator saves the plan as the next revision, once', async () => {
  expect(await save('lead', 0)).toEqual({ ok: true, value: { plan: stored() } });
  expect(stored()).toMatchObject({ v: 1, rev: 1, ...CONTENT });
  expect(await save('lead', 0)).toMatchObject({ ok: true, value: { plan: { rev: 1 } } });
  expect(await save('lead', 1, { ...CONTENT, placed: [] })).toMatchObject({ ok: true, value: { plan: { rev: 2, placed: [] } } });
});

test('[RK80] a plan is taken back by who may save one; its revision counts on, so that who still works from it is told', async () => {
  await save('lead', 0);
  expect(await save('engineer', 1, null)).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  expect(await save('lead', 1, null)).toEqual({ ok: true, value: { plan: stored() } });
  expect(stored()).toEqual({ v: 1, rev: 2, savedAt: expect.any(String), token: expect.any(String), removed: true });
  // Once more, because the answer got lost: nothing more happens.
  expect(await save('lead', 1, null)).toMatchObject({ ok: true, value: { plan: { rev: 2 } } });
  expect(await save('lead', 1)).toMatchObject({ ok: false, problem: { code: 'STALE', theirs: { rev: 2, removed: true } } });
  expect(await save('lead', 2)).toMatchObject({ ok: true, value: { plan: { rev: 3, months: 3 } } });
});

test('whoever does not administer the project saves nothing, and is told who may', async () => {
  expect(await save('engineer', 0)).toEqual({
    ok: false,
    problem: { code: 'FORBIDDEN', words: 'Only administrators of this project may save its plan. What you tried still stands in the address of this page.' },
  });
  expect(stored()).toBeUndefined();
});

test('of two people who save the second is told, gets the first one’s plan to compare, and overwrites nothing', async () => {
  await save('lead', 0);
  expect(await save('lead', 0, { ...CONTENT, months: 6 })).toMatchObject({
    ok: false,
    problem: {
      code: 'STALE', theirs: { rev: 1, months: 3 },
      words: 'Somebody else changed or removed this plan in the meantime. Nothing was overwritten: both are shown, so that you can choose.',
    },
  });
  expect(stored()).toMatchObject({ rev: 1, months: 3 });
});

test('the fullest plan that may be sent fits Jira’s property, and one that escapes to more is refused in words', async () => {
  const full = (reason: string) => ({ ...CONTENT, placed: Array.from({ length: MOST_PLACED }, (_, at) => ({ key: `BUYER-${String(at + 1)}`, place: 99_999, reason })) });
  expect(await save('lead', 0, full('y'.repeat(PLACE_REASON_CHARACTERS)))).toMatchObject({ ok: true });
  expect(JSON.stringify(stored()).length).toBeLessThanOrEqual(PROPERTY_CHARACTERS);
  const escaped = await save('lead', 1, full('\u0001'.repeat(PLACE_REASON_CHARACTERS)));
  expect(escaped).toMatchObject({ ok: false, problem: { code: 'TOO_LARGE' } });
  expect(stored()).toMatchObject({ rev: 1 });
});

test('a plan that nobody could read later is refused with what is wrong', async () => {
  expect(await save('lead', 0, { ...CONTENT, capacity: { low: 9, high: 3, per: 'month' }, placed: [{ key: 'nothing', place: -1, reason: ' ' }] })).toMatchObject({ ok: false, problem: { code: 'INVALID' } });
  expect(stored()).toBeUndefined();
});

test('what a newer Groundwork wrote stays, and what somebody wrote by hand is repaired', async () => {
  backend.jira.projects.get(BUYER)?.set(PLAN_PROPERTY, { v: 2, rev: 4 });
  expect(await save('lead', 4)).toMatchObject({ ok: false, problem: { code: 'NEWER_VERSION' } });
  backend.jira.projects.get(BUYER)?.set(PLAN_PROPERTY, { v: 1, rev: 4, placed: 'all' });
  expect(await save('lead', 4)).toMatchObject({ ok: true, value: { plan: { rev: 5 } } });
});
