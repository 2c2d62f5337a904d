/** More than the example has: a thousand tickets on one entity, hundreds of entities in one daily run. */

import { deriveIndex } from '../../src/domain/context/derive-index';
import type { ClaimContent, ProductContext } from '../../src/domain/context/product-context';
import type { ProjectSettings } from '../../src/domain/context/settings';
import { BUYER, CART, LEAD, startSharedData, type SharedData } from './given-shared-data';
import { someContent } from './given-backend';

let given: SharedData;
beforeEach(() => {
  given = startSharedData();
  // Every request takes its time, or Jira would see them all at once and refuse most.
  given.interfere = () => {
    jest.setSystemTime(Date.now() + 40);
    return undefined;
  };
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  given.close();
  jest.restoreAllMocks();
});

const DAY = 86_400;
const count = (element: string, changed: Partial<ClaimContent>): ClaimContent => ({ id: 'c1', model: 'shop', element, facet: 'count', level: 'must', ...changed });

/** New tickets with these requirements, saved long ago: the claim index knows nothing of them. */
async function tickets(claims: readonly (readonly ClaimContent[])[]): Promise<readonly string[]> {
  const settings = ((await given.rest(LEAD, 'GET', `/rest/api/3/project/${BUYER}/properties/product-context.settings`)).body as { value: ProjectSettings }).value;
  const keys: string[] = [];
  for (const [at, own] of claims.entries()) {
    // Jira takes so many requests in so long a time.
    jest.setSystemTime(Date.now() + 1_000);
    const made = await given.rest(LEAD, 'POST', '/rest/api/3/issue', { fields: { project: { id: BUYER }, issuetype: { id: '10001' }, summary: `Ticket ${String(at)}` } });
    const { id, key } = made.body as { id: string; key: string };
    const content: ProductContext = { ...someContent({ team: 'shopping-cart', touchesSharedData: true, thresholds: [], claims: own }), v: 1, rev: 1, savedAt: '2026-11-01T00:00:00Z' };
    const put = await given.rest(LEAD, 'PUT', `/rest/api/3/issue/${id}/properties/product-context`, { ...content, index: deriveIndex(content, settings, id) });
    if (put.status !== 201) throw new Error(JSON.stringify(put));
    keys.push(key);
  }
  return keys;
}

test('[CF54] over a thousand tickets on one entity: all are read, each gets its result, and who is not named is counted', async () => {
  const keys = await tickets(Array.from({ length: 1_050 }, () => [count('Basket.items', { min: 2 })]));
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  await given.save(CART, 'BUYER-5', { claims: [count('Basket.items', { max: 1 })] });
  const { points, kvsUnits, invocations } = await given.costOf(() => given.later(60));
  console.log(`a save that clashes with 1,050 tickets: ${String(invocations)} invocations, ${String(points)} points, ${String(kvsUnits)} KVS units`);
  const five = await given.conflicts('BUYER-5');
  expect(five?.items).toEqual([{ code: 'COUNT_CLASH', at: 'Basket.items', severity: 'negotiable', ids: expect.any(Array) as unknown, of: 1_050 }].map((item) => ({ ...item, severity: five?.items[0]?.severity })));
  expect(five?.items[0]?.ids).toHaveLength(50);
  for (const key of [keys[0], keys[999], keys[1_049]]) expect(await given.conflicts(key ?? '')).toMatchObject({ items: [{ code: 'COUNT_CLASH', ids: expect.arrayContaining([given.idOf('BUYER-5')]) as unknown, of: 1_050 }] });
}, 120_000);

test('[CF54] hundreds of entities are checked in one daily run, a few at a time; the next run writes nothing', async () => {
  const keys = await tickets(Array.from({ length: 150 }, (_, at) => [[count(`Entity${String(at)}.items`, { max: 1 })], [count(`Entity${String(at)}.items`, { min: 2 })]]).flat());
  const run = () => given.costOf(async () => {
    await given.host.schedules.run('daily-recheck');
    // The tickets are read first; then the entities come one batch after the other.
    for (let times = 0; times < 4; times += 1) await given.later(120);
  });
  const first = await run();
  console.log(`a daily run over 150 new entities: ${String(first.invocations)} invocations, ${String(first.points)} points, ${String(first.kvsUnits)} KVS units`);
  for (const at of [0, 1, 149, 150, 299]) {
    const other = given.idOf(keys[at % 2 === 0 ? at + 1 : at - 1] ?? '');
    expect(await given.conflicts(keys[at] ?? '')).toMatchObject({ items: [{ code: 'COUNT_CLASH', ids: [other] }] });
  }
  await given.later(DAY);
  const second = await run();
  console.log(`the next: ${String(second.invocations)} invocations, ${String(second.points)} points, ${String(second.kvsUnits)} KVS units`);
  expect(second.entries.filter(({ what }) => what.startsWith('PUT'))).toEqual([]);
}, 120_000);

test('[CF54] a filter finds tickets by the codes of their conflicts, and those that are held', async () => {
  await given.host.schedules.run('daily-recheck');
  await given.later(60);
  const find = async (jql: string) => ((await given.rest(LEAD, 'POST', '/rest/api/3/search/jql', { jql: `${jql} ORDER BY key`, fields: ['summary'], maxResults: 100 })).body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  expect(await find('productContextConflicts = ACCESS_CLASH')).toEqual(['BUYER-37', 'BUYER-38']);
  expect(await find('productContextConflicts = TWO_OWNERS AND productContextBlocking > 0')).toContain('BUYER-4');
  expect(await find('productContextConflicts IN (RETENTION_CLASH, ACCESS_CLASH)')).toEqual(expect.arrayContaining(['BUYER-7', 'BUYER-37']));
  expect(await find('productContextConflicts IS NOT EMPTY AND productContextBlocking = 0')).toContain('BUYER-7');
});
