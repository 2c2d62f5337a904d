/** Conflicts that are no single entity's: thresholds on one scale, and sums along a path into other entities. */

import { BUYER, CART, LEAD, OSTAT, RECS, startSharedData, type SharedData } from './given-shared-data';
import type { ClaimContent, Threshold } from '../../src/domain/context/product-context';

let given: SharedData;
beforeEach(() => {
  given = startSharedData();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  given.close();
  jest.restoreAllMocks();
});

const CONTRACT = { level: 10, authority: 'contract X' };
const threshold = (better: 'lower' | 'higher', changed: Partial<Threshold> = {}): Threshold => ({
  id: 't1', scale: 'Questions asked at checkout', unit: 'questions', better, goal: better === 'lower' ? 3 : 9, past: 6, tolerable: 6, meter: 'weekly count', ...changed,
});
const fewer = (changed: Partial<Threshold> = {}) => ({ touchesSharedData: false, thresholds: [threshold('lower', changed)] });
const more = (changed: Partial<Threshold> = {}) => ({ touchesSharedData: false, team: 'recommendations', thresholds: [threshold('higher', { scale: 'questions  asked at CHECKOUT', ...changed })] });
const opposed = (other: string, severity: string) => ({ code: 'THRESHOLD_OPPOSED', at: 'questions asked at checkout', severity, ids: [given.idOf(other)] });

async function propertyWrites(work: () => Promise<unknown>): Promise<number> {
  const { entries } = await given.costOf(work);
  return entries.filter(({ what }) => what.startsWith('PUT') && what.includes('product-context.conflicts')).length;
}

/** As if nothing had been checked yet. */
function forgetResults(): void {
  for (const [id, property] of given.site.tables.properties.entries()) if (property.key === 'product-context.conflicts') given.site.tables.properties.delete(id);
}

test('[CF50] two goals that pull one scale apart are stored on both tickets, hold neither, and are told to nobody', async () => {
  await given.save(CART, 'BUYER-5', fewer());
  const saved = await given.costOf(() => given.save(RECS, 'BUYER-6', more()));
  expect([saved.invocations, saved.points]).toEqual([1, 4]);
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], blocking: 0, codes: ['THRESHOLD_OPPOSED'], items: [opposed('BUYER-6', 'negotiable')] });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ hash: (await given.record('BUYER-6'))?.index?.hash, met: ['conflicts'], items: [opposed('BUYER-5', 'negotiable')] });
  expect(await given.told('BUYER-5')).toEqual([]);
  expect((await given.record('BUYER-5'))?.index).toMatchObject({ scales: ['questions asked at checkout'], met: expect.arrayContaining(['conflicts']) as unknown });
});

test('[CF50] who turns round settles it for the other; a scale that is one ticket\'s alone costs no write', async () => {
  expect(await propertyWrites(async () => {
    await given.save(CART, 'BUYER-5', fewer());
    await given.later(16);
  })).toBe(0);
  await given.save(RECS, 'BUYER-6', more());
  await given.later(16);
  await given.save(RECS, 'BUYER-6', { ...more(), thresholds: [threshold('lower')] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], items: [] });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], items: [] });
});

test('[CF50] the check after the save of a lone threshold costs a bulk read and the settings', async () => {
  await given.save(CART, 'BUYER-5', fewer());
  const { invocations, points, kvsUnits } = await given.costOf(() => given.later(16));
  console.log(`the check after a save with thresholds alone: ${String(invocations)} invocation, ${String(points)} points, ${String(kvsUnits)} KVS units`);
  expect([invocations, points]).toEqual([1, 3]);
});

test('[CF50] the daily run finds it, too; a second run writes nothing; what is done pulls no more', async () => {
  await given.save(CART, 'BUYER-5', fewer());
  await given.save(RECS, 'BUYER-6', more());
  await given.later(16);
  forgetResults();
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ items: [opposed('BUYER-6', 'negotiable')] });
  expect(await propertyWrites(async () => {
    await given.call(LEAD, 'rebuildClaims', { projectId: BUYER });
    await given.later(60);
  })).toBe(0);
  const six = given.site.tables.issues.get(String(given.idOf('BUYER-6')));
  if (six === undefined) throw new Error('BUYER-6 is gone.');
  given.site.tables.issues.put(six.id, { ...six, statusId: '10106', resolutionId: '10001' });
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ items: [] });
});

test('[CF51] a contract against a contract holds both, and both are told', async () => {
  await given.save(CART, 'BUYER-5', fewer({ limit: CONTRACT }));
  expect((await given.record('BUYER-5'))?.index?.missing).toContain('conflicts');
  await given.save(RECS, 'BUYER-6', more({ limit: { level: 2, authority: 'law Y' } }));
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1, items: [opposed('BUYER-6', 'limits')] });
  expect((await given.told('BUYER-6')).join()).toContain('What this ticket requires of questions asked at checkout clashes with what others require: two thresholds on one scale pull in opposite directions.');
});

