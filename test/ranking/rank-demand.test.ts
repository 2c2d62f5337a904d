import fc from 'fast-check';
import { capacityFor, capacityOver, medianOf } from '../../src/domain/ranking/capacity';
import { mustOf } from '../../src/domain/ranking/must';
import { countFitting, rankDemand, type RankingQuestion, type RankingTicket } from '../../src/domain/ranking/rank-demand';
import { placeAtCut } from '../../src/domain/ranking/overrule-cut';
import { simulateDemand } from '../../src/domain/ranking/simulate';
import { aComparable } from '../given/a-candidate';

const PLAN_DATE = '2026-11-22';

/** Worth and effort as ranges; a ticket of Shopping Cart unless said otherwise. */
function aTicket(key: string, worth?: readonly [number, number], effort?: readonly [number, number], more: Partial<RankingTicket> & { team?: string } = {}): RankingTicket {
  const { team = 'cart', ...rest } = more;
  return {
    id: key, key,
    context: {
      team, ...(worth === undefined ? {} : { value: { worth: { low: worth[0], high: worth[1], currency: 'USD', per: 'month' } } }),
      ...(effort === undefined ? {} : { effort: { low: effort[0], high: effort[1] } }),
    },
    ...rest,
  };
}

function rank(tickets: readonly RankingTicket[], more: Partial<RankingQuestion['settings']> = {}, months = 3) {
  return rankDemand({
    tickets, planDate: PLAN_DATE, months,
    settings: { currency: 'USD', teams: [], interruptAllowance: 0, capacity: { low: 10, high: 10, per: 'month' }, ...more },
  });
}

const keys = (tickets: readonly { key: string }[]): string[] => tickets.map(({ key }) => key);

test('[RK55] a must is a limit with authority and date, the earliest of them', () => {
  const limit = { level: 30, authority: 'GDPR Art. 12(3)' };
  expect(mustOf({ thresholds: [{ id: 't', limit, due: '2027-03-01' }, { id: 'u', limit, due: '2027-01-31' }] })).toEqual({ authority: 'GDPR Art. 12(3)', date: '2027-01-31' });
  expect(mustOf({ thresholds: [{ id: 't', limit }], delay: { neededBy: '2027-02-01' } })?.date).toBe('2027-02-01');
  expect(mustOf({ value: { notMoney: { reason: 'law', authority: 'GDPR', date: '2027-01-31' } } })).toEqual({ authority: 'GDPR', date: '2027-01-31' });
  expect(mustOf({ claims: [{ id: 'c', model: 'm', element: 'e', facet: 'retention', level: 'limit', authority: 'GDPR' }], delay: { neededBy: '2027-02-01' } })?.authority).toBe('GDPR');
  expect(mustOf({ thresholds: [{ id: 't', limit }] })).toBeUndefined();
  expect(mustOf({ thresholds: [{ id: 't', limit: { level: 30, authority: ' ' }, due: '2027-01-31' }] })).toBeUndefined();
  expect(mustOf({ value: { notMoney: { reason: 'promise', authority: 'Sales', date: '2027-01-31' } } })).toBeUndefined();
});

test('[RK56] capacity over the months planned, less the allowance', () => {
  expect(capacityOver({ capacity: { low: 24, high: 32, per: 'month' }, interruptAllowance: 25 }, 3)).toEqual({ low: 54, high: 72 });
  expect(capacityOver({ capacity: { low: 24, high: 32, per: 'quarter' }, interruptAllowance: 0 }, 6)).toEqual({ low: 48, high: 64 });
  expect(capacityOver({ capacity: { low: 1, high: 1, per: 'week' }, interruptAllowance: 0 }, 12)?.low).toBeCloseTo(52.18, 2);
  expect(capacityOver({ interruptAllowance: 15 }, 3)).toBeUndefined();
});

