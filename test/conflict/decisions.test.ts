import { aClaim, claimKey, conflictsOf, names, roles } from './a-claim';
import { ticketConflictsSchema } from '../../src/contract/conflicts';
import type { Claim } from '../../src/domain/conflict/claim';
import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { applyDecisions } from '../../src/domain/conflict/decisions/apply-decisions';
import { countRepresentations } from '../../src/domain/conflict/decisions/count-representations';
import type { Branch, Collaborate, Decision, SeparateWays, Standardise } from '../../src/domain/conflict/decisions/decision';
import { previewDecision } from '../../src/domain/conflict/decisions/preview-decision';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { ticketConflicts } from '../../src/domain/conflict/ticket-conflicts';

const cart = aClaim('CART-14 must', { max: 1 });
const recs = aClaim('RECS-7 must', { min: 2 });
const mkt = aClaim('MKT-3 goal', { min: 2 });
const claims = [cart, recs, mkt];
const at = { model: 'buyer-profile', element: 'BuyerProfile.paymentMethods' };
const TODAY = '2026-11-22';
const decided = { number: 1, conflict: { id: 'x', code: 'COUNT_CLASH', facet: 'count' }, at, why: 'Deals need a choice', decidedOn: TODAY } as const;

const standard: Standardise = { ...decided, kind: 'standardise', canon: { facet: 'count', min: 2, max: 3 }, overruled: [claimKey(cart)] };
const branch: Branch = {
  ...decided, kind: 'branch', dimension: 'journey', until: '2027-06-30',
  groups: [{ claims: [claimKey(cart)], values: ['checkout'] }, { claims: [claimKey(recs), claimKey(mkt)], values: ['deals'] }],
};
const joint: Collaborate = { ...decided, kind: 'collaborate', joint: { id: 6099, key: 'BUYER-99' }, members: claims.map(claimKey), personDays: 12, until: '2027-01-31' };
const apart: SeparateWays = { ...decided, kind: 'separate ways', teams: ['cart'] };

const after = (decisions: Decision[], today = TODAY, some: Claim[] = claims) => conflictsOf(applyDecisions(some, decisions, today).claims);

test('[CF27] standardise: the losing claims are overruled, the rest holds with the canonical constraint, and the price is said by team', () => {
  expect(after([standard])).toEqual([]);
  const preview = previewDecision(claims, [], standard, TODAY, { worth: (ticket) => (ticket === cart.ticket.id ? { low: 6e6, high: 1e7, currency: 'USD', per: 'month' } : undefined) });
  expect(preview.changes).toEqual([{ claim: cart, change: 'overruled' }]);
  expect(preview.settled).toHaveLength(1);
  expect(preview.newlyBroken).toEqual([]);
  expect(preview.representations).toEqual({ before: 1, after: 1 });
  expect(preview.givenUp).toEqual([{ team: 'cart', tickets: [{ ticket: cart.ticket, worth: { low: 6e6, high: 1e7, currency: 'USD', per: 'month' } }] }]);
});

test('[CF27] a claim added later reopens the question only if it clashes with what was decided', () => {
  expect(after([standard], TODAY, [...claims, aClaim('OSTAT-1 must', { min: 1 })])).toEqual([]);
  const [reopened] = after([standard], TODAY, [...claims, aClaim('OSTAT-1 must', { min: 4 })]);
  expect(reopened === undefined ? '' : describeConflict(reopened, names)).toBe(
    'COUNT_CLASH BuyerProfile.paymentMethods: what was decided asks for 2 to 3 (must, decision 1), but Order Status asks for at least 4 (must, OSTAT-1). '
    + 'No count satisfies both. Smallest change: OSTAT-1 from 4 to 3.',
  );
});

test('[CF27] a canonical constraint that breaks others shows what it breaks', () => {
  const strict: Standardise = { ...standard, canon: { facet: 'count', min: 5 }, overruled: [claimKey(cart)] };
  const limited = [...claims, aClaim('OSTAT-1 must', { max: 4 })];
  const preview = previewDecision(limited, [], strict, TODAY);
  expect(preview.newlyBroken.map((conflict) => conflict.sides.flatMap((side) => side.who.map((member) => member.ticket.key)))).toEqual([['decision 1', 'OSTAT-1']]);
});

test('[CF28] branch: conditions are added, the sides no longer meet, and there is one more representation', () => {
  expect(after([branch])).toEqual([]);
  const preview = previewDecision(claims, [], branch, TODAY);
  expect(preview.changes.map(({ claim, change }) => `${claim.ticket.key} ${change}`)).toEqual(['CART-14 narrowed', 'RECS-7 narrowed', 'MKT-3 narrowed']);
  expect(preview).toMatchObject({ problems: [], remaining: [], newlyBroken: [], representations: { before: 1, after: 2 } });
  expect(preview.settled).toHaveLength(1);
});

