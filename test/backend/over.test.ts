/** What becomes of results and comments once a conflict is over for a ticket. */

import { BUYER, CART, LEAD, OSTAT, RECS, startSharedData, type SharedData } from './given-shared-data';
import type { CallPayload } from '../../src/contract/calls';
import type { ClaimContent, ContextContent } from '../../src/domain/context/product-context';

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
const AT_MOST_1 = { thresholds: [], claims: [claim({ max: 1 })] };
const DAY = 86_400;

/** `asks`: also what BUYER-5 is graded by, so that it holds the other. */
async function clash(asks: Partial<ContextContent> = AT_MOST_1): Promise<void> {
  await given.save(CART, 'BUYER-5', asks);
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [claim({ min: 2 })] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 1, codes: ['COUNT_CLASH'] });
}

/** What stands on BUYER-5 once it has no say any more. */
async function expectNothing(): Promise<void> {
  expect(await given.conflicts('BUYER-5')).toEqual({ hash: (await given.record('BUYER-5'))?.index?.hash, checkedAt: expect.any(String) as unknown, met: ['conflicts'], blocking: 0, items: [] });
  const found = await given.rest(LEAD, 'POST', '/rest/api/3/search/jql', { jql: 'key = BUYER-5 AND (productContextBlocking > 0 OR productContextConflicts = COUNT_CLASH)', fields: ['id'] });
  expect(found.body).toMatchObject({ issues: [] });
}

function close(key: string): void {
  const issue = given.site.tables.issues.get(String(given.idOf(key)));
  if (issue === undefined) throw new Error(`${key} is gone.`);
  given.site.tables.issues.put(issue.id, { ...issue, statusId: '10106', resolutionId: '10001' });
}

test('[CF62] a ticket that stops asking for anything has an empty result after the check', async () => {
  await clash();
  const told = await given.told('BUYER-5');
  await given.save(CART, 'BUYER-5', { thresholds: [], claims: [], touchesSharedData: false });
  await given.later(16);
  await expectNothing();
  expect(await given.told('BUYER-5')).toEqual(told);
});

test('[CF62] a ticket that asks another project, or none, has no result of the old one', async () => {
  await clash();
  const record = await given.record('BUYER-5');
  const { infra: _infra, ...content } = { team: 'shopping-cart', need: record?.need ?? '', ...AT_MOST_1, infra: undefined };
  const saved = await given.call(CART, 'saveContext', { issueId: String(given.idOf('BUYER-5')), startedFrom: record?.rev ?? 0, content });
  expect(saved.ok).toBe(true);
  await given.later(16);
  await expectNothing();
});

test('[CF62] the daily run clears what an edit from outside left behind, and writes nothing the second time', async () => {
  await clash();
  const record = await given.record('BUYER-5');
  await given.rest(LEAD, 'PUT', '/rest/api/3/issue/BUYER-5/properties/product-context', { ...record, rev: 9, claims: [], thresholds: [], touchesSharedData: false });
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
  await given.host.schedules.run('daily-recheck');
  const { entries } = await given.costOf(() => given.later(60));
  expect(entries.filter(({ what }) => what.startsWith('PUT'))).toEqual([]);
});

/** The answer itself is told on the ticket, too. */
const toldOfConflicts = async () => (await given.told('BUYER-5')).filter((text) => /clash|Settled/.test(text));

test('[CF62] a ticket that is declined, or closed unbuilt, is free of conflicts at once, and again held when that is taken back', async () => {
  await clash();
  const told = await toldOfConflicts();
  const { v: _v, rev, savedAt: _at, token: _token, index: _index, log: _log, ...content } = { token: undefined, log: undefined, ...await given.record('BUYER-5') } as never as Record<string, never>;
  const answer = (state: string, startedFrom: number) => given.call(LEAD, 'saveContext', { issueId: String(given.idOf('BUYER-5')), startedFrom, content: { ...content, answer: { state, why: 'not worth it' } } as never });
  expect((await answer('declined', Number(rev))).ok).toBe(true);
  await given.later(16);
  await expectNothing();
  expect(await toldOfConflicts()).toEqual(told);
  expect((await answer('accepted', Number(rev) + 1)).ok).toBe(true);
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1 });
  close('BUYER-5');
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  await expectNothing();
});

type Asked = CallPayload<'recordDecision'>['decision'];
const decided = {
  number: 99, conflict: { id: 'x', code: 'COUNT_CLASH' as const, facet: 'count' as const }, at: { model: 'shop', element: 'Basket.items' },
  why: 'Two payment methods are what buyers use', decidedOn: '2020-01-01',
};
const keyOf = (ticket: string) => `${given.idOf(ticket)}/c1`;
const decide = (startedFrom: number, decision: object) => given.call(LEAD, 'recordDecision', { projectId: BUYER, startedFrom, decision: { ...decided, ...decision } as Asked });

test('[CF63] while two tickets wait for a joint answer one conflict holds each of them once', async () => {
  await clash();
  const joint = { id: given.idOf('BUYER-12'), key: 'BUYER-12' };
  expect((await decide(0, { kind: 'collaborate', joint, members: [keyOf('BUYER-5'), keyOf('BUYER-6')], personDays: 4, until: '2099-01-01' })).ok).toBe(true);
  await given.later(1);
  for (const key of ['BUYER-5', 'BUYER-6']) expect(await given.conflicts(key)).toMatchObject({ met: [], blocking: 1 });
});

test('[CF63] a ticket that waits and clashes no more is still held', async () => {
  await clash();
  const joint = { id: given.idOf('BUYER-12'), key: 'BUYER-12' };
  await decide(0, { kind: 'collaborate', joint, members: [keyOf('BUYER-5'), keyOf('BUYER-6')], personDays: 4, until: '2099-01-01' });
  close('BUYER-6');
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1, items: [] });
});

test('[CF64] what changes around midnight is told once, and the rest after 24 hours', async () => {
  jest.setSystemTime(new Date('2099-01-05T23:58:00Z'));
  await clash({ claims: [claim({ max: 1 })] });
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 4 })] });
  await given.later(130);
  expect(await given.told('BUYER-6')).toHaveLength(1);
  await given.later(DAY);
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.told('BUYER-6')).toEqual([expect.any(String), expect.stringContaining('Settled: what this ticket requires of Basket.items')]);
});

test('[CF64] a decision tells a ticket once, not once more that the conflict is settled or back', async () => {
  await clash({ claims: [claim({ max: 1 })] });
  await given.later(DAY);
  await decide(0, { kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [keyOf('BUYER-5')] });
  await given.later(1);
  expect(await given.told('BUYER-6')).toEqual([expect.stringContaining('clashes with what others require'), expect.stringContaining('Decision 1')]);
  await given.later(2 * DAY);
  await given.call(LEAD, 'reverseDecision', { projectId: BUYER, startedFrom: 1, number: 1, why: 'It was decided too early' });
  await given.later(10);
  expect(await given.conflicts('BUYER-6')).toMatchObject({ blocking: 1 });
  expect(await given.told('BUYER-6')).toHaveLength(3);
});

test('[CF64] a conflict that a later ticket brings on the day of a decision is told all the same', async () => {
  await clash({ claims: [claim({ max: 1 })] });
  await decide(0, { kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [keyOf('BUYER-5')] });
  await given.later(1);
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [claim({ max: 1 })] });
  await given.later(16);
  expect((await given.told('BUYER-10')).join()).toContain('clashes with what others require');
});