test('[RK57] the capacity that a moved cut line asks for fits exactly the tickets above it', () => {
  const tickets = Array.from({ length: 9 }, (_, at) => aTicket(`B-${String(at + 1)}`, [100 - at * 10, 200 - at * 10], [2, 6]));
  const settings = { capacity: { low: 24, high: 32, per: 'month' as const }, interruptAllowance: 15 };
  for (let above = 0; above <= tickets.length; above++) {
    const needed = rank(tickets).ordered.slice(0, above).reduce((sum, { effort }) => sum + effort.mean, 0);
    const capacity = capacityFor(needed, settings, 3);
    expect(capacity.high / capacity.low || 1).toBeCloseTo(above === 0 ? 1 : 32 / 24, 1);
    expect(rank(tickets, { ...settings, capacity }).fitting).toBe(above);
  }
});

test('[RK58] musts take capacity first and stand in no band', () => {
  const tickets = [aTicket('B-1', [100, 200], [5, 5]), aTicket('B-2', [1, 2], [20, 20], { must: { authority: 'GDPR', date: '2027-01-31' } })];
  const ranking = rank(tickets, { capacity: { low: 8, high: 8, per: 'month' } });
  expect(keys(ranking.musts)).toEqual(['B-2']);
  expect(keys(ranking.ordered)).toEqual(['B-1']);
  expect(ranking.fitting).toBe(0);
  expect(ranking.plan.map(({ candidate, lane }) => [candidate.key, lane])).toEqual([['B-2', 'must'], ['B-1', 'ordered']]);
  expect(ranking.plan[0]?.latestStart).toBeCloseTo(0, 0);
  const capacity = ranking.capacity;
  const chance = (first: ReadonlySet<string>) => simulateDemand(ranking.candidates, { first, ...(capacity && { capacity }) })?.aboveCut.get('B-1')?.p ?? 0;
  expect(chance(new Set(['B-2']))).toBeLessThan(0.5);
  expect(chance(new Set())).toBeGreaterThan(0.95);
});

test('[RK59] the first that does not fit ends what fits', () => {
  const ordered = [aComparable({ key: 'A', effort: 'one-exactly' }), aComparable({ key: 'B', effort: [20, 20] }), aComparable({ key: 'C', effort: 'one-exactly' })];
  expect(countFitting(ordered, 5)).toBe(1);
  expect(countFitting(ordered, 0)).toBe(0);
  expect(countFitting(ordered, undefined)).toBe(3);
});

test('[RK60] in by one order and out by the other is the agenda', () => {
  const tickets = [
    aTicket('B-1', [900, 1100], [4, 6]), aTicket('B-2', [800, 1000], [4, 6]), aTicket('B-3', [10, 12], [4, 6], { team: 'ostat' }), aTicket('B-4', [1, 2], [4, 6], { team: 'recs' }),
  ];
  const ranking = rank(tickets, { capacity: { low: 4, high: 4, per: 'month' } });
  expect([keys(ranking.ordered).slice(0, ranking.fitting), keys(ranking.fair).slice(0, ranking.fairFitting)]).toEqual([['B-1', 'B-2'], ['B-1', 'B-3']]);
  expect([...ranking.agenda].sort()).toEqual(['B-2', 'B-3']);
});

/** Three weeks each, capacity for two; by turns B-3 of the other team is in. */
function atTheCut(placed: Record<string, number> = {}) {
  const small = (key: string, worth: number, team: string, effort = 3) =>
    aTicket(key, [worth, worth], [effort, effort], { team, ...(placed[key] === undefined ? {} : { standing: { placedAt: { place: placed[key], reason: 'agreed' } } }) });
  return rank([small('B-1', 90, 'cart'), small('B-2', 80, 'cart'), small('B-3', 20, 'ostat'), small('B-4', 0.5, 'cart', 0.1)], { capacity: { low: 7, high: 7, per: 'month' } }, 1);
}

