import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { modelClaims } from '../../src/domain/model/model-claims';
import type { ModelElement } from '../../src/domain/model/shared-model';
import { aClaim, sentences } from '../conflict/a-claim';

const field = (path: string, facts: Partial<ModelElement> = {}): ModelElement => ({ path, kind: 'field', type: 'string', many: false, required: false, ...facts });
const model = (...elements: ModelElement[]) => modelClaims({ id: 'buyer-profile', name: 'Buyer profile', elements });

test('[MC1] what the imported model allows is a claim in force, which a ticket that asks for more clashes with', () => {
  expect(sentences([...model(field('BuyerProfile.paymentMethods')), aClaim('RECS-7 must', { min: 2 })])).toEqual([
    'COUNT_CLASH BuyerProfile.paymentMethods: the shared model has at most 1, as imported (Buyer profile), but Recommendations asks for at least 2 (must, RECS-7). '
    + 'No count satisfies both. Smallest change: RECS-7 from 2 to 1.',
  ]);
  expect(sentences([...model(field('BuyerProfile.paymentMethods', { many: true })), aClaim('RECS-7 must', { min: 2 })])).toEqual([]);
});

test('[MC2] required, listed values, bounds, patterns and "unique" are claims; types and "may be empty" are none', () => {
  const facets = (facts: Partial<ModelElement>) => model(field('BuyerProfile.x', { many: true, ...facts })).map((claim) => claim.facet);
  expect(facets({})).toEqual(['type']);
  expect(model(field('BuyerProfile.x', { many: true }))[0]).toMatchObject({ element: 'BuyerProfile.x', is: 'array' });
  expect(facets({ required: true, values: ['a'], min: 0, pattern: '^a$', unique: true })).toEqual(['presence', 'unique', 'type', 'values', 'range', 'pattern']);
});

test('[MC3] a model applies everywhere for certain: nobody has to be asked what it meant', () => {
  const claims = [...model(field('BuyerProfile.paymentMethods')), aClaim('RECS-7 must', { min: 2, when: { journey: ['deals'] } })];
  const { conflicts, notes } = detectConflicts(claims);
  expect(conflicts).toMatchObject([{ severity: 'blocking', silences: [], when: { journey: ['deals'] } }]);
  expect(notes.filter(({ code }) => code === 'UNCONDITIONAL')).toEqual([]);
});
