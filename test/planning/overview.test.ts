import { allocatedWork, driftSentences, shareSentence } from '../../src/domain/planning/allocated-work';
import { shareByTheme } from '../../src/domain/planning/allocation';
import { demandByGroup } from '../../src/domain/planning/demand-by-group';
import { shareOfCapacity, sumOfEfforts } from '../../src/domain/planning/group-effort';
import { inInitiatives, initiativeParts, metricClaims } from '../../src/domain/planning/initiative-parts';
import type { ContextContent } from '../../src/domain/context/product-context';
import type { Demand } from '../../src/domain/demand/demand';
import { rangeOf } from '../../src/domain/ranking/estimate';
import { rankDemand, type Ranking } from '../../src/domain/ranking/rank-demand';
import { simulateDemand } from '../../src/domain/ranking/simulate';
import { someSettings } from '../context/given-context';
import { rankedDemand } from '../../static/roadmap/ranking/ranking-question';
import { aDemand, aRecord, aTicket, TODAY } from '../demand/given-demand';
import { aComparable } from '../given/a-candidate';

const rank = (demands: readonly Demand[]): Ranking => rankDemand({
  tickets: demands.map(({ ticket: { id, key }, content }) => ({ id, key, context: content })), planDate: TODAY, months: 3,
  settings: someSettings({ capacity: { low: 24, high: 32, per: 'month' } }),
});

test('[PL30] one ticket is its own range, and many agree with draws', () => {
  const { effort } = aComparable({ effort: [4, 9] });
  const alone = sumOfEfforts([effort]);
  expect(alone?.p5).toBeCloseTo(rangeOf(effort).low, 2);
  expect(alone?.p95).toBeCloseTo(rangeOf(effort).high, 2);
  const capacity = { low: 60, high: 90 };
  for (const count of [2, 5, 10, 40]) {
    const tickets = Array.from({ length: count }, (_, at) => aComparable({ key: `BUYER-${String(at)}`, effort: [1 + (at % 5), 6 + (at % 7) * 3] }));
    const drawn = simulateDemand(tickets, { capacity, draws: count === 40 ? 20_000 : 100_000 });
    const computed = shareOfCapacity(tickets.map((ticket) => ticket.effort), capacity);
    for (const p of ['p5', 'p50', 'p95'] as const) {
      // The tenth asks for one to twenty-four person-weeks: few wide ranges are what a log-normal meets least well.
      const most = count === 40 ? 0.025 : { p5: 0.125, p50: 0.035, p95: 0.075 }[p];
      expect(Math.abs((computed?.[p] ?? 0) / (drawn?.demandPercent?.[p] ?? 1) - 1)).toBeLessThan(most);
      expect(Math.abs((sumOfEfforts(tickets.map((ticket) => ticket.effort))?.[p] ?? 0) / (drawn?.effort[p] ?? 1) - 1)).toBeLessThan(most);
    }
  }
});

test('[PL31] nothing to divide gives no share', () => {
  const { effort } = aComparable();
  expect([sumOfEfforts([]), shareOfCapacity([], { low: 1, high: 2 }), shareOfCapacity([effort], undefined), shareOfCapacity([effort], { low: 0, high: 0 })]).toEqual([undefined, undefined, undefined, undefined]);
  expect(shareOfCapacity([aComparable({ effort: 'one-exactly' }).effort], { low: 2, high: 2 })?.p95).toBeCloseTo(50, 6);
});

test('[PL32] parts carry a worth and an effort of their own', () => {
  const demands = [aDemand(1, { record: { initiative: 'BUYER-9', effort: { low: 4, high: 9 } } }), aDemand(2, { record: { answer: { state: 'declined' } } })];
  const [first, second] = initiativeParts(demands, { settings: someSettings(), planDate: TODAY });
  expect(first).toMatchObject({ key: 'BUYER-1', team: demands[0]?.team, initiative: 'BUYER-9', effort: { mean: expect.closeTo(6.93, 2) as number } });
  expect(first?.worth?.mean).toBeGreaterThan(0);
  expect(second).toEqual({ id: '20002', key: 'BUYER-2', team: demands[1]?.team, answer: 'declined' });
});

test('[PL91] a copied draft is no work: it stands in no sum, no order and no plan, and is counted beside', () => {
  const copy = aDemand(3, { found: { state: 'read', record: aRecord(aTicket(99), { effort: { low: 4, high: 9 } }) } });
  expect(copy.standing).toBe('copied');
  const own = aDemand(1, { record: { effort: { low: 4, high: 9 } } });
  expect(rankedDemand([own, copy], new Map(), [])).toMatchObject({ tickets: [{ key: 'BUYER-1' }], copies: 1, declined: 0, estimates: 0 });
  expect(initiativeParts([copy], { settings: someSettings(), planDate: TODAY })[0]).not.toHaveProperty('effort');
  expect(demandByGroup([own, copy], 'team', undefined).map(({ tickets }) => tickets)).toEqual([1]);
});

test('[PL35] groups by what they ask, tickets without effort counted beside', () => {
  const one = (number: number, team: string, effort?: readonly [number, number]): Demand =>
    aDemand(number, { record: { team, ...(effort === undefined ? {} : { effort: { low: effort[0], high: effort[1] } }) } });
  const demands = [one(1, 'gone-team'), one(2, 'cart', [4, 9]), one(3, 'cart'), one(4, 'recs', [20, 40]), aDemand(5, { record: { team: 'cart', answer: { state: 'declined' } } })];
  const groups = demandByGroup(demands, 'team', { low: 60, high: 60 });
  expect(groups.map(({ id, tickets, withoutEffort, percent }) => [id, tickets, withoutEffort, percent === undefined ? undefined : Math.round(percent.p50)])).toEqual([
    ['recs', 1, 0, 47], ['cart', 2, 1, 10], ['gone-team', 1, 1, undefined],
  ]);
});

