import { BUYER, CART, LEAD, RECS, startSharedData, type SharedData } from './given-shared-data';
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

test('two tickets clash: each gets the code, the place and the id of the other, and nothing else of it', async () => {
  await given.save(CART, 'BUYER-5', { claims: [claim({ max: 1, why: 'a secret reason' })] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', need: 'Buyers want several ways to pay in one basket', claims: [claim({ min: 2 })] });
  expect(await given.conflicts('BUYER-5')).toBeUndefined();
  await given.later(16);
  const record = await given.record('BUYER-5');
  expect(await given.conflicts('BUYER-5')).toEqual({
    hash: record?.index?.hash, met: [], blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'Basket.items', severity: 'blocking', ids: [given.idOf('BUYER-6')] }],
  });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ met: [], items: [{ ids: [given.idOf('BUYER-5')] }] });
  expect(JSON.stringify(await given.conflicts('BUYER-6'))).not.toMatch(/secret|need|max/);
});
