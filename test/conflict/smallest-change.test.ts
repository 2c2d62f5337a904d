import { aClaim, conflictsOf } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';

function change(claims: Claim[]): string {
  return (conflictsOf(claims)[0]?.smallestChange?.changes ?? []).map(({ ticket, from, to }) => `${ticket.key} ${from ?? ''} -> ${to}`).join(', ');
}

test('[CF15] who yields changes, however many hold', () => {
  expect(change([aClaim('CART-1 goal', { max: 1 }), aClaim('RECS-1 must', { min: 4 }), aClaim('MKT-1 must', { min: 2 })])).toBe('CART-1 1 -> 4');
  expect(change([aClaim('CART-1 goal', { max: 1 }), aClaim('CART-2 goal', { max: 2 }), aClaim('RECS-1 must', { min: 4 })])).toBe('CART-1 1 -> 4, CART-2 2 -> 4');
});

test('[CF15] contested: fewest claims, then the least relative change, then the ticket key', () => {
  expect(change([aClaim('CART-1', { max: 1 }), aClaim('RECS-1', { min: 4 }), aClaim('MKT-1', { min: 4 })])).toBe('CART-1 1 -> 4');
  expect(change([aClaim('CART-1', { max: 10 }), aClaim('RECS-1', { min: 12 })])).toBe('RECS-1 12 -> 10');
  expect(change([aClaim('CART-1', { facet: 'owner', is: 'A' }), aClaim('RECS-1', { facet: 'owner', is: 'B' })]))
    .toBe('CART-1 A as the system of record -> B as the system of record');
});

test('[CF113] all that clash are settled: three owners become one, and the weakest fields yield first', () => {
  const owner = (who: string, is: string) => aClaim(who, { facet: 'owner', is });
  expect(change([owner('CART-1', 'A'), owner('MKT-1', 'B'), owner('RECS-1', 'C')]).split(', ')).toHaveLength(2);
  const required = (who: string, name: string) => aClaim(who, { element: `BuyerProfile.${name}`, facet: 'presence', is: 'required' });
  const fields = [required('OSTAT-1 must', 'a'), required('OSTAT-2 must', 'b'), required('RECS-1 goal', 'c'), required('RECS-2 goal', 'd'), required('MKT-1 wish', 'e')];
  expect(change([aClaim('CART-2 must', { element: 'BuyerProfile', facet: 'budget', max: 3 }), ...fields])).toBe('RECS-1 required -> optional, MKT-1 required -> optional');
});

test('[CF114] open bounds, uses that begin too late or never end, and excluded values make sense', () => {
  expect(change([aClaim('CART-1 goal', { max: 5, exclusiveMax: true }), aClaim('RECS-1 must', { min: 5 })])).toBe('CART-1 less than 5 -> at most 5');
  expect(change([aClaim('CART-1 goal', { max: 5 }), aClaim('RECS-1 must', { min: 5, exclusiveMin: true })])).toBe('');
  const used = (who: string, content: Partial<Claim>) => aClaim(who, { facet: 'lifecycle', is: 'used', ...content });
  const retired = aClaim('BUYER-1 must', { facet: 'lifecycle', is: 'retired', until: '2026-12-31' });
  expect(change([used('MKT-4 goal', { from: '2027-01-01', until: '2027-06-30' }), retired])).toBe('MKT-4  -> no longer uses it');
  expect(change([used('MKT-4 goal', {}), retired])).toBe('MKT-4 no end -> 2026-12-31');
  const values = (who: string, content: Partial<Claim>) => aClaim(who, { facet: 'values', ...content });
  expect(change([values('CART-1 goal', { noneOf: ['EUR'] }), values('RECS-1 must', { oneOf: ['EUR'] })])).toBe('CART-1  -> no longer excludes EUR');
});
