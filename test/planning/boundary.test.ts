import type { ClaimContent, ContextContent } from '../../src/domain/context/product-context';
import type { Demand } from '../../src/domain/demand/demand';
import { gatherAsks, requestsOf, suggestBoundary, type BoundaryAsk } from '../../src/domain/planning/boundary';
import { boundarySentence, infrastructureFreeSentence, rulingSentence, teamFreeSentence } from '../../src/domain/planning/boundary-words';
import { freeCapacity, freeOfTeam } from '../../src/domain/planning/free-capacity';
import { leftOfCapacity } from '../../src/domain/planning/group-effort';
import { UNTRAINED } from '../../src/domain/ranking/estimate';
import { rankDemand } from '../../src/domain/ranking/rank-demand';
import { simulateDemand } from '../../src/domain/ranking/simulate';
import { aThreshold, someSettings } from '../context/given-context';
import { aDemand, aRecord, aTicket, TODAY } from '../demand/given-demand';
import { aComparable } from '../given/a-candidate';

const claim = (element: string, model = 'buyer-profile'): ClaimContent => ({ id: element, model, element, facet: 'presence', level: 'must' });
const asking = (key: string, team: string, content: Pick<ContextContent, 'claims' | 'thresholds'>, more: Partial<BoundaryAsk> = {}): BoundaryAsk => ({ key, team, requests: requestsOf(content), ...more });
const address = { claims: [claim('BuyerProfile.address')] };
const found = (own: BoundaryAsk, others: readonly BoundaryAsk[]) => suggestBoundary(own.key, [own, ...others]).map(({ teams, suggests }) => [teams, suggests]);

test('[PL10] one team suggests application, two shared', () => {
  const own = asking('B-2', 'recs', { claims: [claim('BuyerProfile.address'), claim('BuyerProfile.score')] });
  expect(found(own, [asking('B-1', 'cart', address), asking('B-3', 'cart', address)])).toEqual([[['cart', 'recs'], 'shared'], [['recs'], 'application']]);
});

test('[PL11] earlier rulings are offered, the ticket’s own is not', () => {
  const [one, two] = [asking('B-1', 'cart', address, { ruling: 'shared', why: 'two teams' }), asking('B-2', 'recs', address)];
  expect(suggestBoundary('B-2', [one, two])[0]?.earlier).toEqual([{ ruling: 'shared', keys: ['B-1'], why: 'two teams' }]);
  expect(suggestBoundary('B-1', [one, two])[0]?.earlier).toEqual([]);
});

test('[PL12] most askers first', () => {
  const own = asking('B-9', '', { claims: [claim('BuyerProfile.score'), claim('BuyerProfile.address')] });
  const others = [asking('B-1', 'cart', address), asking('B-2', 'recs', { claims: [claim('BuyerProfile.address'), claim('BuyerProfile.score')] })];
  expect(suggestBoundary('B-9', [own, ...others]).map(({ request }) => request.kind === 'element' && request.element)).toEqual(['BuyerProfile.address', 'BuyerProfile.score']);
});

test('[PL120] the same path in another model is another element; the same scale and direction in another unit of time is the same request', () => {
  expect(found(asking('B-1', 'cart', address), [asking('B-2', 'recs', { claims: [claim('BuyerProfile.address', 'partner-profile')] })])).toEqual([[['cart'], 'application']]);
  const faster = asking('B-1', 'cart', { thresholds: [aThreshold({ scale: 'Time to  display shipping cost', unit: 's' })] });
  expect(found(faster, [asking('B-2', 'recs', { thresholds: [aThreshold({ scale: 'time to display shipping cost', unit: 'ms' })] })])).toEqual([[['cart', 'recs'], 'shared']]);
  expect(found(faster, [
    asking('B-3', 'recs', { thresholds: [aThreshold({ better: 'higher' })] }), asking('B-4', 'mkt', { thresholds: [aThreshold({ unit: '%' })] }), asking('B-5', 'ostat', { thresholds: [aThreshold({ scale: 'time to pay' })] }),
  ])).toEqual([[['cart'], 'application']]);
  expect(requestsOf({ claims: [claim('A.b'), claim('A.b')], thresholds: [{ id: 't1', scale: 'time to pay' }] })).toEqual([{ kind: 'element', model: 'buyer-profile', element: 'A.b' }]);
});

