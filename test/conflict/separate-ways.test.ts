import { aClaim, claimKey, conflictsOf } from './a-claim';
import type { Claim } from '../../src/domain/conflict/claim';
import { applyDecisions } from '../../src/domain/conflict/decisions/apply-decisions';
import { speaksOf } from '../../src/domain/conflict/decisions/bound-claims';
import type { Branch, Collaborate, Decision, SeparateWays, Standardise } from '../../src/domain/conflict/decisions/decision';
import { previewDecision } from '../../src/domain/conflict/decisions/preview-decision';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';

const TODAY = '2026-11-22';
const decided = { number: 1, conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, why: 'Deals need a choice', decidedOn: TODAY } as const;
const leave = (element: string, ...teams: string[]): SeparateWays => ({ ...decided, at: { model: 'buyer-profile', element }, kind: 'separate ways', teams });
const applied = (claims: Claim[], decision: Decision) => applyDecisions(claims, [decision], TODAY).claims;
const places = (claims: readonly Claim[]) => claims.map((claim) => `${claim.ticket.key} ${claim.element}`);
const required = (who: string, field: string) => aClaim(who, { element: `BuyerProfile.${field}`, facet: 'presence', is: 'required' });

const budget = aClaim('CART-1 must', { element: 'BuyerProfile', facet: 'budget', max: 2 });
const fields = [required('RECS-1', 'name'), required('RECS-2', 'address.city'), required('MKT-1', 'email'), required('MKT-2', 'phone')];

test('[CF122] of an entity whose budget is exceeded, a team leaves with its fields', () => {
  const decision: SeparateWays = { ...leave('BuyerProfile', 'recs'), conflict: { id: 'x', code: 'REQUIRED_BUDGET_EXCEEDED', facet: 'budget' } };
  const preview = previewDecision([budget, ...fields], [], decision, TODAY);
  expect(preview.changes.map(({ claim, change }) => `${claim.ticket.key} ${change}`)).toEqual(['RECS-1 moved', 'RECS-2 moved']);
  expect(preview).toMatchObject({ problems: [], remaining: [], newlyBroken: [], representations: { before: 1, after: 2 } });
  expect(preview.settled.map(({ code }) => code)).toEqual(['REQUIRED_BUDGET_EXCEEDED']);
  expect(places(applied([budget, ...fields], decision))).toEqual([
    'CART-1 BuyerProfile', 'RECS-1 BuyerProfile@recs.name', 'RECS-2 BuyerProfile@recs.address.city', 'MKT-1 BuyerProfile.email', 'MKT-2 BuyerProfile.phone',
  ]);
});

test('[CF122] what asks for the budget leaves with it, and adds up what the team has there; parts elsewhere stay in its path', () => {
  const sum = aClaim('CART-2 must', { element: 'BuyerProfile', facet: 'budget', is: 'latency', max: 200, unit: 'ms', along: ['BuyerProfile.name', 'Order.total'] });
  const [moved] = applied([sum, ...fields], leave('BuyerProfile', 'cart'));
  expect(moved).toEqual({ ...sum, element: 'BuyerProfile@cart', along: ['BuyerProfile@cart.name', 'Order.total'] });
});

test('[CF122] fields below a moved element move, and no longer count in the budget of what they were taken out of', () => {
  const items = aClaim('RECS-3 must', { element: 'BuyerProfile.address.lines[]', facet: 'length', max: 40 });
  expect(places(applied([...fields, items], leave('BuyerProfile.address', 'recs')))).toEqual([
    'RECS-1 BuyerProfile.name', 'RECS-2 BuyerProfile@recs.address.city', 'MKT-1 BuyerProfile.email', 'MKT-2 BuyerProfile.phone', 'RECS-3 BuyerProfile@recs.address.lines[]',
  ]);
  const tight = { ...budget, max: 3 };
  expect(conflictsOf([tight, ...fields])).toHaveLength(1);
  expect(conflictsOf(applied([tight, ...fields], leave('BuyerProfile.address', 'recs')))).toEqual([]);
});

test('[CF122] of what a team asks of every field, the part that leaves is its own', () => {
  const every = aClaim('RECS-4 must', { element: 'BuyerProfile.*', facet: 'presence', is: 'required', except: ['email'] });
  const none = aClaim('CART-4 must', { element: 'BuyerProfile.name', facet: 'presence', is: 'forbidden' });
  const preview = previewDecision([every, none], [], { ...leave('BuyerProfile.name', 'recs'), conflict: { id: 'x', code: 'PRESENCE_CLASH', facet: 'presence' } }, TODAY);
  expect(preview).toMatchObject({ problems: [], remaining: [], changes: [{ claim: every, change: 'moved' }] });
  expect(applied([every, none], leave('BuyerProfile.name', 'recs'))).toEqual([{ ...every, element: 'BuyerProfile@recs.name', except: undefined }, { ...every, except: ['email', 'name'] }, none]);
});

test('[CF122] what a team keeps on its own is no element that the model lacks; its tickets are told, and others only of the element itself', () => {
  const claims = applied([...fields], leave('BuyerProfile.address', 'recs'));
  const notes = detectConflicts(claims, { knows: (_model, element) => !element.includes('@') }).notes;
  expect(notes.filter(({ code }) => code === 'UNKNOWN_ELEMENT')).toEqual([]);
  const decision = leave('BuyerProfile', 'recs');
  expect(fields.filter((claim) => speaksOf(claim, decision)).map(({ ticket }) => ticket.key)).toEqual(['RECS-1', 'RECS-2']);
  expect(speaksOf(aClaim('CART-5', { element: 'BuyerProfile' }), decision)).toBe(true);
});

const cart = aClaim('CART-14 must', { max: 1, when: { journey: ['checkout'] } });
const recs = aClaim('RECS-7 must', { min: 2 });
const at = { model: 'buyer-profile', element: 'BuyerProfile.paymentMethods' };

test.each<[Decision, string]>([
  [{ ...decided, at, kind: 'standardise', canon: { facet: 'count', min: 2 }, overruled: [] } satisfies Standardise, 'This would change nothing: none of the requirements is overruled. Choose those that do not go with the one for all.'],
  [
    { ...decided, at, kind: 'branch', dimension: 'journey', until: '2027-06-30', groups: [{ claims: [claimKey(cart)], values: ['checkout'] }, { claims: [], values: ['deals'] }] } satisfies Branch,
    'This would change nothing: each requirement already applies only where its group does. Choose other values of journey, or another way.',
  ],
  [
    { ...decided, at, kind: 'collaborate', joint: { id: 6099, key: 'BUYER-99' }, members: [], personDays: 5, until: '2027-01-31' } satisfies Collaborate,
    'This would change nothing: no requirement that it names waits for the joint ticket. Choose another way.',
  ],
  [
    leave(at.element, 'mkt'),
    'This would change nothing: who leaves requires nothing of BuyerProfile.paymentMethods or of what is in it, but perhaps what law or a contract demands, which holds everywhere. Choose another team, or another way.',
  ],
])('[CF123] %# a decision that would change nothing says so', (decision, words) => {
  expect(previewDecision([cart, recs], [], decision, TODAY).problems).toEqual([words]);
});
