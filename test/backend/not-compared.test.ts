import { CART, RECS, startSharedData, type SharedData } from './given-shared-data';
import type { ClaimContent } from '../../src/domain/context/product-context';

let given: SharedData;
beforeEach(() => { given = startSharedData(); });
afterEach(() => given.close());

const pattern = (id: string, element: string, text: string): ClaimContent => ({ id, model: 'shop', element, facet: 'pattern', level: 'must', pattern: text });

test('[CF82] what the checker cannot compare is counted on each ticket that it is about, over all entities', async () => {
  await given.save(CART, 'BUYER-5', { claims: [pattern('c1', 'Basket.code', '^(a+)\\1$'), pattern('c2', 'Order.code', '^(a+)\\1$')] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [pattern('c1', 'Basket.code', '^b(?=c)\\w+$')] });
  await given.save(RECS, 'BUYER-7', { team: 'recommendations', claims: [pattern('c1', 'Order.code', '^b(?=c)\\w+$'), pattern('c2', 'Order.free', '^b$')] });
  await given.later(40);
  expect(await given.conflicts('BUYER-5')).toMatchObject({ met: ['conflicts'], blocking: 0, unchecked: 2, items: [] });
  expect(await given.conflicts('BUYER-6')).toMatchObject({ unchecked: 1, items: [] });
  await given.save(RECS, 'BUYER-6', { team: 'recommendations', claims: [pattern('c1', 'Basket.other', '^b(?=c)\\w+$')] });
  await given.later(40);
  expect(await given.conflicts('BUYER-6')).not.toHaveProperty('unchecked');
  expect(await given.conflicts('BUYER-5')).toMatchObject({ unchecked: 1 });
});