test('[PL121] where no team is stated, nothing is suggested', () => {
  const own = asking('B-1', '', address);
  const [suggestion] = suggestBoundary('B-1', [own, asking('B-2', '', address)]);
  expect(suggestion?.teams).toEqual([]);
  expect(suggestion).not.toHaveProperty('suggests');
  expect(suggestion === undefined ? '' : boundarySentence(suggestion, String, false)).toBe('BuyerProfile.address: no team is stated, so nothing is suggested.');
});

test('[PL122] a done ticket asks no more, and its ruling is remembered', () => {
  const own = asking('B-1', 'cart', address);
  const [suggestion] = suggestBoundary('B-1', [own, asking('B-2', 'recs', address, { isDone: true, ruling: 'application', why: 'carts differ' })]);
  expect(suggestion).toMatchObject({ teams: ['cart'], suggests: 'application', earlier: [{ ruling: 'application', keys: ['B-2'], why: 'carts differ' }] });
});

test('[PL122] a copied draft asks and rules nothing, open or done', () => {
  const content: ContextContent = { team: 'recs', ...address, boundary: { ruling: 'shared', why: 'of the other ticket' } };
  const [own, copied] = [aDemand(1, { record: { ...address, team: 'cart' } }), aDemand(2, { found: { state: 'read', record: aRecord(aTicket(99), content) } })];
  expect(copied.standing).toBe('copied');
  const element = (done: Parameters<typeof gatherAsks>[2]) => suggestBoundary('BUYER-1', gatherAsks(own, [own, copied], done)).find(({ request }) => request.kind === 'element');
  expect(element([{ ticket: { key: 'BUYER-3' }, content, isCopy: true }])).toMatchObject({ teams: ['cart'], earlier: [] });
  expect(element([{ ticket: { key: 'BUYER-3' }, content, isCopy: false }])).toMatchObject({ teams: ['cart'], earlier: [{ keys: ['BUYER-3'] }] });
});

test('[PL123] the reason is that of the first ticket that says one', () => {
  const own = asking('B-9', 'cart', address);
  const earlier = suggestBoundary('B-9', [
    own, asking('B-1', 'cart', address, { ruling: 'shared' }), asking('B-2', 'cart', address, { ruling: 'shared', why: ' ' }), asking('B-3', 'recs', address, { ruling: 'shared', why: 'two teams need it' }),
    asking('B-4', 'recs', address, { ruling: 'shared', why: 'later' }), asking('B-5', 'recs', address, { ruling: 'application' }),
  ])[0]?.earlier ?? [];
  expect(earlier.map(rulingSentence)).toEqual(['Ruled before: shared on B-1, B-2, B-3 and 1 more (two teams need it).', 'Ruled before: the asking team on B-5.']);
});

test('what is asked stands in a sentence, with its model where there are several', () => {
  const name = (team: string) => team.toUpperCase();
  expect(boundarySentence({ request: { kind: 'element', model: 'buyer-profile', element: 'BuyerProfile.address' }, teams: ['cart', 'recs'], suggests: 'shared' }, name, true))
    .toBe('BuyerProfile.address of buyer-profile: CART and RECS ask, which suggests shared work.');
  expect(boundarySentence({ request: { kind: 'level', scale: 'time to pay', better: 'lower', measures: 's' }, teams: ['cart'], suggests: 'application' }, name, true))
    .toBe('Lower “time to pay”: only CART asks, which suggests the asking team.');
});

test('[PL124] what is left of a capacity agrees with draws, and below zero it is promised already', () => {
  for (const count of [1, 6, 30]) {
    const tickets = Array.from({ length: count }, (_, at) => aComparable({ key: `BUYER-${String(at)}`, effort: [1 + (at % 5), 6 + (at % 7) * 3] }));
    const capacity = { low: 60, high: 90 };
    const drawn = simulateDemand(tickets, { capacity });
    const left = leftOfCapacity(tickets.map(({ effort }) => effort), capacity);
    const sum = drawn?.effort ?? { p5: 0, p50: 0, p95: 0 };
    // What is short at one end is free at the other; as far off as sums are without draws: seven hundredths at the ends, two in the middle.
    expect(Math.abs(left.p5 + (drawn?.gap?.p95 ?? 0))).toBeLessThan(0.07 * sum.p95);
    expect(Math.abs(left.p50 + (drawn?.gap?.p50 ?? 0))).toBeLessThan(0.02 * Math.max(75, sum.p50));
    expect(Math.abs(left.p95 + (drawn?.gap?.p5 ?? 0))).toBeLessThan(0.07 * Math.max(75, sum.p50));
  }
  expect(leftOfCapacity([], { low: 20, high: 30 })).toEqual({ p5: expect.closeTo(20, 5) as number, p50: expect.closeTo(24.495, 2) as number, p95: expect.closeTo(30, 5) as number });
  expect(leftOfCapacity([], { low: 0, high: 30 })).toEqual({ p5: 0, p50: 0, p95: 0 });
  expect(leftOfCapacity([aComparable().effort], { low: 0, high: 30 }).p95).toBeLessThan(0);
});

