import { BUYER, CART, LEAD, LEGAL, OSTAT, RECS, startSharedData, type SharedData } from './given-shared-data';
import { reply } from './wire-jira';
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
const AT_MOST_1 = { claims: [claim({ max: 1, why: 'a secret reason' })] };
const AT_LEAST_2 = { team: 'recommendations', need: 'Buyers want several ways to pay in one basket', claims: [claim({ min: 2 })] };
const DAY = 86_400;

async function clash(): Promise<void> {
  await given.save(CART, 'BUYER-5', AT_MOST_1);
  await given.save(RECS, 'BUYER-6', AT_LEAST_2);
  await given.later(16);
}

test('two tickets clash: each gets the code, the place and the id of the other, and nothing else of it', async () => {
  await given.save(CART, 'BUYER-5', AT_MOST_1);
  await given.save(RECS, 'BUYER-6', AT_LEAST_2);
  await given.later(14);
  expect(await given.conflicts('BUYER-5')).toBeUndefined();
  await given.later(2);
  const record = await given.record('BUYER-5');
  expect(await given.conflicts('BUYER-5')).toEqual({
    hash: record?.index?.hash, checkedAt: new Date().toISOString(), met: [], blocking: 1, codes: ['COUNT_CLASH'], items: [{ code: 'COUNT_CLASH', at: 'Basket.items', severity: 'blocking', ids: [given.idOf('BUYER-6')] }],
  });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: [], items: [{ ids: [given.idOf('BUYER-5')] }] });
  expect(JSON.stringify(await given.conflicts('BUYER-6'))).not.toMatch(/secret|need|max/);
});

test('a save with requirements on shared data is 1 invocation and 4 points; the check costs a point for each ticket that it reads or changes', async () => {
  const saved = await given.costOf(() => given.save(CART, 'BUYER-5', AT_MOST_1));
  expect([saved.invocations, saved.points]).toEqual([1, 4]);
  const checked = await given.costOf(() => given.later(16));
  // The settings, the decisions, a bulk read of one ticket, one write.
  expect([checked.invocations, checked.points]).toEqual([1, 5]);
  const again = await given.costOf(() => given.save(CART, 'BUYER-5', { ...AT_MOST_1, effort: { low: 1, high: 2 } }).catch(() => undefined));
  expect(again.entries.filter(({ kind }) => kind === 'queue')).toEqual([]);
  console.log(`a save with claims: ${saved.kvsUnits} KVS units, ${saved.points} points; its check: ${checked.kvsUnits} KVS units, ${checked.points} points`);
});

test('what was checked after a save is not checked again for it: several saves in a row need one check', async () => {
  for (const max of [1, 2, 3]) await given.save(CART, 'BUYER-5', { claims: [claim({ max })] });
  const { entries } = await given.costOf(() => given.later(16));
  expect(entries.filter(({ what }) => what === 'recheck')).toHaveLength(3);
  expect(entries.filter(({ what }) => what.startsWith('POST /rest/api/3/issue/bulkfetch'))).toHaveLength(1);
});

test('checking again what did not change writes nothing and tells nobody', async () => {
  await clash();
  const told = (await given.told('BUYER-5')).length;
  await given.call(LEAD, 'rebuildClaims', { projectId: BUYER });
  const { entries } = await given.costOf(() => given.later(20));
  expect(entries.filter(({ what }) => what.startsWith('PUT') && what.includes('/issue/') && what.includes('properties')).length).toBe(13);
  const checkedAt = (await given.conflicts('BUYER-5'))?.checkedAt;
  expect(checkedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  const second = await given.costOf(async () => {
    await given.call(LEAD, 'rebuildClaims', { projectId: BUYER });
    await given.later(20);
  });
  expect(second.entries.filter(({ what }) => what.startsWith('PUT') || (what.startsWith('POST') && what.includes('comment')))).toEqual([]);
  expect(await given.told('BUYER-5')).toHaveLength(told);
  expect((await given.conflicts('BUYER-5'))?.checkedAt).toBe(checkedAt);
});

test('a draft holds nobody: the other ticket stays free, and nobody is told there', async () => {
  await given.save(CART, 'BUYER-5', { need: '', thresholds: [], ...AT_MOST_1 });
  await given.save(RECS, 'BUYER-6', AT_LEAST_2);
  await given.later(16);
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [{ code: 'COUNT_CLASH' }] });
  expect(await given.told('BUYER-6')).toEqual([]);
});

test('a requirement that is taken back frees the other ticket', async () => {
  await clash();
  await given.save(CART, 'BUYER-5', { claims: [], touchesSharedData: false });
  await given.later(16);
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
});

test('[CF55] a site that calls it otherwise names its resolutions in the settings, and the daily run goes by them', async () => {
  await clash();
  const address = `/rest/api/3/project/${BUYER}/properties/product-context.settings`;
  const { value } = (await given.rest(LEAD, 'GET', address)).body as { value: object };
  expect((await given.rest(LEAD, 'PUT', address, { ...value, notBuilt: ['Verworfen'] })).status).toBeLessThan(300);
  const five = given.site.tables.issues.get(String(given.idOf('BUYER-5')));
  if (five === undefined) throw new Error('BUYER-5 is gone.');
  given.site.tables.issues.put(five.id, { ...five, statusId: '10106', resolutionId: '10001' });
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  // "Won't Do" is not on this site's list: what BUYER-5 asks counts as built, takes part and holds nobody.
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [{ code: 'COUNT_CLASH', ids: [given.idOf('BUYER-5')] }] });
});

