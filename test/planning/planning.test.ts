import type { ContextContent } from '../../src/domain/context/product-context';
import { shareByHorizon, shareByTheme, shareIfStarted, type AllocatedWork } from '../../src/domain/planning/allocation';
import { clarificationCost, gatherClarified } from '../../src/domain/planning/clarification-cost';
import { gatherInitiatives, sameMetric, type Initiative, type InitiativePart } from '../../src/domain/planning/initiatives';
import { gatherInterrupts, interruptUse, isInterrupt, type InterruptTicket } from '../../src/domain/planning/interrupts';
import { staffingCase } from '../../src/domain/planning/staffing-case';
import { rangeOf } from '../../src/domain/ranking/estimate';
import { planLanes } from '../../src/domain/ranking/plan';
import { HORIZON_MONTHS, WEEKS_A_MONTH } from '../../src/domain/ranking/worth-over-time';
import { aDemand, aRecord, aTicket } from '../demand/given-demand';
import { aComparable, aNotComparable } from '../given/a-candidate';

const work: AllocatedWork[] = [
  { theme: 'checkout', horizon: 'now', effort: 6, state: 'started' }, { theme: 'europe', effort: 2, state: 'started' },
  { theme: 'europe', effort: 5, state: 'planned' }, { effort: 5, state: 'planned' },
];
const themes = [{ id: 'europe', target: 40 }, { id: 'checkout', target: 60 }, { id: 'upkeep' }];

test('[PL1] shares of person-weeks by state', () => {
  expect(shareByTheme(work, themes).map(({ id, planned, started, done }) => [id, planned, started, done])).toEqual([
    ['europe', 50, 25, undefined], ['checkout', 0, 75, undefined], ['upkeep', 0, 0, undefined], ['', 50, 0, undefined],
  ]);
});

test('[PL2] the settings’ order, and no theme last', () => {
  expect(shareByTheme(work, themes).map(({ id }) => id)).toEqual(['europe', 'checkout', 'upkeep', '']);
  expect(shareByHorizon(work).map(({ id }) => id)).toEqual(['now', 'next', 'later', '']);
});

test('[PL3] drift from the target', () => {
  expect(shareByTheme(work, themes).map(({ drift }) => drift)).toEqual([-15, 15, undefined, undefined]);
  expect(shareByTheme(work.slice(2), themes)[0]?.drift).toBe(10);
});

test('[PL4] what a further start does', () => {
  expect(shareIfStarted(work, 'checkout', 2)).toEqual({ before: 75, after: 80 });
  expect(shareIfStarted([], 'checkout', 2)).toEqual({ before: 0, after: 100 });
});

/** A part whose worth and effort are known exactly. */
function part(key: string, { worth, effort, ...more }: Partial<Omit<InitiativePart, 'worth' | 'effort'>> & { readonly worth?: number; readonly effort?: number } = {}): InitiativePart {
  return {
    id: key, key, team: 'cart', ...more,
    ...(worth === undefined ? {} : { worth: { kind: 'normal', mean: worth, sd: 0 } }),
    ...(effort === undefined ? {} : { effort: { kind: 'log-normal', mu: Math.log(effort), s: 0, mean: effort } }),
  };
}

const weeks = (initiative: Initiative | undefined): readonly (number | undefined)[] => [initiative?.effort?.p5, initiative?.effort?.p95].map((end) => (end === undefined ? undefined : Math.round(end * 1e6) / 1e6));

test('[PL5] an initiative counts its own worth once', () => {
  const [initiative] = gatherInitiatives([part('B-70', { worth: 9 }), part('B-1', { initiative: 'B-70', worth: 8, effort: 3 }), part('B-2', { initiative: 'B-70', worth: 7, effort: 2 })]);
  expect(initiative).toMatchObject({ worth: { estimate: { mean: 9 }, from: 'B-70', agreed: true }, withoutEffort: 0 });
  expect(weeks(initiative)).toEqual([5, 5]);
});

