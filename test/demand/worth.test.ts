import fc from 'fast-check';
import { worthAMonth, type MonthlyWorth } from '../../src/domain/demand/worth-a-month';
import { scaleWorths } from '../../src/domain/demand/worth-scale';
import type { Delay, ValueStatement, Worth } from '../../src/domain/context/product-context';
import { sumWorths, worthRoles } from '../../src/domain/planning/worth-sums';
import { toCandidate } from '../../src/domain/ranking/candidate';
import { someSettings } from '../context/given-context';
import { aDemand, aRecord, aTicket, TODAY } from './given-demand';

const basis = { settings: someSettings(), planDate: TODAY };
const money = { currency: 'USD', rates: { EUR: 2 } };
const of = (worth: Worth, delay?: Delay): MonthlyWorth => worthAMonth({ worth }, delay, money, TODAY);
const range = (low: number, high: number): MonthlyWorth => ({ kind: 'range', low, high, currency: 'USD', wide: false, notes: [] });

test('[DM7] one scale: money a month over twelve months', () => {
  expect(of({ low: 6, high: 10, currency: 'USD', per: 'month' })).toEqual(range(6, 10));
  expect(of({ low: 12, high: 24, currency: 'USD', per: 'year' })).toEqual(range(1, 2));
  expect(of({ low: 12, high: 24, currency: 'USD', per: 'once' })).toEqual({ ...range(1, 2), notes: ['once'] });
  expect(of({ low: 3, high: 6, currency: 'EUR', per: 'quarter' })).toEqual({ ...range(2, 4), notes: ['converted'] });
  expect(of({ low: 1, high: 20, currency: 'USD', per: 'month' })).toEqual({ ...range(1, 20), wide: true });
});

test('[DM7] a season counts its months only, and a date that has passed leaves nothing, which is known', () => {
  const season = of({ low: 12, high: 24, currency: 'USD', per: 'month' }, { shape: 'season', from: '2026-11-22', until: '2027-02-21' });
  expect(season).toMatchObject({ kind: 'range', notes: ['season'] });
  if (season.kind === 'range') expect(season.low).toBeCloseTo(2.99, 2);
  expect(of({ low: 12, high: 24, currency: 'USD', per: 'month' }, { shape: 'deadline', neededBy: '2026-01-01' })).toEqual({ kind: 'over', currency: 'USD' });
});

test.each<[string, ValueStatement | undefined]>([
  ['none', undefined], ['none', { metric: 'conversion' }], ['unknown', { unknown: true }], ['not-money', { notMoney: { reason: 'law' } }],
  ['incomplete', { worth: { low: 1, high: 2, currency: 'USD' } }], ['zero-low', { worth: { low: 0, high: 2, currency: 'USD', per: 'month' } }],
  ['too-wide', { worth: { low: 1, high: 101, currency: 'USD', per: 'month' } }], ['other-currency', { worth: { low: 1, high: 2, currency: 'CHF', per: 'month' } }],
])('[DM8] not known is never zero: %s', (kind, value) => {
  expect(worthAMonth(value, undefined, money, TODAY)).toEqual({ kind });
});

test('[DM9] a sum counts what it leaves out, each for its reason', () => {
  const demands = [
    aDemand(1, { record: {} }), aDemand(2, { record: { value: { unknown: true } } }), aDemand(3, { record: { value: { notMoney: { reason: 'law' } } } }), aDemand(4),
    aDemand(5, { record: { answer: { state: 'declined' } } }), aDemand(6, { record: { question: 'estimate' } }), aDemand(7, { found: { state: 'read', record: aRecord(aTicket(99)) } }),
  ];
  const { range: sum, ...counts } = sumWorths(demands, worthRoles(demands, basis));
  expect(counts).toEqual({ comparable: 1, notComparable: 3, inInitiative: 0, notBuilt: 3 });
  expect([sum?.p5, sum?.p95].map((end) => Math.round((end ?? 0) / 1e4))).toEqual([425, 1291]);
});

test('[DM9] what has passed its date is known to be worth nothing: in the sum, and not without a figure', () => {
  const past = aDemand(1, { record: { delay: { shape: 'deadline', neededBy: '2026-01-01' } } });
  expect(sumWorths([past], worthRoles([past], basis))).toEqual({ comparable: 1, notComparable: 0, inInitiative: 0, notBuilt: 0 });
  const demands = [past, aDemand(2, { record: {} })];
  expect(sumWorths(demands, worthRoles(demands, basis))).toMatchObject({ comparable: 2, range: sumWorths(demands.slice(1), worthRoles(demands, basis)).range });
  const candidate = toCandidate({ id: '1', key: 'B-1', context: { ...past.content, effort: { low: 1, high: 2 } } }, money, { planDate: TODAY });
  expect([past.worth.kind, candidate.kind, candidate.kind === 'comparable' && candidate.worth.mean]).toEqual(['over', 'comparable', 0]);
});

test('[DM10] the scale runs from power of ten to power of ten', () => {
  const scale = scaleWorths([range(20, 300), range(4000, 90_000), { kind: 'unknown' }]);
  expect(scale?.ticks).toEqual([10, 100, 1000, 10_000, 100_000]);
  expect(scale?.place(range(100, 1000))).toEqual({ from: 0.25, to: 0.5, belowZero: false });
  expect(scale?.place(range(-5, 1000))).toEqual({ from: 0, to: 0.5, belowZero: true });
  expect(scale?.place({ kind: 'unknown' })).toBeUndefined();
  expect(scaleWorths([{ kind: 'unknown' }, range(-10, -1)])).toBeUndefined();
});

test('[DM10] every bar lies on the scale and is the right way round', () => {
  const ranges = fc.array(fc.tuple(fc.double({ min: -1e9, max: 1e12, noNaN: true }), fc.double({ min: 0, max: 1e12, noNaN: true })), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(ranges, (pairs) => {
    const worths = pairs.map(([low, more]) => range(low, low + more));
    const scale = scaleWorths(worths);
    for (const worth of scale === undefined ? [] : worths) {
      const place = scale?.place(worth);
      expect(place === undefined || (place.from >= 0 && place.from <= place.to && place.to <= 1)).toBe(true);
    }
  }));
});
