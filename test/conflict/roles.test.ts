import { aClaim, conflictsOf, roles } from './a-claim';

const deals = { when: { journey: ['deals'] } };
const checkout = { when: { journey: ['checkout'] } };
const few = aClaim('CART-14 goal', { max: 1, when: { journey: ['checkout', 'deals'] } });

test('[CF36] an ally of the stronger side does not have to give way, however weakly it asks', () => {
  expect(roles([few, aClaim('RECS-7 must', { min: 2, ...deals }), aClaim('MKT-2 wish', { min: 2, ...deals })])).toBe('CART-14 yields, RECS-7 holds, MKT-2 holds');
  expect(roles([few, aClaim('RECS-7 must', { min: 5, ...deals }), aClaim('MKT-2 wish', { min: 2, ...deals }), aClaim('OSTAT-1 goal', { min: 3, ...deals })]))
    .toBe('CART-14 yields, RECS-7 holds, MKT-2 holds, OSTAT-1 holds');
});

test('[CF36] where the stronger side does not ask, its ally has to give way', () => {
  expect(roles([few, aClaim('RECS-7 must', { min: 2, ...deals }), aClaim('MKT-2 wish', { min: 2, ...checkout })])).toBe('CART-14 yields, RECS-7 holds, MKT-2 yields');
  expect(roles([few, aClaim('MKT-2 wish', { min: 2, ...deals })])).toBe('MKT-2 yields, CART-14 holds');
});

test('[CF36] who also clashes with somebody who stays has to give way', () => {
  const claims = [few, aClaim('RECS-7 must', { min: 2, max: 4, ...deals }), aClaim('MKT-2 wish', { min: 5, ...deals })];
  expect(roles(claims)).toBe('CART-14 yields, RECS-7 holds, MKT-2 yields');
});

test('[CF36] severity, proof and who is held stay as they were', () => {
  const claims = [aClaim('LEGAL-1 limit', { min: 2, authority: 'GDPR' }), aClaim('CART-14 must', { max: 1 }), aClaim('RECS-7 must', { min: 2 })];
  const [conflict] = conflictsOf(claims);
  expect([conflict?.severity, conflict?.core]).toEqual(['blocking', ['1014/c1', '2007/c1']]);
  expect(roles(claims)).toBe('CART-14 yields!, RECS-7 contested!, LEGAL-1 holds');
});