test('[PL133] what its parts take together is a range, as what each takes is one', () => {
  const wide = (key: string, range: readonly [number, number]): InitiativePart => ({ ...part(key, { initiative: 'B-70' }), effort: aComparable({ effort: range }).effort });
  const [four, one] = [rangeOf(aComparable({ effort: [4, 9] }).effort), rangeOf(aComparable({ effort: [1, 3] }).effort)];
  const [alone] = gatherInitiatives([part('B-70'), wide('B-1', [4, 9])]);
  expect([alone?.effort?.p5, alone?.effort?.p95]).toEqual([expect.closeTo(four.low, 2), expect.closeTo(four.high, 2)]);
  const [both] = gatherInitiatives([part('B-70'), wide('B-1', [4, 9]), wide('B-2', [1, 3])]);
  // Two are rarely both at their ends: their sum is narrower than the sum of the ends, and wider than one alone.
  expect(both?.effort?.p5).toBeGreaterThan(four.low + one.low);
  expect(both?.effort?.p95).toBeLessThan(four.high + one.high);
  expect(both?.effort?.p95).toBeGreaterThan(four.high);
  expect(gatherInitiatives([part('B-70'), part('B-1', { initiative: 'B-70' })])[0]).toMatchObject({ withoutEffort: 1 });
});

test('[PL6] the highest member stands for it, not agreed', () => {
  const [initiative] = gatherInitiatives([part('B-1', { initiative: 'B-70', worth: 7 }), part('B-2', { initiative: 'B-70', worth: 8 })]);
  expect(initiative?.worth).toMatchObject({ estimate: { mean: 8 }, from: 'B-2', agreed: false });
});

test('[PL7] unanswered parts are named and come first', () => {
  const initiatives = gatherInitiatives([
    part('B-1', { initiative: 'B-70', answer: 'accepted', worth: 100 }), part('B-2', { initiative: 'B-80' }), part('B-3', { initiative: 'B-80', answer: 'declined' }),
  ]);
  expect(initiatives.map(({ key, unanswered }) => [key, unanswered.map((one) => one.key)])).toEqual([['B-80', ['B-2']], ['B-70', []]]);
});

test('[PL8] each team’s part and answers', () => {
  const [initiative] = gatherInitiatives([part('B-1', { initiative: 'B-70', answer: 'accepted' }), part('B-2', { initiative: 'B-70', team: 'recs' }), part('B-3', { initiative: 'B-70', answer: 'countered' })]);
  expect(initiative?.teams).toEqual([
    { team: 'cart', asked: 2, answers: { accepted: 1, declined: 0, countered: 1, unanswered: 0 } },
    { team: 'recs', asked: 1, answers: { accepted: 0, declined: 0, countered: 0, unanswered: 1 } },
  ]);
});

test('[PL9] same metric, same money?', () => {
  const found = sameMetric([{ key: 'B-1', metric: 'Checkout conversion' }, { key: 'B-2', metric: 'checkout conversion ' }, { key: 'B-3', metric: 'checkout conversion', initiative: 'B-70' }, { key: 'B-4', metric: 'returns' }]);
  expect(found.map(({ metric, parts }) => [metric, parts.map(({ key }) => key)])).toEqual([['checkout conversion', ['B-1', 'B-2']]]);
});

test('[PL13] what an interrupt is', () => {
  const yes: ContextContent[] = [{ origin: 'executive' }, { origin: 'customer' }, { origin: 'incident' }, { origin: 'team', question: 'estimate', delay: { neededBy: '2026-12-04' } }];
  expect(yes.map(isInterrupt)).toEqual([true, true, true, true]);
  expect([{ origin: 'team' } as const, { question: 'estimate' } as const, {}].map(isInterrupt)).toEqual([false, false, false]);
});

const interrupts: InterruptTicket[] = [
  { key: 'B-1', content: { origin: 'executive', sponsor: 'Sales' }, category: 'indeterminate', effort: 3 },
  { key: 'B-2', content: { origin: 'executive', sponsor: 'Sales' }, category: 'new', effort: 2 },
  { key: 'B-3', content: { origin: 'incident' }, category: 'done' },
  { key: 'B-4', content: { origin: 'team' }, category: 'done', effort: 50 },
];

