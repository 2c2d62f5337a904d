import type { ContextContent } from '../../src/domain/context/product-context';
import type { Demand } from '../../src/domain/demand/demand';
import { rangeOfSum, sumWorths, worthRoles } from '../../src/domain/planning/worth-sums';
import { drawWorths } from '../../src/domain/ranking/draw-ticket';
import type { Comparable } from '../../src/domain/ranking/candidate';
import { percentiles } from '../../src/domain/ranking/simulate';
import { someSettings } from '../context/given-context';
import { aDemand, TODAY } from '../demand/given-demand';
import { aComparable } from '../given/a-candidate';

const basis = { settings: someSettings(), planDate: TODAY };
const worth = (low: number, high: number): Pick<ContextContent, 'value'> => ({ value: { metric: 'm', worth: { low, high, currency: 'USD', per: 'month' } } });

/** Every ticket drawn by itself, and added. */
function drawn(tickets: readonly Comparable[]) {
  const draws = 10_000;
  const sums = new Float64Array(draws);
  for (const ticket of tickets) for (const [at, value] of drawWorths(ticket, draws).entries()) sums[at] = (sums[at] ?? 0) + value;
  return percentiles(sums);
}

function expectAgreement(tickets: readonly Comparable[]): void {
  const [computed, all] = [rangeOfSum(tickets), drawn(tickets)];
  const off = (p: 'p5' | 'p50' | 'p95'): number => Math.abs((computed?.[p] ?? 0) - all[p]) / (all.p95 - all.p5);
  expect(off('p5')).toBeLessThan(0.08);
  expect(off('p50')).toBeLessThan(0.02);
  expect(off('p95')).toBeLessThan(0.08);
}

const some = (count: number, teamOf: (at: number) => string): Comparable[] =>
  Array.from({ length: count }, (_, at) => aComparable({ key: `B-${String(at)}`, team: teamOf(at), worth: [1 + (at % 5), 6 + (at % 7) * 3] }));

test.each([['one team', () => 'cart'], ['four teams', (at: number) => `team-${String(at % 4)}`], ['no known team', () => ''], ['some of each', (at: number) => (at % 3 === 0 ? '' : `team-${String(at % 2)}`)]])('[PL129] a sum agrees with draws of every ticket: %s', (_, teamOf) => {
  for (const count of [2, 5, 40]) expectAgreement(some(count, teamOf));
});

test('[PL129] one ticket is its own widened range, and a team that errs together is less certain than strangers', () => {
  expect(rangeOfSum([aComparable({ worth: [6, 10] })])).toEqual({ p5: expect.closeTo(4.25, 2) as number, p50: expect.closeTo(7.4, 1) as number, p95: expect.closeTo(12.91, 2) as number });
  const width = (teamOf: (at: number) => string): number => {
    const range = rangeOfSum(some(30, teamOf));
    return (range?.p95 ?? 0) - (range?.p5 ?? 0);
  };
  expect(width(() => 'cart')).toBeGreaterThan(1.5 * width(() => ''));
  const naive = { low: 40 * 3, high: 40 * 15 };
  const { p5 = 0, p95 = 0 } = rangeOfSum(Array.from({ length: 40 }, (_, at) => aComparable({ key: `B-${String(at)}`, team: `team-${String(at)}`, worth: [3, 15] }))) ?? {};
  expect(p5).toBeGreaterThan(naive.low);
  expect(p95).toBeLessThan(naive.high);
});

test('[PL129] the same tickets in another order give the same sum', () => {
  const tickets = some(9, (at) => `team-${String(at % 3)}`);
  expect(rangeOfSum([...tickets].reverse())).toEqual(rangeOfSum(tickets));
  expect(rangeOfSum([])).toBeUndefined();
});

test('[PL130] what may lie below zero is added as a normal, alone and beside others', () => {
  const losing = [aComparable({ key: 'B-1', worth: [-4, 10] }), aComparable({ key: 'B-2', worth: [-2, 6] }), aComparable({ key: 'B-3', team: 'recs', worth: [-1, 3] })];
  expectAgreement(losing);
  expectAgreement([...losing, ...some(5, (at) => `team-${String(at % 2)}`)]);
});

const roles = (demands: readonly Demand[]) => worthRoles(demands, basis);
const kinds = (demands: readonly Demand[]): string[] => [...roles(demands).values()].map(({ kind }) => kind);

test('[PL128] an initiative counts once, by its own worth or the part with the highest mean', () => {
  const parts = [aDemand(1, { record: { initiative: 'BUYER-9', ...worth(1, 2) } }), aDemand(2, { record: { initiative: 'BUYER-9', ...worth(6, 10) } }), aDemand(3, { record: { initiative: 'BUYER-9', value: { unknown: true } } })];
  expect(kinds([...parts, aDemand(9, { record: worth(20, 30) })])).toEqual(['in-initiative', 'in-initiative', 'in-initiative', 'counted']);
  expect(kinds([...parts, aDemand(9, { record: { value: { unknown: true } } })])).toEqual(['in-initiative', 'counted', 'in-initiative', 'in-initiative']);
  expect(kinds(parts)).toEqual(['in-initiative', 'counted', 'in-initiative']);
  expect(kinds(parts.slice(2))).toEqual(['not-comparable']);
  const all = [...parts, aDemand(9, { record: worth(20, 30) })];
  expect(sumWorths(all, roles(all)).range).toEqual(sumWorths(all.slice(3), roles(all.slice(3))).range);
  expect(sumWorths(parts, roles(all))).toEqual({ comparable: 0, notComparable: 0, inInitiative: 3, notBuilt: 0 });
});

test('[PL128] a must stays by itself, a declined part bears nothing', () => {
  const must = { limit: { level: 10, authority: 'contract X' }, due: '2026-12-31' };
  const demands = [
    aDemand(1, { record: { initiative: 'BUYER-9', ...worth(6, 10), thresholds: [{ id: 't1', scale: 's', unit: 's', better: 'lower', goal: 1, ...must }] } }),
    aDemand(2, { record: { initiative: 'BUYER-9', ...worth(60, 100), answer: { state: 'declined' } } }), aDemand(3, { record: { initiative: 'BUYER-9', ...worth(1, 2) } }),
  ];
  expect(kinds(demands)).toEqual(['counted', 'not-built', 'counted']);
});
