import fc from 'fast-check';
import { aClaim, claimKey, conflictsOf, sentences } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { ANY_OTHER, intersectConditions } from '../../src/domain/conflict/conditions';
import { applyDecisions } from '../../src/domain/conflict/decisions/apply-decisions';
import { conditionWithout } from '../../src/domain/conflict/decisions/condition-without';
import type { Collaborate } from '../../src/domain/conflict/decisions/decision';
import type { Condition } from '../../src/domain/context/product-context';

const TODAY = '2026-11-22';
const cart = aClaim('CART-14 must', { max: 1 });
const recs = aClaim('RECS-7 must', { min: 2 });
const mkt = aClaim('MKT-3 must', { min: 3, when: { journey: ['deals'] } });
const claims = [cart, recs, mkt];
const at = { model: 'buyer-profile', element: 'BuyerProfile.paymentMethods' };
const joint: Collaborate = {
  number: 1, conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, at, why: 'Deals need a choice', decidedOn: TODAY,
  kind: 'collaborate', joint: { id: 6099, key: 'BUYER-99' }, members: claims.map(claimKey), personDays: 12, until: '2027-01-31',
};
const answer = (content: Partial<Claim>) => aClaim('BUYER-99 must', { min: 1, max: 3, ticket: joint.joint, ...content });
const apply = (...answers: Claim[]) => applyDecisions([...claims, ...answers], [joint], TODAY);

test('[CF124] an answer for one journey replaces the members there only; the rest clashes and waits on', () => {
  const applied = apply(answer({ when: { journey: ['deals'] } }));
  expect([...applied.waiting.keys()]).toEqual([claimKey(cart), claimKey(recs)]);
  expect(applied.claims.filter(({ ticket }) => ticket.key === 'MKT-3')).toEqual([]);
  expect(sentences(applied.claims)).toEqual([
    'COUNT_CLASH BuyerProfile.paymentMethods: Shopping Cart asks for at most 1 (must, CART-14), but Recommendations asks for at least 2 (must, RECS-7). No count satisfies both when journey is any other. Smallest change: RECS-7 from 2 to 1 there.',
  ]);
});

test('[CF124] an answer for nowhere that anybody asks about replaces nothing', () => {
  const applied = apply(answer({ when: { market: ['nowhere'] } }));
  expect(applied.waiting.size).toBe(3);
  const [conflict] = conflictsOf(applied.claims);
  expect(conflict).toMatchObject({ claims: 3, severity: 'blocking' });
});

test('[CF124] several answers settle it together once they cover everything; what was covered twice is covered', () => {
  const first = answer({ id: 'a1', when: { journey: ['deals', 'checkout'] } });
  const second = answer({ id: 'a2', min: 2 });
  expect(apply(first).waiting.size).toBe(2);
  const settled = apply(first, second);
  expect(settled.waiting.size).toBe(0);
  expect(settled.claims).toEqual([first, second]);
});

test('[CF124] a member of which two parts are left is named once', () => {
  const applied = apply(answer({ when: { journey: ['deals'], market: ['DE'] } }));
  const [conflict] = conflictsOf(applied.claims);
  expect(conflict?.claims).toBe(3);
  expect(conflict?.sides.flatMap(({ who }) => who.map(({ ticket }) => ticket.key)).sort()).toEqual(['CART-14', 'MKT-3', 'RECS-7']);
});

test('[CF124] of an answer for some days, the days before and after are left', () => {
  const applied = apply(answer({ when: { period: ['2026-12-01/2026-12-31'] } }));
  expect(applied.claims.find(({ ticket }) => ticket.key === 'CART-14')?.when).toEqual({ period: ['0000-01-01/2026-11-30', '2027-01-01/9999-12-31'] });
});

test('[CF124] the joint ticket’s own requirement is the answer, even if it was a member', () => {
  const own = answer({});
  const applied = applyDecisions([...claims, own], [{ ...joint, members: [...joint.members, claimKey(own)] }], TODAY);
  expect(applied.claims).toEqual([own]);
});

const NAMED = { journey: ['deals', 'checkout'], market: ['DE', 'FR', 'IT'], season: ['2026-01-01/2026-06-30', '2026-04-01/2026-12-31'] };
const aCondition: fc.Arbitrary<Condition> = fc.dictionary(fc.constantFrom('journey', 'market', 'season'), fc.nat(), { maxKeys: 3 }).chain((chosen) => fc.record(
  Object.fromEntries(Object.keys(chosen).map((name) => [name, fc.subarray(NAMED[name as keyof typeof NAMED], { minLength: 1 })])),
));
const aPoint = fc.record({ journey: fc.constantFrom(...NAMED.journey, ANY_OTHER), market: fc.constantFrom(...NAMED.market, ANY_OTHER), season: fc.constantFrom('2025-12-31', '2026-01-01', '2026-04-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01') });

test('[CF124] every point is in what is left exactly if it was there and the answer does not apply, and in one part only', () => {
  fc.assert(fc.property(aCondition, aCondition, aPoint, (condition, by, { season, ...rest }) => {
    const point: Condition = { ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, [value]])), season: [`${season}/${season}`] };
    const has = (one: Condition) => intersectConditions([one, point]) !== undefined;
    const parts = conditionWithout(condition, by, (name) => NAMED[name as keyof typeof NAMED]);
    expect(parts.filter(has)).toHaveLength(has(condition) && !has(by) ? 1 : 0);
  }), { numRuns: 2_000 });
});
