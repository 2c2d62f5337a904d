import fc from 'fast-check';
import { capacityFor, capacityOver, medianOf } from '../../src/domain/ranking/capacity';
import { toCandidate } from '../../src/domain/ranking/candidate';
import { chanceMatrix, chanceToWin } from '../../src/domain/ranking/chance-to-win';
import { mustOf } from '../../src/domain/ranking/must';
import { countFitting } from '../../src/domain/ranking/cut';
import { placeAtCut } from '../../src/domain/ranking/overrule-cut';
import { chosenIds, effortToFit, rankDemand, type RankingQuestion, type RankingTicket } from '../../src/domain/ranking/rank-demand';
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
  const placed = aTicket('B-20', undefined, [1, 3], { standing: { placedAt: { place: 2, reason: 'promised' } } });
  const must = aTicket('B-21', [1, 2], [1, 3], { must: { authority: 'GDPR', date: '2027-06-30' } });
  for (const effort of [[2, 6], [0.2, 0.6], [0.01, 0.03], [300, 900]] as const) {
    const tickets = [...Array.from({ length: 9 }, (_, at) => aTicket(`B-${String(at + 1)}`, [100 - at * 10, 200 - at * 10], effort)), placed, must];
    for (const per of ['week', 'month', 'quarter'] as const) for (const months of [1, 3, 12]) {
      const settings = { capacity: { low: 24, high: 32, per }, interruptAllowance: 15 };
      const before = rank(tickets, settings, months);
      for (let above = 0; above <= 9; above++) {
        const capacity = capacityFor(effortToFit(before, above), above < 9 ? effortToFit(before, above + 1) : Infinity, settings, months);
        expect(capacity.high / capacity.low).toBeCloseTo(32 / 24, 1);
        expect(rank(tickets, { ...settings, capacity }, months).fitting).toBe(above);
      }
    }
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
  expect([...atTheCut().agenda].sort()).toEqual(['B-2', 'B-3']);
  // B-3 takes its room in both orders, so they agree about B-2 as well: it is out.
  const settled = atTheCut({ 'B-3': 1 });
  expect([keys(settled.ordered).slice(0, settled.fitting), [...settled.agenda]]).toEqual([['B-1'], []]);
  expect([...atTheCut({ 'B-3': 4 }).agenda]).toEqual([]);
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

const placedFirst = (place: number): RankingTicket => aTicket('B-8', undefined, [15, 25], { standing: { placedAt: { place, reason: 'promised' } } });
const three = [aTicket('B-1', [50, 90], [9, 11]), aTicket('B-2', [40, 80], [9, 11]), aTicket('B-3', [30, 60], [9, 11])];
const chances = ({ candidates, capacity, first, behind }: ReturnType<typeof rank>) => simulateDemand(candidates, { first, behind, ...(capacity && { capacity }) })?.aboveCut;

test('[RK106] what people placed takes its room in the cut and in every draw; behind the cut it takes none', () => {
  const capacity = { low: 11, high: 11, per: 'month' as const };
  const ranking = rank([...three, placedFirst(0)], { capacity });
  expect([ranking.fitting, ranking.fairFitting, [...ranking.first]]).toEqual([1, 1, ['B-8']]);
  expect(ranking.plan.filter(({ end = Infinity }) => end <= 3).map(({ candidate }) => candidate.key)).toEqual(['B-8', 'B-1']);
  expect(chances(ranking)?.get('B-3')?.p).toBeLessThan(0.2);
  const behind = rank([...three, placedFirst(3)], { capacity });
  expect([behind.fitting, behind.first.size]).toEqual([3, 0]);
  expect(chances(behind)?.get('B-3')?.p).toBeGreaterThan(0.5);
});

test('[RK182] what people placed behind the cut is outside, competes for no room and is not asked about', () => {
  const placed = three.map((ticket) => (ticket.key === 'B-1' ? { ...ticket, standing: { placedAt: { place: 9, reason: 'after the move' } } } : ticket));
  const free = rank(three, { capacity: { low: 8, high: 8, per: 'month' } });
  const ranking = rank(placed, { capacity: { low: 8, high: 8, per: 'month' } });
  expect([keys(ranking.ordered), [...ranking.behind]]).toEqual([['B-1', 'B-2', 'B-3'], ['B-1']]);
  expect([[...free.inside].sort(), [...ranking.inside].sort()]).toEqual([['B-1', 'B-2'], ['B-2', 'B-3']]);
  expect([[...chosenIds(free)].sort(), [...chosenIds(ranking)].sort()]).toEqual([['B-1', 'B-2'], ['B-2', 'B-3']]);
  expect([...chances(ranking)?.keys() ?? []].sort()).toEqual(['B-2', 'B-3']);
  const tight = (tickets: readonly RankingTicket[]) => rank(tickets, { capacity: { low: 5, high: 5, per: 'month' } });
  expect(chances(tight(placed))?.get('B-3')?.p).toBeGreaterThan((chances(tight(three))?.get('B-3')?.p ?? 1) + 0.1);
  expect(keys(tight(placed).knowing.map(({ ticket }) => ticket))).not.toContain('B-1');
  const { capacity: _capacity, ...unlimited } = { currency: 'USD', teams: [], interruptAllowance: 0, capacity: undefined };
  expect(rankDemand({ tickets: placed, planDate: PLAN_DATE, months: 3, settings: unlimited }).behind.size).toBe(0);
});

test('[RK182] placed last and yet within the capacity, it is inside', () => {
  const last = (effort: readonly [number, number]) => rank([...three, aTicket('B-8', undefined, effort, { standing: { placedAt: { place: 3, reason: 'when there is room' } } })], { capacity: { low: 12, high: 12, per: 'month' } });
  expect([[...last([3, 4]).inside].sort(), last([3, 4]).behind.size]).toEqual([['B-1', 'B-2', 'B-3', 'B-8'], 0]);
  expect([[...last([9, 11]).inside].sort(), [...last([9, 11]).behind]]).toEqual([['B-1', 'B-2', 'B-3'], ['B-8']]);
});

test('[RK183] what goes first is inside, is nobody’s to decide at the cut line, and leaves its room to no other', () => {
  const must = aTicket('B-9', [1, 2], [1, 1], { must: { authority: 'GDPR', date: '2027-06-30' }, standing: { blockedBy: ['B-4'] } });
  const small = (key: string, worth: number, team: string) => aTicket(key, [worth, worth], [3, 3], { team });
  const ranking = rank([small('B-1', 90, 'cart'), small('B-2', 80, 'cart'), small('B-3', 20, 'ostat'), small('B-4', 1, 'mkt'), must], { capacity: { low: 8, high: 8, per: 'month' } }, 1);
  expect([...ranking.inside].sort()).toEqual(['B-1', 'B-4', 'B-9']);
  expect(ranking.agenda.has('B-4')).toBe(false);
  // One more of three weeks fits beside what goes first, so keeping B-3 in puts it before B-1.
  expect(placeAtCut(ranking, 'B-3', 'keep-in')).toBe(0);
  expect([placeAtCut(ranking, 'B-1', 'leave-out'), placeAtCut(ranking, 'B-4', 'keep-in')]).toEqual([2, 3]);
});

test('[RK183] placed before the cut, a ticket takes its room from what is kept in after it', () => {
  const ranking = atTheCut({ 'B-3': 0 });
  expect([...ranking.inside].sort()).toEqual(['B-1', 'B-3']);
  expect(placeAtCut(ranking, 'B-2', 'keep-in')).toBe(0);
  expect(placeAtCut(ranking, 'B-3', 'keep-in')).toBe(0);
});

test('[RK107] what blocks a must takes its room with it', () => {
  const must = aTicket('B-9', [1, 2], [9, 11], { must: { authority: 'GDPR', date: '2027-06-30' }, standing: { blockedBy: ['B-3'] } });
  const ranking = rank([...three, must], { capacity: { low: 11, high: 11, per: 'month' } });
  expect([keys(ranking.ordered), ranking.fitting, [...ranking.first].sort()]).toEqual([['B-1', 'B-2', 'B-3'], 1, ['B-3', 'B-9']]);
  expect(ranking.plan.map(({ candidate }) => candidate.key)).toEqual(['B-3', 'B-9', 'B-1', 'B-2']);
  expect([...chances(ranking)?.keys() ?? []].sort()).toEqual(['B-1', 'B-2']);
});

test('[RK108] a ticket inside the cut says what blocks it and is not inside', () => {
  const blocked = aTicket('B-4', [500, 900], [4, 9], { standing: { blockedBy: ['B-3', 'X-1'] } });
  const blockedOut = (per: number) => [...rank([...three, blocked], { capacity: { low: per, high: per, per: 'quarter' } }).blockedOut];
  expect(blockedOut(9)).toEqual([['B-4', ['B-3', 'X-1']]]);
  expect(blockedOut(90)).toEqual([['B-4', ['X-1']]]);
});

test('[RK96] two passed deadlines are even and one band', () => {
  const past = (key: string, worth: readonly [number, number]): RankingTicket => {
    const ticket = aTicket(key, worth, [4, 9]);
    return { ...ticket, context: { ...ticket.context, delay: { shape: 'deadline', neededBy: '2026-01-01' } } };
  };
  const { bands, ordered } = rank([past('B-1', [5, 9]), past('B-2', [70, 90]), past('B-3', [-5, 9]), aTicket('B-4', [1, 2], [4, 9])]);
  expect(bands.map(({ members }) => keys(members))).toEqual([['B-4'], ['B-1', 'B-2', 'B-3']]);
  expect(chanceMatrix(ordered.slice(1)).flat()).toEqual(Array.from({ length: 9 }, () => 0.5));
  expect(chanceMatrix(ordered)[0]?.slice(1)).toEqual([1, 1, 1]);
});

test('[RK100] a team may be called like anything, and tickets of none have nothing in common', () => {
  for (const team of ['constructor', 'toString', '__proto__']) {
    const ranking = rankDemand({
      tickets: [aTicket('B-1', [5, 9], [4, 9]), aTicket('B-2', [50, 90], [4, 9], { team }), aTicket('B-3', [500, 900], [4, 9]), aTicket('B-4', [1, 2], [4, 9], { team })], planDate: PLAN_DATE, months: 3,
      worthCalibration: {}, settings: { currency: 'USD', teams: [], interruptAllowance: 0, capacity: { low: 10, high: 10, per: 'month' } },
    });
    expect(keys(ranking.ordered)).toEqual(['B-3', 'B-2', 'B-1', 'B-4']);
    expect(keys(ranking.fair).indexOf('B-4')).toBeGreaterThan(1);
    expect(ranking.ordered.every(({ worth }) => Number.isFinite(worth.mean) && (worth.kind === 'normal' || Number.isFinite(worth.s)))).toBe(true);
  }
  const chance = (team: string): number => chanceToWin(aComparable({ key: 'A', team, worth: [6, 10] }), aComparable({ key: 'B', team, worth: [4, 8] }));
  expect(chance('')).toBeLessThan(chance('cart') - 0.005);
  const trained = { hits: 90, outcomes: 100 };
  const spread = (team: string) => {
    const candidate = toCandidate(aTicket('B-1', [6, 10], [1, 2], { team }), { currency: 'USD' }, { planDate: PLAN_DATE, worthCalibration: { '': trained, cart: trained } });
    return candidate.kind === 'comparable' && candidate.worth.kind === 'log-normal' ? candidate.worth.s : 0;
  };
  expect(spread('')).toBeGreaterThan(spread('cart'));
});

test('[RK109] a worth without a currency has no place in the order', () => {
  const ticket = aTicket('B-1', undefined, [4, 9]);
  const { notComparable } = rank([{ ...ticket, context: { ...ticket.context, value: { worth: { low: 5, high: 9, per: 'month' } } } }]);
  expect(notComparable.map(({ why }) => why)).toEqual(['no-currency']);
});

test('[RK110] a capacity of few digits, and none where everything is kept for interrupts', () => {
  expect(capacityFor(13, 20, { interruptAllowance: 0 }, 3)).toEqual({ low: 4.34, high: 4.34, per: 'month' });
  expect(capacityFor(13, 13.0001, { interruptAllowance: 0 }, 3)).toEqual({ low: 4.33334, high: 4.33334, per: 'month' });
  const none = capacityFor(10, 20, { capacity: { low: 4, high: 6, per: 'month' }, interruptAllowance: 100 }, 3);
  expect([none.low, none.high].map((end) => Object.is(end, 0))).toEqual([true, true]);
});
