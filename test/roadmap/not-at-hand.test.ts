import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { describeConflict } from '../../src/domain/conflict/describe-conflict';
import { contentHash } from '../../src/domain/context/content-hash';
import type { ContextContent } from '../../src/domain/context/product-context';
import type { Demand } from '../../src/domain/demand/demand';
import { createJiraCalls } from '../../static/shared/load-calls';
import { loadIssuesById } from '../../static/shared/load-by-id';
import { gatherClaims, gatherStored, type StoredConflict } from '../../static/roadmap/conflicts/gather-claims';
import { showConflicts, type ShownConflict } from '../../static/roadmap/conflicts/shown-conflicts';
import { whyNot } from '../../static/roadmap/conflicts/why-not';
import { aClaim, names } from '../conflict/a-claim';
import { aWire, type WireFaults } from './given-wire';

async function ask(ids: readonly string[], faults: WireFaults) {
  const wire = aWire(0, faults);
  const calls = createJiraCalls({ ask: wire.ask, signal: new AbortController().signal, sleep: () => Promise.resolve() });
  const found = await loadIssuesById(calls, ids, { fields: ['status'], properties: [] });
  return { found, sizes: wire.requests.map(({ body }) => (body['issueIdsOrKeys'] as string[]).length) };
}

const idsOf = (issues: readonly unknown[]) => issues.map((issue) => (issue as { id: string }).id);

test('[CF80] what Jira could not give is asked for again in halves: one that comes then is read, one that never comes is not known, one in neither list is hidden', async () => {
  const { found, sizes } = await ask(['1', '2', '3', '4', '5'], { erring: { 2: 1, 4: 9 }, invisible: ['5'] });
  expect(found).toMatchObject({ kind: 'read', unread: ['4'] });
  expect(found.kind === 'read' ? idsOf(found.issues).sort() : []).toEqual(['1', '2', '3']);
  expect(sizes).toEqual([5, 1, 1]);
});

test('a Jira that takes only 100 tickets a call is asked for 100, and one that does not answer is a failure in words', async () => {
  const ids = Array.from({ length: 250 }, (_, at) => String(at + 1));
  const { found, sizes } = await ask(ids, { mostTickets: 100 });
  expect([found.kind === 'read' ? found.issues.length : 0, sizes]).toEqual([250, [250, 100, 100, 50]]);
  const down = await ask(['1'], { answers: { 1: 'no answer', 2: 'no answer', 3: 'no answer' } });
  expect(down.found).toMatchObject({ kind: 'failed' });
});

/** A ticket of the demand as far as the conflicts read it. */
function aDemand(id: number, content: ContextContent, more: Partial<Demand> = {}): Demand {
  return { ticket: { id: String(id), key: `BUYER-${String(id)}`, summary: 'Ticket' }, content, grade: 'bronze', standing: 'own', explained: true, team: 'cart', ...more } as Demand;
}

const CLAIM = { id: 'c1', model: 'shop', element: 'Basket.items', facet: 'count', level: 'must', max: 1 } as const;

/** Its stored result says that it clashes at the basket with these tickets. */
function clashingWith(ids: readonly number[], more: Partial<Demand> = {}): Demand {
  const content: ContextContent = { touchesSharedData: true, claims: [CLAIM] };
  return aDemand(7, content, { conflicts: { hash: contentHash(content), met: [], blocking: 1, items: [{ code: 'COUNT_CLASH', at: 'Basket.items', severity: 'blocking', ids: [...ids] }] }, ...more });
}

function shownTo(demand: Demand, { hidden = [], unread = [], hasModels = false }: { hidden?: number[]; unread?: number[]; hasModels?: boolean }): readonly ShownConflict[] {
  const notAtHand = { hidden: new Set(hidden), unread: new Set(unread) };
  const { claims } = gatherClaims([demand], [], undefined);
  return showConflicts(detectConflicts(claims).conflicts, { stored: gatherStored([demand], notAtHand, hasModels), unread: notAtHand.unread }, claims, names.team);
}