test('[PL14] use against allowance, waiting apart', () => {
  expect(interruptUse(interrupts, 20, 10)).toMatchObject({ allowed: 2, used: 3, waiting: 2, isOver: true, bySponsor: [{ sponsor: 'Sales', tickets: 2, effort: 5 }, { sponsor: '', tickets: 1, effort: 0 }] });
  expect(interruptUse(interrupts, 40, 10).isOver).toBe(false);
});

test('[PL127] measured effort before the estimate, recent ones only, and neither declined nor copied', () => {
  const asked = (number: number, change: Partial<ContextContent>, category = 'new') => aDemand(number, { record: { origin: 'executive', effort: { low: 4, high: 9 }, ...change }, ticket: { category } });
  const copied = aDemand(4, { found: { state: 'read', record: aRecord(aTicket(99), { origin: 'executive', effort: { low: 4, high: 9 } }) } });
  const done = (key: string, updated: string, content: ContextContent) => ({ ticket: { key, updated }, content: { origin: 'executive' as const, ...content } });
  const found = gatherInterrupts([asked(1, {}), asked(2, {}, 'indeterminate'), asked(3, { answer: { state: 'declined' } }), copied, asked(5, { origin: 'team' })], [
    done('B-6', '2026-11-01T08:00:00.000+0000', { effort: { low: 4, high: 9 }, outcome: { effort: { level: 2 } } }), done('B-7', '2026-11-01T08:00:00.000+0000', { outcome: { effort: { level: 3 } } }),
    done('B-8', '2026-01-01T08:00:00.000+0000', { effort: { low: 4, high: 9 } }),
  ], { planDate: '2026-11-22', months: 3, calibration: { hits: 0, outcomes: 0 } });
  expect(found.map(({ key, category, effort }) => [key, category, effort === undefined ? undefined : Math.round(effort * 10) / 10])).toEqual([
    ['BUYER-1', 'new', 6.9], ['BUYER-2', 'indeterminate', 6.9], ['B-6', 'done', 2], ['B-7', 'done', 3],
  ]);
});

test('[PL15] without effort named', () => {
  expect(interruptUse(interrupts, 20, 10).withoutEffort).toEqual(['B-3']);
});

const waited = (_key: string, team: string, created: string, understoodAt?: string, rounds = 0) => ({ team, created, rounds, ...(understoodAt === undefined ? {} : { understoodAt }) });

test('[PL16] days until understood, or until now', () => {
  const [cart] = clarificationCost([waited('B-1', 'cart', '2026-11-01T00:00:00Z', '2026-11-05T00:00:00Z'), waited('B-2', 'cart', '2026-11-01T00:00:00Z')], '2026-11-11T00:00:00Z');
  expect(cart).toMatchObject({ tickets: 2, stillWaiting: 1, medianDays: 7, totalDays: 14 });
});

test('[PL17] rounds are questions asked', () => {
  expect(clarificationCost([waited('B-1', 'cart', '2026-11-01T00:00:00Z', undefined, 2), waited('B-2', 'cart', '2026-11-01T00:00:00Z', undefined, 1)], '2026-11-02T00:00:00Z')[0]?.rounds).toBe(3);
});

test('[PL16] what is understood, done or still waiting is gathered; a sub-task waits for nothing', () => {
  const understoodAt = '2026-10-09T00:00:00.000Z';
  const demands = [
    aDemand(1), aDemand(2, { record: { understoodAt } }), aDemand(3, { ticket: { type: { id: '5', name: 'Sub-task', subtask: true } } }),
    // First understood, and then its need was deleted: it waits again.
    aDemand(4, { record: { understoodAt, need: '', users: '' } }),
  ];
  const team = demands[1]?.team;
  const finished = (updated: string, understoodAt?: string) => ({ ticket: { created: '2026-01-01T00:00:00Z', updated }, content: { team: 'recs' }, rounds: 1, ...(understoodAt === undefined ? {} : { understoodAt }) });
  const { tickets } = gatherClarified(demands, [finished('2026-06-01T00:00:00Z', '2026-02-01T00:00:00Z'), finished('2025-06-01T00:00:00Z', '2025-02-01T00:00:00Z')], '2026-11-11T00:00:00Z');
  expect(tickets.map(({ team, understoodAt }) => [team, understoodAt])).toEqual([['', undefined], [team, understoodAt], [team, undefined], ['recs', '2026-02-01T00:00:00Z']]);
});