test('[CF29] collaborate: the members wait until a joint claim replaces the sides', () => {
  const applied = applyDecisions(claims, [joint], TODAY);
  expect([...applied.waiting.keys()]).toEqual(claims.map(claimKey));
  expect(conflictsOf(applied.claims)).toHaveLength(1);
  expect(previewDecision(claims, [], joint, TODAY)).toMatchObject({ settled: [], personDays: 12, representations: { before: 1, after: 1 } });
  expect(previewDecision(claims, [], joint, TODAY).changes.map(({ change }) => change)).toEqual(['waits', 'waits', 'waits']);
  const agreed = aClaim('BUYER-99 must', { min: 1, max: 3, ticket: joint.joint });
  const settled = applyDecisions([...claims, agreed], [joint], TODAY);
  expect(settled.claims).toEqual([agreed]);
  expect(settled.waiting.size).toBe(0);
});

test('[CF30] separate ways: the element leaves the shared model for the teams that need it otherwise', () => {
  expect(after([apart])).toEqual([]);
  const preview = previewDecision(claims, [], apart, TODAY);
  expect(preview.changes).toEqual([{ claim: cart, change: 'moved' }]);
  expect(preview.representations).toEqual({ before: 1, after: 2 });
  expect(countRepresentations(at, [apart, { ...branch, number: 2 }], TODAY)).toBe(3);
});

test.each([standard, branch, joint, apart])('[CF31] %# reversed, or past its date, the conflict is back as it was', (decision) => {
  const before = conflictsOf(claims);
  expect(after([{ ...decision, reversedOn: TODAY }])).toEqual(before);
  const ending: Decision = { ...decision, until: '2026-12-01' };
  expect(applyDecisions(claims, [ending], '2026-11-30').nextDue).toBe('2026-12-01');
  const over = applyDecisions(claims, [ending], '2026-12-01');
  expect(over.due).toEqual([ending]);
  expect(conflictsOf(over.claims)).toEqual(before);
  expect(claims).toEqual([cart, recs, mkt]);
});

test('[CF32] a decision that cannot be made as it stands says why', () => {
  const problems = (decision: Decision) => previewDecision(claims, [], decision, TODAY).problems;
  expect(problems({ ...standard, why: ' ' })).toEqual(['A decision needs a reason: say why, so that those who come later need not ask.']);
  expect(problems({ ...branch, until: '2026-01-01' })).toEqual(['The date 2026-01-01 is over: choose one after 2026-11-22.']);
  expect(problems({ ...branch, groups: branch.groups.map((group) => ({ ...group, values: ['deals'] })) })).toEqual(['Two groups both apply to deals: they would still clash there.']);
  expect(problems({ ...branch, groups: [] })).toEqual(['A branch needs at least two groups.']);
  expect(problems({ ...apart, teams: [] })).toEqual(['No team leaves: name at least one that takes the element out of the shared model.']);
  const legal = aClaim('LEGAL-2 limit', { max: 1, authority: 'the GDPR' });
  expect(previewDecision([legal, recs], [], { ...standard, overruled: [claimKey(legal)] }, TODAY).problems).toEqual(['LEGAL-2 asks what the GDPR demands: it cannot be overruled here.']);
});

test('[CF33] what a ticket stores: codes, places, severities and ids; held until nothing undecided is left', () => {
  const { conflicts } = detectConflicts(claims);
  const question = { ticket: cart.ticket.id, hash: 'h1', conflicts, claims: [cart], today: TODAY };
  const stored = ticketConflicts(question);
  expect(ticketConflictsSchema.parse(stored)).toEqual({
    hash: 'h1', met: [], blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'BuyerProfile.paymentMethods', severity: 'blocking', ids: [2007, 3003] }],
  });
  expect(ticketConflicts({ ...question, conflicts: [] })).toEqual({ hash: 'h1', met: ['conflicts'], blocking: 0, items: [] });
  expect(ticketConflicts({ ...question, conflicts: [], waiting: 1, nextDue: '2027-01-31' })).toMatchObject({ met: [], blocking: 1, until: '2027-01-31' });
  const seasonal = aClaim('CART-14', { max: 1, when: { period: ['2026-11-01/2026-12-31'] } });
  expect(ticketConflicts({ ...question, conflicts: [], claims: [seasonal], nextDue: '2027-01-31' })).toMatchObject({ until: '2027-01-01' });
});

test('[CF33] a softer conflict stands on the ticket and does not hold it; who holds is not held', () => {
  const soft = detectConflicts([cart, mkt]).conflicts;
  expect(ticketConflicts({ ticket: mkt.ticket.id, hash: 'h', conflicts: soft, claims: [mkt], today: TODAY })).toMatchObject({ met: ['conflicts'], blocking: 0, items: [{ severity: 'negotiable' }] });
  const yielding = [aClaim('LEGAL-1 limit', { max: 1, authority: 'GDPR' }), recs];
  expect(roles(yielding)).toBe('RECS-7 yields!, LEGAL-1 holds');
  const { conflicts } = detectConflicts(yielding);
  expect(ticketConflicts({ ticket: 5001, hash: 'h', conflicts, claims: [], today: TODAY }).met).toEqual(['conflicts']);
});