test('a result counts for the content it was computed for: a ticket on two entities has none before both were checked', async () => {
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1 }), claim({ id: 'c2', element: 'Order.lines', max: 9 })] });
  await given.save(RECS, 'BUYER-6', AT_LEAST_2);
  await given.later(16);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 1, items: [{ at: 'Basket.items' }] });
  await given.save(OSTAT, 'BUYER-10', { team: 'order-status', claims: [claim({ element: 'Order.lines', min: 10 })] });
  await given.later(16);
  expect((await given.conflicts('BUYER-5'))?.items.map(({ at }) => at).sort()).toEqual(['Basket.items', 'Order.lines']);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ blocking: 2 });
});

test('assignee and reporter are told once a day, without a word about the other ticket', async () => {
  await clash();
  expect(await given.told('BUYER-6')).toEqual([expect.stringMatching(/^(@[^@]+ )*What this ticket requires of Basket\.items clashes with what others require: the numbers of items asked for have nothing in common\. Until that is settled, this ticket cannot be planned as agreed\.\nOpen "Product context" on this ticket for both sides, as far as you may see them, and for the smallest change\.\n$/)]);
  expect((await given.told('BUYER-6')).join()).not.toMatch(/BUYER-5|secret|Shopping Cart/);
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 4 })] });
  await given.later(16);
  expect(await given.told('BUYER-6')).toHaveLength(1);
  await given.later(DAY);
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.told('BUYER-6')).toEqual([expect.any(String), expect.stringContaining('Settled: what this ticket requires of Basket.items no longer clashes with what others require.')]);
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.told('BUYER-6')).toHaveLength(2);
});

test('the first daily run on tickets that nobody saved computes everything and mails nobody', async () => {
  await given.host.schedules.run('daily-recheck');
  await given.later(1);
  expect(await given.conflicts('BUYER-4')).toMatchObject({ met: [], blocking: 1, items: [{ code: 'TWO_OWNERS', at: 'BuyerProfile.deliveryAddress', severity: 'blocking', ids: [given.idOf('CART-3')] }] });
  expect(await given.conflicts('BUYER-17')).toMatchObject({ items: [{ code: 'COUNT_CLASH', ids: expect.arrayContaining([given.idOf('BUYER-3')]) as unknown }] });
  expect(await given.conflicts('BUYER-37')).toMatchObject({ items: [{ code: 'ACCESS_CLASH', ids: [given.idOf('BUYER-38')] }] });
  expect([...await given.told('BUYER-4'), ...await given.told('CART-3')]).toEqual([]);
});

test('a ticket that few may see is named by its id alone; who may not browse it learns nothing more', async () => {
  await given.host.schedules.run('daily-recheck');
  await given.later(1);
  const stored = await given.conflicts('BUYER-7');
  expect(stored?.items).toEqual([{ code: 'RETENTION_CLASH', at: 'BuyerProfile.orderHistory', severity: 'negotiable', ids: [given.idOf('LEGAL-1')] }]);
  expect(JSON.stringify(stored)).not.toMatch(/LEGAL|GDPR|1095|storage/);
  expect((await given.rest(RECS, 'GET', `/rest/api/3/issue/${given.idOf('LEGAL-1')}`)).status).toBe(404);
  expect((await given.rest(LEGAL, 'GET', `/rest/api/3/issue/${given.idOf('LEGAL-1')}`)).status).toBe(200);
});

test('what was closed is found by the daily run: a requirement that is built holds nobody any more', async () => {
  await clash();
  const five = given.site.tables.issues.get(String(given.idOf('BUYER-5')));
  if (five === undefined) throw new Error('BUYER-5 is gone.');
  given.site.tables.issues.put(five.id, { ...five, statusId: '10106', resolutionId: '10001' });
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: ['conflicts'], blocking: 0, items: [] });
});

test('while Jira has too much to do the check comes again when Jira said; nothing is lost', async () => {
  await given.save(CART, 'BUYER-5', AT_MOST_1);
  given.interfere = ({ path }) => (path.includes('bulkfetch') ? reply(429, {}, { 'retry-after': '200' }) : undefined);
  await given.later(400);
  given.interfere = () => undefined;
  expect(await given.conflicts('BUYER-5')).toBeUndefined();
  await given.later(400);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'] });
});

test('an event that nobody understands is dropped, with a line in the log', async () => {
  given.host.queues.answer('publish', { queueName: 'recheck', jobId: 'j', payload: [{ body: { kind: 'entities', projectId: '__proto__', places: 'all' } }] });
  await given.later(1);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('groundwork: an event was not understood'));
});

test('only administrators of the project have everything checked again', async () => {
  expect(await given.call(CART, 'rebuildClaims', { projectId: BUYER })).toEqual({
    ok: false, problem: { code: 'FORBIDDEN', words: 'Only administrators of this project may have everything checked again. Ask one of them. Nothing was changed.' },
  });
  expect(await given.call(LEAD, 'rebuildClaims', { projectId: BUYER })).toEqual({ ok: true, value: { queued: true } });
});
