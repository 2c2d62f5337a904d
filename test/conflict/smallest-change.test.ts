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
