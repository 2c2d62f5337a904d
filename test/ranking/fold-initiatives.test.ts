import { drawValues } from '../../src/domain/ranking/draws';
import { effortEstimate, UNTRAINED } from '../../src/domain/ranking/estimate';
import { rankDemand, type RankingTicket } from '../../src/domain/ranking/rank-demand';
import { initiativeWords } from '../../src/domain/ranking/ranking-words';

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