test('[PL42] what was understood at a moment that nobody recorded is counted beside, not guessed', () => {
  const { tickets, withoutMoment } = gatherClarified([aDemand(1, { record: {} })], [{ ticket: { created: '2026-01-01T00:00:00Z', updated: '2026-06-01T00:00:00Z' }, content: {}, rounds: 0 }], '2026-11-11T00:00:00Z');
  expect([tickets, withoutMoment]).toEqual([[], 2]);
});

test('[PL18] the longest wait first', () => {
  expect(clarificationCost([waited('B-1', 'cart', '2026-11-10T00:00:00Z'), waited('B-2', 'recs', '2026-11-01T00:00:00Z')], '2026-11-11T00:00:00Z').map(({ team }) => team)).toEqual(['recs', 'cart']);
});

test('[PL19] what waits behind the horizon costs a week of its worth', () => {
  const late = aComparable({ key: 'B-2', effort: 'one-exactly' });
  const plan = planLanes({ ordered: [aComparable({ key: 'B-1', effort: 'one-exactly' }), late], others: [], standing: new Map(), capacity: 1 / (HORIZON_MONTHS * WEEKS_A_MONTH) });
  const found = staffingCase(plan, HORIZON_MONTHS + 0.001);
  expect(found.waiting.map(({ key }) => key)).toEqual(['B-2']);
  expect(found.effort).toEqual({ p5: expect.closeTo(1, 6) as number, p50: expect.closeTo(1, 6) as number, p95: expect.closeTo(1, 6) as number });
  const mean = late.amount.mean / WEEKS_A_MONTH;
  expect(found.waitingPerWeek.p5).toBeLessThan(mean);
  expect(found.waitingPerWeek.p95).toBeGreaterThan(mean);
});

test('[PL20] not comparable is named, not counted', () => {
  const plan = planLanes({ ordered: [], others: [aNotComparable({ key: 'B-9' })], standing: new Map(), capacity: 1 });
  expect(staffingCase(plan, HORIZON_MONTHS)).toMatchObject({ waiting: [], notCounted: ['B-9'], waitingPerWeek: { p50: 0 } });
});

test('[PL50] what comes once, or not any more, is named beside', () => {
  const once = aComparable({ key: 'B-2', worth: [5e6, 9e6], time: { per: 'once' } });
  const over = aComparable({ key: 'B-3', time: { shape: 'deadline', neededBy: -1 } });
  const plan = planLanes({ ordered: [aComparable({ key: 'B-1', effort: [20, 40] }), once, over], others: [], standing: new Map(), capacity: 1 });
  const found = staffingCase(plan, 3);
  expect([found.waiting.map(({ key }) => key), found.withoutWeek.map(({ key }) => key), found.notCounted]).toEqual([['B-1'], ['B-2', 'B-3'], []]);
});

test('[PL54] a chain is one initiative', () => {
  const [initiative, none] = gatherInitiatives([part('B-1', { initiative: 'B-2', effort: 3, worth: 5 }), part('B-2', { initiative: 'B-3', effort: 90 }), part('B-3', { effort: 80, worth: 9 }), part('B-4', { initiative: 'B-2' })]);
  expect(none).toBeUndefined();
  expect(initiative).toMatchObject({ key: 'B-3', own: { key: 'B-3' }, withoutEffort: 1, worth: { from: 'B-3', agreed: true } });
  expect(initiative?.members.map(({ key }) => key)).toEqual(['B-1', 'B-2', 'B-4']);
  const circle = gatherInitiatives([part('B-1', { initiative: 'B-2', effort: 3 }), part('B-2', { initiative: 'B-1', effort: 4 })]);
  expect(circle.map(({ key }) => key)).toEqual(['B-1']);
  expect([weeks(initiative), weeks(circle[0])]).toEqual([[3, 3], [7, 7]]);
});

test('[PL55] the middle of two waits', () => {
  const [cart] = clarificationCost([waited('B-1', 'cart', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), waited('B-2', 'cart', '2026-01-01T00:00:00Z', '2026-04-11T00:00:00Z')], '2026-06-01T00:00:00Z');
  expect(cart?.medianDays).toBe(50);
});
