import { drawValues } from '../../src/domain/ranking/draws';
import { effortEstimate, UNTRAINED } from '../../src/domain/ranking/estimate';
import { effortOf } from '../../src/domain/ranking/cut';
import { rankDemand, type RankingTicket } from '../../src/domain/ranking/rank-demand';
import { initiativeWords, placementWords } from '../../src/domain/ranking/ranking-words';
import { simulateDemand } from '../../src/domain/ranking/simulate';

function aPart(key: string, worth: readonly [number, number] | undefined, effort: readonly [number, number] | undefined, initiative?: string, more: Partial<RankingTicket> = {}): RankingTicket {
  return {
    id: key, key,
    context: {
      team: 'cart', ...(worth === undefined ? {} : { value: { worth: { low: worth[0], high: worth[1], currency: 'USD', per: 'month' } } }),
      ...(effort === undefined ? {} : { effort: { low: effort[0], high: effort[1] } }),
    },
    ...(initiative === undefined ? {} : { initiative }), ...more,
  };
}

const rank = (tickets: readonly RankingTicket[]) => rankDemand({
  tickets, planDate: '2026-11-22', months: 3, settings: { currency: 'USD', teams: [], interruptAllowance: 0, capacity: { low: 10, high: 10, per: 'month' } },
});

test('[RK74] an initiative is one item: joint worth once, efforts added, and the sum agrees with draws', () => {
  const { ordered, initiatives, candidates } = rank([
    aPart('BUYER-70', [80, 120], undefined), aPart('BUYER-1', [50, 60], [4, 9], 'BUYER-70'), aPart('BUYER-2', [50, 60], [4, 9], 'BUYER-70'), aPart('BUYER-3', [1, 2], [1, 2]),
  ]);
  expect(ordered.map(({ key }) => key)).toEqual(['BUYER-70', 'BUYER-3']);
  expect(candidates).toHaveLength(2);
  expect(ordered[0]?.effort.mean).toBeCloseTo(2 * 6.930, 2);
  expect(ordered[0]?.worth.mean).toBeGreaterThan(95);
  expect(ordered[0]?.worth.mean).toBeLessThan(105);
  const about = initiatives.get('BUYER-70');
  expect(about && initiativeWords(about)).toBe('Initiative of BUYER-1 and BUYER-2: its joint worth counts once.');
  const effort = effortEstimate({ low: 4, high: 9 }, UNTRAINED);
  if (effort.kind === 'unknown') throw new Error('The effort is known.');
  const drawn = ['BUYER-1', 'BUYER-2'].map((id) => drawValues(effort, { id, quantity: 'effort', group: 'infrastructure', rho: 0.2 }, 10_000));
  const sums = drawn[0]?.map((value, at) => value + (drawn[1]?.[at] ?? 0)).sort() ?? new Float64Array();
  const own = ordered[0]?.effort ?? effort;
  for (const [share, z] of [[0.05, -1.645], [0.5, 0], [0.95, 1.645]] as const) {
    expect(Math.exp(own.mu + z * own.s) / (sums[Math.floor(share * sums.length)] ?? 1)).toBeCloseTo(1, 1);
  }
});

test('[RK75] without an own worth the best member stands for it; a member without effort leaves the sum unknown', () => {
  const { ordered, initiatives } = rank([aPart('BUYER-1', [50, 60], [4, 9], 'BUYER-70'), aPart('BUYER-2', [70, 90], [1, 2], 'BUYER-70')]);
  expect(ordered.map(({ key }) => key)).toEqual(['BUYER-70']);
  const [about] = initiatives.values();
  expect(about && initiativeWords(about)).toBe('Initiative of BUYER-1 and BUYER-2: its joint worth is not agreed yet, that of BUYER-2 stands for it.');
  const without = rank([aPart('BUYER-70', [50, 60], undefined), aPart('BUYER-1', [50, 60], undefined, 'BUYER-70')]);
  expect(without.notComparable).toEqual([expect.objectContaining({ key: 'BUYER-70', why: 'no-effort' })]);
});

test('[RK76] a must stays by itself, and whoever names itself is no initiative', () => {
  const must = { must: { authority: 'GDPR', date: '2027-01-31' } };
  const { candidates, initiatives } = rank([aPart('BUYER-1', [5, 6], [1, 2], 'BUYER-1'), aPart('BUYER-2', [5, 6], [1, 2], 'BUYER-70', must), aPart('BUYER-70', [5, 6], [1, 2])]);
  expect(candidates.map(({ key }) => key)).toEqual(['BUYER-1', 'BUYER-2', 'BUYER-70']);
  expect(initiatives.size).toBe(0);
});

const MUST = { authority: 'GDPR', date: '2027-06-01' };
const ONE = [8, 12] as const;
const MEAN = 10.15;

function items(tickets: readonly RankingTicket[]) {
  const ranking = rank(tickets);
  const stands = (of: readonly { readonly id: string }[]): number => new Set(of.map(({ id }) => id)).size;
  expect([stands(ranking.candidates), new Set(ranking.candidates.map(({ key }) => key)).size, stands(ranking.plan.map(({ candidate }) => candidate))])
    .toEqual([ranking.candidates.length, ranking.candidates.length, ranking.candidates.length]);
  return { keys: ranking.candidates.map(({ key }) => key), efforts: effortOf(ranking.candidates) / MEAN, members: [...ranking.initiatives.values()].map(({ members }) => members) };
}