const basis = { capacity: { low: 70, high: 80 }, calibration: UNTRAINED };
const open = (number: number, change: Partial<ContextContent>, category = 'new'): Demand => aDemand(number, { record: change, ticket: { category } });

test('[PL125] promised is what is started, accepted or a must, without the ticket that is asked about', () => {
  const effort = { low: 4, high: 9 };
  const own = open(1, { effort, answer: { state: 'accepted' } });
  const only = (...more: readonly Demand[]) => freeCapacity([own, ...more], 'BUYER-1', basis);
  const nothing = only().promised.p50;
  expect(nothing).toBeCloseTo(Math.sqrt(70 * 80), 0);
  expect(only(open(2, { effort })).promised.p50).toBe(nothing);
  expect(only(open(2, { effort, answer: { state: 'declined' } }, 'indeterminate')).promised.p50).toBe(nothing);
  const must = { thresholds: [aThreshold({ limit: { level: 10, authority: 'contract X' }, due: '2026-12-31' })] };
  for (const one of [open(2, { effort, answer: { state: 'accepted' } }), open(2, { effort }, 'indeterminate'), open(2, { effort, ...must })]) {
    expect(only(one).promised.p50).toBeLessThan(nothing - 5);
  }
  const { effort: _none, ...without } = open(2, {}).content;
  expect(only(open(2, { ...without, answer: { state: 'accepted' } }))).toMatchObject({ withoutEffort: 1 });
});

test('[PL125] what stands above the cut line is taken besides, once there is an order', () => {
  const demands = [open(1, { effort: { low: 4, high: 9 } }), open(2, { effort: { low: 4, high: 9 } })];
  const ranking = rankDemand({ tickets: demands.map(({ ticket: { id, key }, content }) => ({ id, key, context: content })), planDate: TODAY, months: 3, settings: someSettings({ capacity: { low: 70, high: 80, per: 'quarter' } }) });
  const { promised, planned } = freeCapacity(demands, 'BUYER-1', { ...basis, ranking });
  expect(planned?.p50).toBeLessThan(promised.p50 - 5);
  expect(freeCapacity(demands, 'BUYER-1', basis)).not.toHaveProperty('planned');
});

test('[PL126] a team’s own free capacity is what its settings say; not stated is said, and zero is nothing', () => {
  const settings = someSettings({ teams: [
    { id: 'cart', name: 'Shopping Cart', projects: [], colour: 'blue', free: { low: 1, high: 2.5 } }, { id: 'recs', name: 'Recommendations', projects: [], colour: 'teal' },
    { id: 'mkt', name: 'Marketing', projects: [], colour: 'red', free: { low: 0, high: 0 } },
  ] });
  expect(['cart', 'recs', 'mkt', 'gone'].map((id) => freeOfTeam(id, settings, 3))).toEqual([{ low: 3, high: 7.5 }, undefined, { low: 0, high: 0 }, undefined]);
  expect(teamFreeSentence('Shopping Cart', { low: 3, high: 7.5 }, 3, 'en-US')).toBe('Shopping Cart has 3 to 7.5 person-weeks of its own free in 3 months.');
  expect(teamFreeSentence('Recommendations', undefined, 3, 'en-US')).toBe('What Recommendations has free itself is not stated.');
  expect(teamFreeSentence('Marketing', { low: 0, high: 0 }, 3, 'en-US')).toBe('Marketing has nothing of its own free in 3 months.');
  expect(teamFreeSentence(undefined, undefined, 3, 'en-US')).toBe('No team is stated, so what it has free is not known.');
  expect(infrastructureFreeSentence(undefined, 3, 'en-US')).toBe('What infrastructure has free is not stated: its settings have no capacity.');
  expect(infrastructureFreeSentence({ promised: { p5: 8, p50: 14, p95: 21 }, planned: { p5: -9, p50: -2, p95: 4 }, withoutEffort: 1 }, 3, 'en-US'))
    .toBe('Infrastructure has 8 to 21 person-weeks free in 3 months, beside what is started, accepted or a must; with all that stands above the cut line, up to 4 person-weeks. 1 ticket of those has no effort and is not counted.');
});
