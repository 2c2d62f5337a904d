/** What Jira fails to write on one ticket, and what has to go on all the same. */

import { BUYER, CART, LEAD, RECS, startSharedData, type SharedData } from './given-shared-data';
import { reply } from './wire-jira';
import type { CallPayload } from '../../src/contract/calls';
import type { ClaimContent } from '../../src/domain/context/product-context';

let given: SharedData;
beforeEach(() => {
  given = startSharedData();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  given.close();
  jest.restoreAllMocks();
});

const claim = (changed: Partial<ClaimContent>): ClaimContent => ({ id: 'c1', model: 'shop', element: 'Basket.items', facet: 'count', level: 'must', ...changed });
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) await given.later(60);
};

async function clash(): Promise<void> {
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1 })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [claim({ min: 2 })] });
  await given.later(16);
}

/** Jira fails at every request of this kind; returns how often it was asked. */
function fails(method: string, path: RegExp, status: number, headers: Record<string, string> = {}): () => number {
  let asked = 0;
  given.interfere = (request) => {
    if (request.method !== method || !path.test(request.path)) return undefined;
    asked += 1;
    return reply(status, {}, headers);
  };
  return () => asked;
}

test('[CF60] a ticket whose result Jira fails to write keeps no other from its own, and is tried until it can be written', async () => {
  const tried = fails('PUT', new RegExp(`/issue/${given.idOf('BUYER-5')}/properties/product-context\\.conflicts`), 500);
  await clash();
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: [], blocking: 1 });
  expect((await given.told('BUYER-6')).join()).toContain('clashes with what others require');
  expect(tried()).toBeGreaterThan(0);
  given.interfere = () => undefined;
  await minutes(5);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
});

test('[CF60] what cannot be written for an hour is left to the daily run', async () => {
  const tried = fails('PUT', new RegExp(`/issue/${given.idOf('BUYER-5')}/properties/product-context\\.conflicts`), 429, { 'retry-after': '60' });
  await clash();
  await minutes(90);
  const before = tried();
  await minutes(60);
  expect(tried()).toBe(before);
  given.interfere = () => undefined;
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
});

test('[CF60] a comment that fails stops no result, neither its own ticket\'s nor another\'s', async () => {
  fails('POST', new RegExp(`/issue/${given.idOf('BUYER-5')}/comment`), 500);
  await clash();
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: [], blocking: 1 });
  expect(await given.told('BUYER-6')).toHaveLength(1);
  given.interfere = () => undefined;
  await minutes(5);
  expect(await given.told('BUYER-5')).toHaveLength(1);
});

type Asked = CallPayload<'recordDecision'>['decision'];
const others = ['BUYER-10', 'BUYER-11', 'BUYER-12'];

test('[CF61] a ticket on which a decision cannot be told is tried after the others, later each time, and then listed', async () => {
  await clash();
  for (const key of others) await given.save(CART, key, { claims: [claim({ max: 1 })] });
  await given.later(16);
  const bad = given.idOf('BUYER-6');
  await given.call(LEAD, 'recordDecision', {
    projectId: BUYER, startedFrom: 0, decision: {
      number: 99, conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, at: { model: 'shop', element: 'Basket.items' }, why: 'Two payment methods are what buyers use',
      decidedOn: '2020-01-01', kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: ['BUYER-5', ...others].map((key) => `${given.idOf(key)}/c1`),
    } as Asked,
  });
  const tried = fails('POST', new RegExp(`/issue/${bad}/comment`), 500);
  await given.later(1);
  const followed = async () => {
    const read = await given.call(LEAD, 'readFollowUps', { projectId: BUYER });
    return read.ok ? read.value.followUps : read.problem;
  };
  expect(await followed()).toMatchObject([{ done: ['BUYER-5', ...others].map((key) => given.idOf(key)), waiting: [bad], failed: [] }]);
  await minutes(120);
  expect(await followed()).toMatchObject([{
    waiting: [], failed: [{ ticket: bad, words: 'Jira failed each time Groundwork tried to comment on this ticket or to link it. Try again later, or tell its people yourself.' }],
  }]);
  // The port posts once more after a lost answer, so each of six tries asks twice.
  expect(tried()).toBe(12);
  given.interfere = () => undefined;
  await given.call(LEAD, 'resumeFollowUps', { projectId: BUYER });
  await given.later(1);
  expect(await followed()).toMatchObject([{ waiting: [], failed: [] }]);
}, 60_000);