test('[RK151] kept in at the last place where it fits, left out behind the first that does not', () => {
  const ranking = atTheCut();
  expect([keys(ranking.ordered).slice(0, ranking.fitting), [...ranking.agenda].sort()]).toEqual([['B-1', 'B-2'], ['B-2', 'B-3']]);
  const built = (placed: Record<string, number>) => atTheCut(placed).plan.filter(({ end }) => end !== undefined && end <= 1.001).map(({ candidate }) => candidate.key);
  const place = (id: string, choice: 'keep-in' | 'leave-out') => placeAtCut(ranking, id, choice) ?? -1;
  expect(place('B-3', 'keep-in')).toBe(1);
  expect(built({ 'B-3': 1 })).toEqual(['B-1', 'B-3']);
  expect(place('B-2', 'leave-out')).toBe(3);
  expect(built({ 'B-2': 3 })).not.toContain('B-2');
  expect([place('B-2', 'keep-in'), place('B-3', 'leave-out')]).toEqual([1, 2]);
  expect(placeAtCut(ranking, 'B-9', 'keep-in')).toBeUndefined();
});

test('[RK152] what people placed has left the agenda', () => {
  expect([...atTheCut({ 'B-3': 1 }).agenda]).toEqual(['B-2']);
});

test('[RK61] the order of input changes nothing', () => {
  const tickets = Array.from({ length: 12 }, (_, at) => aTicket(`B-${String(at + 1)}`, [1 + at % 3, 4 + at % 5], [2, 3 + at % 4], { team: `t${String(at % 3)}` }));
  const expected = rank(tickets);
  fc.assert(fc.property(fc.shuffledSubarray(tickets, { minLength: tickets.length }), (shuffled) => {
    const ranking = rank(shuffled);
    expect([keys(ranking.ordered), keys(ranking.fair), ranking.fitting]).toEqual([keys(expected.ordered), keys(expected.fair), expected.fitting]);
  }), { numRuns: 20 });
});

test('[RK62] nothing, one, nothing known, all equal, no capacity, none at all and a giant all give a ranking', () => {
  expect(rank([])).toMatchObject({ bands: [], fitting: 0, plan: [], knowing: [] });
  expect(rank([aTicket('B-1', [1, 2], [1, 2])])).toMatchObject({ fitting: 1, agenda: new Set() });
  expect(rank([aTicket('B-1'), aTicket('B-2', [0, 5], [1, 2]), aTicket('B-3', [1, 2])]).notComparable.map(({ why }) => why)).toEqual(['no-worth', 'low-is-zero', 'no-effort']);
  const equal = Array.from({ length: 2_000 }, (_, at) => aTicket(`B-${String(at + 1)}`, [5, 5], [3, 3], { team: `t${String(at % 200)}` }));
  expect(rank(equal).bands).toHaveLength(1);
  expect(rank(equal).fair).toHaveLength(2_000);
  const { capacity: _none, ...rest } = { capacity: undefined, interruptAllowance: 15 };
  const without = rankDemand({ tickets: equal.slice(0, 3), planDate: PLAN_DATE, months: 3, settings: { currency: 'USD', teams: [], ...rest } });
  expect(without).toMatchObject({ fitting: 3, perWeek: 0, knowing: [], agenda: new Set() });
  expect(without.plan.map(({ end }) => end)).toEqual([undefined, undefined, undefined]);
  const zero = rank(equal.slice(0, 3), { capacity: { low: 0, high: 0, per: 'month' } });
  expect([zero.fitting, zero.perWeek, medianOf(zero.capacity ?? { low: 1, high: 1 })]).toEqual([0, 0, 0]);
  const giant = rank([aTicket('B-1', [-5, 8], [1, 2]), aTicket('B-2', [1e9, 2e9], [1, 2]), aTicket('B-3', [1e3, 2e3], [1, 2])]);
  expect(giant.bands.map((band) => keys(band.members))).toEqual([['B-2'], ['B-3'], ['B-1']]);
});