test('[RK90] [RK91] chains, circles and what is missing are one item each, and each effort counts once', () => {
  expect(items([aPart('A-1', [5, 6], ONE, 'A-2'), aPart('A-2', [50, 60], ONE, 'A-3'), aPart('A-3', [500, 600], ONE)]))
    .toEqual({ keys: ['A-3'], efforts: expect.closeTo(1, 2) as number, members: [['A-1', 'A-2']] });
  expect(items([aPart('A-1', [5, 6], ONE, 'A-2'), aPart('A-2', [50, 60], ONE, 'A-3')])).toEqual({ keys: ['A-3'], efforts: expect.closeTo(1, 2) as number, members: [['A-1', 'A-2']] });
  expect(items([aPart('A-1', [5, 6], ONE, 'A-2'), aPart('A-2', [50, 60], ONE, 'A-1')])).toEqual({ keys: ['A-1'], efforts: expect.closeTo(2, 2) as number, members: [['A-1', 'A-2']] });
  expect(items([aPart('A-9', [5, 6], ONE, 'A-2'), aPart('A-2', [5, 6], ONE, 'A-3'), aPart('A-3', [5, 6], ONE, 'A-2'), aPart('A-5', [5, 6], ONE)]).keys).toEqual(['A-2', 'A-5']);
  expect(items([aPart('A-1', [5, 6], ONE, 'A-2'), aPart('A-2', [50, 60], ONE, undefined, { must: MUST }), aPart('A-3', [5, 6], ONE, 'A-2')]))
    .toEqual({ keys: ['A-1', 'A-2'], efforts: expect.closeTo(3, 2) as number, members: [['A-1', 'A-3']] });
  expect(items([aPart('B-70', [80, 120], [20, 30]), aPart('B-1', [5, 6], ONE, 'B-70'), aPart('B-2', [5, 6], ONE, 'B-70')]).efforts).toBeCloseTo(2, 2);
});

test('[RK92] one more part without effort turns no answer around', () => {
  const parts = Array.from({ length: 20 }, (_, at) => aPart(`B-${String(at + 1)}`, [5, 9], ONE, 'B-70'));
  const others = Array.from({ length: 10 }, (_, at) => aPart(`C-${String(at + 1)}`, [5, 9], [1, 2]));
  const drawn = (tickets: readonly RankingTicket[]) => simulateDemand(rank(tickets).candidates, { capacity: { low: 100, high: 100 } });
  const [full, more] = [drawn([...parts, ...others]), drawn([...parts, aPart('B-21', [5, 9], undefined, 'B-70'), ...others])];
  expect(more?.demandPercent).toEqual(full?.demandPercent);
  expect([full?.counted, full?.withoutEffort, more?.counted, more?.withoutEffort]).toEqual([30, 0, 30, 1]);
  expect(more?.allFits).toEqual(full?.allFits);
  const five = drawn([...parts, ...others, ...Array.from({ length: 5 }, (_, at) => aPart(`B-${String(at + 31)}`, [5, 9], undefined, 'B-70'))]);
  expect([five?.withoutEffort, five?.allFits]).toEqual([5, undefined]);
});

test('[RK95] placed by people it takes the time that is known, and says that it takes longer; a wide part is a wide initiative', () => {
  const { plan, wide, notComparable } = rank([
    aPart('B-1', [5, 9], ONE, 'B-70', { standing: { placedAt: { place: 0, reason: 'promised' } } }), aPart('B-2', [5, 9], undefined, 'B-70'), aPart('B-3', [5, 9], [1, 20], 'B-70'), aPart('B-4', [5, 9], ONE),
  ]);
  expect(notComparable.map(({ key, why }) => [key, why])).toEqual([['B-70', 'no-effort']]);
  expect(plan.map(({ candidate }) => candidate.key)).toEqual(['B-70', 'B-4']);
  expect(plan[0]?.end).toBeGreaterThan(0);
  expect(plan[0]?.why.map((reason) => placementWords(reason, (id) => id))).toEqual(['Placed by people: promised', '1 of its parts has no effort: it takes longer than it does here.']);
  expect([...wide]).toEqual([plan[0]?.candidate.id]);
});

test('[RK103] a link to a part is a link to the initiative, and a link among parts is none', () => {
  const { plan } = rank([
    aPart('B-1', [50, 90], [4, 9], 'B-70', { standing: { blockedBy: ['B-2'] } }), aPart('B-2', [40, 90], [4, 9], 'B-70'), aPart('B-70', undefined, undefined),
    aPart('B-3', [500, 900], [4, 9], undefined, { standing: { blockedBy: ['B-1', 'B-2'] } }),
  ]);
  expect(plan.map(({ candidate, why }) => [candidate.key, ...why.map((reason) => placementWords(reason, (id) => id))])).toEqual([
    ['B-70', 'Its worth for its effort.'], ['B-3', 'Its worth for its effort.', 'After B-70, which blocks it.'],
  ]);
});
