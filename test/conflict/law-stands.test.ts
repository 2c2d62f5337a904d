import { aClaim, claimKey, conflictsOf, sentences } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { applyDecisions } from '../../src/domain/conflict/decisions/apply-decisions';
import type { Branch, Collaborate, Decision, SeparateWays, Standardise } from '../../src/domain/conflict/decisions/decision';
import { previewDecision } from '../../src/domain/conflict/decisions/preview-decision';

const TODAY = '2026-11-22';
const at = { model: 'buyer-profile', element: 'BuyerProfile.paymentMethods' };
const decided = { number: 1, conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, at, why: 'Deals need a choice', decidedOn: TODAY } as const;
const GDPR = { authority: 'the GDPR' };
const legal = aClaim('LEGAL-2 limit', { max: 1, ...GDPR });
const recs = aClaim('RECS-7 must', { min: 2 });

const branch = (groups: Branch['groups']): Branch => ({ ...decided, kind: 'branch', dimension: 'journey', until: '2027-06-30', groups });
const standard: Standardise = { ...decided, kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [claimKey(legal)] };
const joint: Collaborate = { ...decided, kind: 'collaborate', joint: { id: 6099, key: 'BUYER-99' }, members: [legal, recs].map(claimKey), personDays: 5, until: '2027-01-31' };
const apart = (...teams: string[]): SeparateWays => ({ ...decided, kind: 'separate ways', teams });
const problems = (claims: Claim[], decision: Decision) => previewDecision(claims, [], decision, TODAY).problems;
const applied = (claims: Claim[], decision: Decision) => applyDecisions(claims, [decision], TODAY).claims;
const placed = (claims: readonly Claim[]) => claims.map((claim) => `${claim.ticket.key} ${claim.element}`).sort();

test('[CF120] a branch does not confine law, and says what to do', () => {
  const confining = branch([{ claims: [claimKey(legal)], values: ['checkout'] }, { claims: [claimKey(recs)], values: ['deals'] }]);
  expect(problems([legal, recs], confining)).toEqual([
    'LEGAL-2 asks what the GDPR demands, and not only when journey is checkout: a branch cannot confine that. Give its side no journey of its own, so that it holds for all, or choose another way.',
  ]);
  expect(applied([legal, recs], confining)[0]).toEqual(legal);
  expect(conflictsOf(applied([legal, recs], confining))).toHaveLength(1);
});

test('[CF120] law that applies only where its group does is not confined by that', () => {
  const atCheckout = { ...legal, when: { journey: ['checkout'] } };
  const fitting = branch([{ claims: [claimKey(legal)], values: ['checkout', 'account'] }, { claims: [claimKey(recs)], values: ['deals'] }]);
  expect(previewDecision([atCheckout, recs], [], fitting, TODAY)).toMatchObject({ problems: [], remaining: [], changes: [{ claim: recs, change: 'narrowed' }] });
});

test('[CF120] law neither waits for a joint answer nor is replaced by it', () => {
  expect(problems([legal, recs], joint)).toEqual(['LEGAL-2 asks what the GDPR demands: that waits for nobody, and no joint answer replaces it. Leave it out; the answer has to keep to it.']);
  expect([...applyDecisions([legal, recs], [joint], TODAY).waiting.keys()]).toEqual([claimKey(recs)]);
  const answer = aClaim('BUYER-99 must', { min: 2, ticket: joint.joint });
  expect(sentences(applied([legal, recs, answer], joint))).toEqual([
    'COUNT_CLASH BuyerProfile.paymentMethods: Buyer Platform asks for at least 2 (must, BUYER-99), but Legal Compliance asks for at most 1 (law or contract, LEGAL-2). No count satisfies both. Smallest change: BUYER-99 from 2 to 1.',
  ]);
});

test('[CF120] a decision that names law leaves it in force, whenever it was recorded; a limit without an authority is no law', () => {
  expect(applied([legal, recs], standard).map(claimKey)).toEqual([claimKey(legal), claimKey(recs), '-1/canon']);
  const unnamed = aClaim('LEGAL-2 limit', { max: 1 });
  expect(problems([unnamed, recs], standard)).toEqual([]);
  expect(applied([unnamed, recs], standard).map(claimKey)).toEqual([claimKey(recs), '-1/canon']);
});

test('[CF121] a team that leaves does not leave the law: it binds what the team keeps on its own', () => {
  const kept = aClaim('RECS-8 goal', { facet: 'retention', min: 60, unit: 'days' });
  const erased = aClaim('LEGAL-3 limit', { id: 'c2', facet: 'retention', max: 30, unit: 'days', ...GDPR });
  const decision: SeparateWays = { ...apart('recs'), conflict: { id: 'x', code: 'RETENTION_CLASH', facet: 'retention' } };
  expect(placed(applied([erased, kept], decision))).toEqual(['LEGAL-3 BuyerProfile.paymentMethods', 'LEGAL-3 BuyerProfile@recs.paymentMethods', 'RECS-8 BuyerProfile@recs.paymentMethods']);
  const preview = previewDecision([erased, kept], [], decision, TODAY);
  expect(preview.problems).toEqual(['LEGAL-3 asks what the GDPR demands, also of what a team keeps on its own: RECS-8 would still clash with it there. Change that ticket, or choose another way.']);
  expect(preview).toMatchObject({ settled: [], newlyBroken: [], remaining: [{ code: 'RETENTION_CLASH' }] });
  expect(preview.changes.map(({ claim, change }) => `${claim.ticket.key} ${change}`)).toEqual(['LEGAL-3 extended', 'RECS-8 moved']);
});

test('[CF121] law on what is above and below, and on every field, comes along; who keeps to it may leave', () => {
  const cart = aClaim('CART-1 must', { max: 1 });
  const laws = ['BuyerProfile', 'BuyerProfile.*', 'BuyerProfile.paymentMethods[]', 'BuyerProfile.name', 'Order'].map((element, number) => (
    aClaim(`LEGAL-${String(number + 10)} limit`, { element, facet: 'access', mustNotRead: ['Marketing'], ...GDPR })));
  expect(problems([cart, recs, ...laws], apart('recs'))).toEqual([]);
  expect(placed(applied([cart, recs, ...laws], apart('recs'))).filter((one) => one.includes('@'))).toEqual([
    'LEGAL-10 BuyerProfile@recs', 'LEGAL-11 BuyerProfile@recs.*', 'LEGAL-12 BuyerProfile@recs.paymentMethods[]', 'RECS-7 BuyerProfile@recs.paymentMethods',
  ]);
});

test('[CF121] what law adds up over an entity cannot be made smaller by leaving with one of its fields', () => {
  const budget = aClaim('LEGAL-4 limit', { element: 'BuyerProfile', facet: 'budget', max: 3, ...GDPR });
  const required = aClaim('RECS-9 must', { facet: 'presence', is: 'required' });
  const optional = aClaim('CART-9 must', { facet: 'presence', is: 'forbidden' });
  expect(problems([budget, required, optional], apart('recs'))).toEqual(['LEGAL-4 asks what the GDPR demands of BuyerProfile as a whole, where RECS-9 counts, too: it cannot leave that. Choose another way.']);
  expect(problems([budget, required, optional], apart('cart'))).toEqual([]);
});