test('[CF51] a ticket whose limit nobody opposes is free once it was checked', async () => {
  await given.save(CART, 'BUYER-5', fewer({ limit: CONTRACT }));
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
});

test('[CF51] a ticket that leaves open what it requires of shared data is not called free of conflicts', async () => {
  await given.save(CART, 'BUYER-5', { ...fewer(), touchesSharedData: true });
  await given.save(RECS, 'BUYER-6', more());
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 0, items: [opposed('BUYER-6', 'negotiable')] });
});

const slow = (id: string, element: string, min: number): ClaimContent => ({ id, model: 'shop', element, facet: 'latency', level: 'must', min, unit: 'ms' });
const BUDGET: ClaimContent = {
  id: 'b1', model: 'shop', element: 'Checkout', facet: 'budget', level: 'must', is: 'latency', max: 500, unit: 'ms', along: ['Checkout.total', 'Shipping.price', 'Tax.rate'],
};
const sumOf = (...others: string[]) => ({ code: 'SUM_BUDGET_EXCEEDED', at: 'Checkout', severity: 'blocking', ids: others.map((key) => given.idOf(key)).sort((a, b) => a - b) });

async function threeEntities(): Promise<void> {
  await given.save(CART, 'BUYER-5', { claims: [BUDGET] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [slow('c1', 'Shipping.price', 300)] });
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], items: [] });
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [slow('c1', 'Tax.rate', 400)] });
  await given.later(16);
}

test('[CF52] a sum along a path into two other entities is found when the last of them is saved, and named on all three tickets', async () => {
  await threeEntities();
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: [], blocking: 1, items: [sumOf('BUYER-6', 'BUYER-10')] });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: [], items: [sumOf('BUYER-5', 'BUYER-10')] });
  expect(await given.conflicts('BUYER-10')).toMatchObject({ met: [], items: [sumOf('BUYER-5', 'BUYER-6')] });
});

test('[CF52] checked again in whichever order, nothing is written and nothing lost', async () => {
  await threeEntities();
  await given.save(LEAD, 'BUYER-12', { team: 'marketing', claims: [slow('c1', 'Shipping.price', 350), { id: 'c2', model: 'shop', element: 'Shipping.price', facet: 'count', level: 'must', max: 1 }] });
  await given.save(CART, 'BUYER-13', { claims: [{ id: 'c1', model: 'shop', element: 'Shipping.price', facet: 'count', level: 'must', min: 2 }] });
  await given.later(16);
  await given.call(LEAD, 'rebuildClaims', { projectId: BUYER });
  await given.later(60);
  const before = await given.conflicts('BUYER-12');
  expect(before?.items.map(({ code }) => code).sort()).toEqual(['COUNT_CLASH', 'SUM_BUDGET_EXCEEDED']);
  expect(await propertyWrites(async () => {
    await given.call(LEAD, 'rebuildClaims', { projectId: BUYER });
    await given.later(60);
    await given.save(CART, 'BUYER-13', { claims: [{ id: 'c1', model: 'shop', element: 'Shipping.price', facet: 'count', level: 'must', min: 2, why: 'no matter' }] });
    await given.later(16);
  })).toBe(0);
  expect(await given.conflicts('BUYER-12')).toEqual(before);
});

test('[CF52] a part that shrinks settles it for all; a budget that is taken back lets the others go', async () => {
  await threeEntities();
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [slow('c1', 'Tax.rate', 100)] });
  await given.later(16);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject({ met: ['conflicts'], items: [] });
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [slow('c1', 'Tax.rate', 400)] });
  await given.later(16);
  expect(await given.conflicts('BUYER-6')).toMatchObject({ blocking: 1 });
  await given.save(CART, 'BUYER-5', { claims: [{ ...BUDGET, along: ['Checkout.total'] }] });
  await given.later(16);
  for (const key of ['BUYER-5', 'BUYER-6', 'BUYER-10']) expect(await given.conflicts(key)).toMatchObject({ met: ['conflicts'], items: [] });
});

test('[CF52] the sum is found by the daily run, too', async () => {
  await threeEntities();
  const stored = await given.conflicts('BUYER-6');
  forgetResults();
  expect(await given.conflicts('BUYER-6')).toBeUndefined();
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  const { checkedAt: _then, ...same } = stored ?? {};
  expect(await given.conflicts('BUYER-6')).toMatchObject(same);
});