test('[PL32] what is in no initiative is no part of one', () => {
  const demands = [aDemand(1, { record: { initiative: 'BUYER-3' } }), aDemand(2, { record: {} }), aDemand(3, { record: {} })];
  expect(inInitiatives(demands).map(({ ticket }) => ticket.key)).toEqual(['BUYER-1', 'BUYER-3']);
});

test('[PL36] planned, started and done', () => {
  const theme = (number: number, change: Partial<ContextContent>, category = 'new'): Demand => aDemand(number, { record: { effort: { low: 1, high: 1 }, ...change }, ticket: { category } });
  const demands = [theme(1, { theme: 'europe' }), theme(2, { theme: 'checkout' }, 'indeterminate'), aDemand(3, { ticket: { category: 'indeterminate' } })];
  const done = [
    { content: { theme: 'europe', effort: { low: 4, high: 9 }, outcome: { effort: { level: 7 } } }, updated: '2026-10-01T00:00:00Z' },
    { content: { theme: 'upkeep', effort: { low: 4, high: 9 } }, updated: '2025-10-01T00:00:00Z' },
    { content: {}, updated: '2026-10-01T00:00:00Z' },
  ];
  const { work, withoutEffort } = allocatedWork(demands, rank(demands), done, TODAY);
  expect(work.map(({ theme: id, state }) => [id, state])).toEqual([['europe', 'planned'], ['checkout', 'started'], ['europe', 'done']]);
  expect([work[2]?.effort, withoutEffort]).toEqual([7, 2]);
});

test('[PL36] placed by people behind the cut is not planned, placed before it is', () => {
  const one = (number: number): Demand => aDemand(number, { record: { effort: { low: 30, high: 60 }, theme: `theme-${String(number)}` } });
  const demands = [one(1), one(2)];
  const ranked = (place: number) => rankDemand({
    tickets: demands.map(({ ticket: { id, key }, content }, at) => ({ id, key, context: content, ...(at === 0 ? { standing: { placedAt: { place, reason: 'agreed' } } } : {}) })), planDate: TODAY, months: 3,
    settings: someSettings({ capacity: { low: 24, high: 32, per: 'month' } }),
  });
  expect(allocatedWork(demands, ranked(1), [], TODAY).work.map(({ theme }) => theme)).toEqual(['theme-2']);
  expect(allocatedWork(demands, ranked(0), [], TODAY).work.map(({ theme }) => theme)).toEqual(['theme-1']);
});

test('[PL43] the largest share of each state is named', () => {
  const shares = [
    { id: 'speed', planned: 60, started: 20, done: undefined, target: 35, drift: undefined }, { id: 'offers', planned: 40, started: 80, done: undefined, target: undefined, drift: undefined },
  ];
  expect(shareSentence(shares, (id) => id, 'en-US')).toBe('Most of what is planned: speed (60 %). Most of what is started: offers (80 %).');
  expect(shareSentence([], (id) => id, 'en-US')).toBe('No work is planned, started or done.');
});

test('[PL37] a theme off its target is named, one within is not', () => {
  const shares = shareByTheme([{ theme: 'checkout', effort: 71, state: 'started' }, { theme: 'europe', effort: 29, state: 'started' }], [{ id: 'checkout', target: 60 }, { id: 'europe', target: 25 }]);
  expect(driftSentences(shares, () => 'Faster checkout', 'en-US')).toEqual(['Faster checkout stands at 71 % of what is started; the target is 60 %.']);
  const planned = shareByTheme([{ theme: 'checkout', effort: 1, state: 'planned' }], [{ id: 'checkout', target: 60 }]);
  expect(driftSentences(planned, () => 'Faster checkout', 'en-US')).toEqual(['Faster checkout stands at 100 % of what is planned; the target is 60 %.']);
});

test('[PL40] money is claimed with or without an effort, but not by what is declined', () => {
  const demands = [aDemand(1, { record: {} }), aDemand(2, { record: { answer: { state: 'declined' } } }), aDemand(3), aDemand(4, { record: { value: { unknown: true, metric: 'm' } } })];
  expect(metricClaims(demands)).toEqual([{ key: 'BUYER-1', metric: demands[0]?.content.value?.metric }]);
});

test('[PL53] an initiative is the sum of its parts in groups and shares', () => {
  const effort = { low: 20, high: 40 };
  const one = (number: number, change: Partial<ContextContent>): Demand => aDemand(number, { record: { team: 'cart', theme: 'europe', ...change } });
  const demands = [one(1, { effort, initiative: 'BUYER-9' }), one(2, { effort, initiative: 'BUYER-9' }), one(9, { effort: { low: 90, high: 99 } })];
  const groups = demandByGroup(demands, 'team', undefined);
  expect(groups.map(({ tickets, withoutEffort, effort: sum }) => [tickets, withoutEffort, sum])).toEqual([[2, 0, sumOfEfforts([aComparable({ effort: [20, 40] }).effort, aComparable({ effort: [20, 40] }).effort])]]);
  const without = [one(1, { effort: { low: 1, high: 2 }, initiative: 'BUYER-9' }), one(9, {})];
  const ranking = rankDemand({ tickets: without.map(({ ticket: { id, key }, content }) => ({ id, key, context: content, ...(content.initiative === undefined ? {} : { initiative: content.initiative }) })), planDate: TODAY, months: 3, settings: someSettings({ capacity: { low: 24, high: 32, per: 'month' } }) });
  const { work, withoutEffort } = allocatedWork(without, ranking, [], TODAY);
  expect([work.map(({ state }) => state), withoutEffort]).toEqual([['planned'], 0]);
});