const ADMINISTERS = { administers: true, name: 'Buyer Platform' } as Parameters<typeof whyNot>[1];
const told = (shown: readonly ShownConflict[]) => shown.map((one) => [describeConflict(one.conflict, { team: names.team, sees: (id) => !one.hidden.has(id), failed: (id) => one.unread.has(id) }), whyNot(one, ADMINISTERS)]);

test('[CF80] a ticket that could not be read is told apart from one that cannot be seen, and blocks deciding', () => {
  expect(told(shownTo(clashingWith([9]), { unread: [9] }))).toEqual([[
    'COUNT_CLASH Basket.items: Shopping Cart asks for at most 1 (must, BUYER-7), but a ticket that could not be read asks for something that does not go with it. No count satisfies all.',
    'A ticket that takes part could not be read. Read it again first, then decide.',
  ]]);
  expect(told(shownTo(clashingWith([8, 9]), { hidden: [8], unread: [9] }))).toEqual([[
    'COUNT_CLASH Basket.items: Shopping Cart asks for at most 1 (must, BUYER-7), but a ticket you cannot see asks for something that does not go with it, and a ticket that could not be read asks for something that does not go with it. No count satisfies all.',
    'A ticket you cannot see takes part. Somebody who may see all of them decides.',
  ]]);
});

test('[CF81] a conflict keeps the worse severity of its visible half and of what was stored', () => {
  const claims = [aClaim('CART-1 must', { max: 1 }), aClaim('RECS-1 wish', { min: 2 })];
  const severity = (stored: StoredConflict['severity']) => showConflicts(detectConflicts(claims).conflicts, {
    stored: [{ code: 'COUNT_CLASH', element: 'BuyerProfile.paymentMethods', severity: stored, seen: 1001, hidden: [99] }], unread: new Set(),
  }, claims, names.team).map(({ conflict, hidden }) => [conflict.severity, [...hidden]]);
  expect(severity('blocking')).toEqual([['blocking', [99]]]);
  const limits = showConflicts([], { stored: [7, 8].map((seen) => ({ code: 'COUNT_CLASH', element: 'A.b', severity: seen === 8 ? 'limits' as const : 'soft' as const, seen, hidden: [99] })), unread: new Set() }, [], names.team);
  expect(limits.map(({ conflict }) => conflict.severity)).toEqual(['limits']);
  expect(detectConflicts(claims).conflicts.map((conflict) => conflict.severity)).toEqual(['soft']);
});

test('[CF83] who asks the architect is listed until the architect looked, also beside requirements and where nothing else is explained', () => {
  const { unknown } = gatherClaims([
    aDemand(1, { askArchitect: true }), aDemand(2, { askArchitect: true, touchesSharedData: true, claims: [CLAIM] }),
    aDemand(3, { askArchitect: true, architectLooked: true }), aDemand(4, { askArchitect: true }, { explained: false }),
    aDemand(5, { touchesSharedData: true }), aDemand(6, {}), aDemand(7, {}, { explained: false }), aDemand(8, { touchesSharedData: false }),
  ], [], undefined);
  expect(unknown.map(({ demand, why }) => [demand.ticket.key, why])).toEqual([['BUYER-1', 'asks'], ['BUYER-2', 'asks'], ['BUYER-4', 'asks'], ['BUYER-5', 'silent'], ['BUYER-6', 'unanswered']]);
});

test('[CF85] a clash with the imported model is told from the stored result, until the model is at hand; a clone’s result is its original’s', () => {
  expect(told(shownTo(clashingWith([]), {}))).toEqual([[
    'COUNT_CLASH Basket.items: Shopping Cart asks for at most 1 (must, BUYER-7), but the shared model has something that does not go with it, as imported (shop). No count satisfies both.',
    'It clashes with the shared data as imported. Check against the imported models first, then decide.',
  ]]);
  expect(shownTo(clashingWith([]), { hasModels: true })).toEqual([]);
  expect(shownTo(clashingWith([], { standing: 'copied' }), {})).toEqual([]);
});
