import { sumAndShare } from '../../src/domain/planning/group-effort';
import { chanceToWin } from '../../src/domain/ranking/chance-to-win';
import { plainEstimate } from '../../src/domain/ranking/estimate';
import { planLanes } from '../../src/domain/ranking/plan';
import { priceOfInterrupt } from '../../src/domain/ranking/price-of-interrupt';
import { rankDemand, type RankingTicket } from '../../src/domain/ranking/rank-demand';
import { percentiles, simulateDemand, type SimulationOptions } from '../../src/domain/ranking/simulate';
import { timesEarned, WEEKS_A_MONTH } from '../../src/domain/ranking/worth-over-time';
import type { Candidate } from '../../src/domain/ranking/candidate';
import { aComparable } from '../given/a-candidate';
import { drawAll, drawOne, mostApart, normals, percentilesOf } from '../given/monte-carlo';

/** Chances then err by 0.007, ends of ranges by about a hundredth. */
const DRAWS = 20_000;

function simulate(candidates: readonly Candidate[], options: SimulationOptions) {
  const simulation = simulateDemand(candidates, options);
  if (simulation === undefined) throw new Error('Nobody stopped it.');
  return simulation;
}

const mixed = Array.from({ length: 12 }, (_, at) => aComparable({
  key: `B-${String(at + 1)}`, team: `t${String(at % 3)}`, worth: [5 + at, 12 + 3 * at], effort: [1 + (at * 5) % 7, 4 + ((at * 5) % 7) * 3],
}));

test('[RK33] sum, percentage and chance of fitting agree with draws made another way', () => {
  const capacity = { low: 60, high: 140 };
  const { effort, demandPercent, allFits } = simulate(mixed, { capacity });
  const next = normals(33);
  const sums: number[] = [];
  const percents: number[] = [];
  let fits = 0;
  for (let at = 0; at < DRAWS; at++) {
    const sum = [...drawAll(mixed, next).values()].reduce((total, drawn) => total + drawn.effort, 0);
    const available = drawOne(plainEstimate(capacity), 0, next, 0);
    sums.push(sum);
    percents.push((100 * sum) / available);
    if (sum <= available) fits += 1;
  }
  expect(mostApart(effort, percentilesOf(sums))).toBeLessThan(0.025);
  expect(demandPercent && mostApart(demandPercent, percentilesOf(percents))).toBeLessThan(0.025);
  expect(Math.abs((allFits?.p ?? 0) - fits / DRAWS)).toBeLessThan(0.015);
});

test('[RK58] the chance to be above the cut is that of the best by worth for effort that fit', () => {
  const capacity = { low: 20, high: 60 };
  const { aboveCut } = simulate(mixed, { capacity, first: new Set(['B-3']) });
  const next = normals(58);
  const hits = new Map(mixed.map(({ id }) => [id, 0]));
  for (let at = 0; at < DRAWS; at++) {
    const drawn = drawAll(mixed, next);
    let room = drawOne(plainEstimate(capacity), 0, next, 0) - (drawn.get('B-3')?.effort ?? 0);
    for (const [id, { effort }] of [...drawn].filter(([id]) => id !== 'B-3').sort(([, a], [, b]) => b.worth / b.effort - a.worth / a.effort)) {
      room -= effort;
      if (room < 0) break;
      hits.set(id, (hits.get(id) ?? 0) + 1);
    }
  }
  expect([...aboveCut.keys()].sort()).toEqual(mixed.map(({ id }) => id).filter((id) => id !== 'B-3').sort());
  for (const [id, { p }] of aboveCut) expect(Math.abs(p - (hits.get(id) ?? 0) / DRAWS)).toBeLessThan(0.015);
});

test('[RK46] the price of an interrupt agrees with draws made another way', () => {
  const shapes = [{}, { shape: 'deadline', neededBy: 4 }, { shape: 'fading', halfLifeMonths: 3 }, { shape: 'season', from: 1, until: 6 }, {}] as const;
  const tickets = shapes.map((time, at) => aComparable({ key: `B-${String(at + 1)}`, team: at === 3 ? 'other' : 'cart', worth: at === 4 ? [-5, 60] : [10 + at * 5, 40 + at * 30], effort: [2, 6], time }));
  const capacity = 1.5;
  const queue = planLanes({ ordered: tickets, others: [], standing: new Map(), capacity });
  const price = priceOfInterrupt(queue, { effort: 6, place: 1 }, capacity);
  const slip = 6 / capacity / WEEKS_A_MONTH;
  let load = 0;
  const ends = tickets.map(({ effort }) => (load += effort.mean) / capacity / WEEKS_A_MONTH);
  const next = normals(46);
  const losses = Array.from({ length: DRAWS }, () => {
    const drawn = drawAll(tickets, next);
    return tickets.reduce((sum, { id, time }, at) => (at === 0 ? sum : sum + (drawn.get(id)?.amount ?? 0) * (timesEarned(time, ends[at] ?? 0) - timesEarned(time, (ends[at] ?? 0) + slip))), 0);
  });
  expect(price && mostApart(price.lost, percentilesOf(losses))).toBeLessThan(0.055);
  expect((price?.lostPerWeek.p50 ?? 0) * 4).toBeCloseTo(price?.lost.p50 ?? 0, 6);
  expect(price?.slip).toBeCloseTo(slip, 9);
});

test('[RK99] the worth of the chosen agrees with draws made another way, and errs together within a team', () => {
  const chosen = new Set(['B-1', 'B-4', 'B-7', 'B-10', 'B-3']);
  const found = simulate(mixed, { capacity: { low: 60, high: 140 }, chosen, first: new Set(['B-3']), draws: 2 * DRAWS }).chosen;
  const next = normals(99);
  const sums = Array.from({ length: 4 * DRAWS }, () => [...drawAll(mixed, next)].reduce((sum, [id, { worth }]) => (chosen.has(id) ? sum + worth : sum), 0));
  expect(found && mostApart(found, percentilesOf(sums))).toBeLessThan(0.025);
  expect(simulate(mixed, { capacity: { low: 60, high: 140 } }).chosen).toBeUndefined();
  const apart = mixed.map((ticket) => ({ ...ticket, team: ticket.id }));
  const alone = simulate(apart, { capacity: { low: 60, high: 140 }, chosen }).chosen;
  expect((found?.p95 ?? 0) - (found?.p5 ?? 0)).toBeGreaterThan(1.02 * ((alone?.p95 ?? 0) - (alone?.p5 ?? 0)));
});

test('[RK19] the chance within a team and between teams agrees with draws made another way', () => {
  for (const [teamB, worth] of [['x', [3, 20]], ['y', [3, 20]], ['x', [-2, 20]], ['y', [-2, 20]]] as const) {
    const [a, b] = [aComparable({ key: 'A', team: 'x', worth: [12, 80], effort: [4, 9] }), aComparable({ key: 'B', team: teamB, worth, effort: [4, 9] })];
    const next = normals(19);
    let wins = 0;
    for (let at = 0; at < 2 * DRAWS; at++) {
      const drawn = drawAll([a, b], next);
      const [first, second] = [drawn.get('A'), drawn.get('B')];
      if ((first?.worth ?? 0) / (first?.effort ?? 1) > (second?.worth ?? 0) / (second?.effort ?? 1)) wins += 1;
    }
    expect(Math.abs(chanceToWin(a, b) - wins / (2 * DRAWS))).toBeLessThan(worth[0] < 0 ? 0.014 : 0.008);
  }
});

test('[RK97] demand in percent agrees with the closed form, whatever the capacity’s seed', () => {
  const constant = { ...aComparable({ key: 'B-1' }), effort: { kind: 'log-normal', mu: Math.log(50), s: 0, mean: 50 } as const };
  for (const capacity of [{ low: 60, high: 140 }, { low: 20, high: 25 }]) {
    const found = simulate([constant], { capacity }).demandPercent;
    const closed = sumAndShare([constant.effort], capacity).percent;
    expect(found && closed && mostApart(found, closed)).toBeLessThan(0.005);
  }
});

test('[RK98] the sampling error of each percentile is as large as repeated runs spread', () => {
  const next = normals(98);
  const size = 4_000;
  const runs = Array.from({ length: 150 }, () => percentiles(Float64Array.from({ length: size }, () => Math.exp(next()))));
  for (const p of ['p5', 'p50', 'p95'] as const) {
    const mean = runs.reduce((sum, run) => sum + run[p], 0) / runs.length;
    const spread = 1.96 * Math.sqrt(runs.reduce((sum, run) => sum + (run[p] - mean) ** 2, 0) / (runs.length - 1));
    const stated = runs.reduce((sum, run) => sum + run.error[p], 0) / runs.length;
    expect(stated / spread).toBeGreaterThan(0.8);
    expect(stated / spread).toBeLessThan(1.25);
  }
  expect(percentiles(Float64Array.from([7, 7, 7])).error).toEqual({ p5: 0, p50: 0, p95: 0 });
});

test('[RK20] a ticket that is added moves nobody else’s draws, in a whole run', () => {
  const [before, after] = [simulate(mixed, {}), simulate([...mixed, aComparable({ key: 'B-99', effort: 'one-exactly' })], {})];
  for (const p of ['p5', 'p50', 'p95'] as const) expect(after.effort[p]).toBeCloseTo(before.effort[p] + 1, 9);
});

function aPart(key: string, effort: readonly [number, number] | undefined, initiative?: string): RankingTicket {
  return {
    id: key, key, context: { team: 'cart', value: { worth: { low: 5, high: 9, currency: 'USD', per: 'month' } }, ...(effort === undefined ? {} : { effort: { low: effort[0], high: effort[1] } }) },
    ...(initiative === undefined ? {} : { initiative }),
  };
}

const rank = (tickets: readonly RankingTicket[]) => rankDemand({
  tickets, planDate: '2026-11-22', months: 3, settings: { currency: 'USD', teams: [], interruptAllowance: 0, capacity: { low: 90, high: 120, per: 'month' } },
});

test('[RK93] as parts of an initiative the same efforts ask for the same', () => {
  const many = (of?: number) => rank(Array.from({ length: 60 }, (_, at) => aPart(`B-${String(at + 1)}`, [1 + at % 4, 6 + at % 5], of === undefined ? undefined : `X-${String(at % of)}`)));
  const [single, folded] = [many(), many(3)];
  expect([single.candidates.length, folded.candidates.length]).toEqual([60, 3]);
  const sums = [single, folded].map(({ candidates, capacity }) => simulate(candidates, capacity === undefined ? {} : { capacity }));
  expect(sums[1]?.effort.p95).toBeCloseTo(sums[0]?.effort.p95 ?? 0, 6);
  expect(sums[1]?.effort.p5).toBeCloseTo(sums[0]?.effort.p5 ?? 0, 6);
  expect(sums[1]?.allFits).toEqual(sums[0]?.allFits);
});

test('[RK94] a sum’s log-normal has its mean, middle and spread, and its chances agree with draws', () => {
  const { candidates } = rank([...[[2, 5], [4, 9], [3, 8], [5, 6], [1, 2], [2, 6], [6, 12], [3, 4]].map(([low = 1, high = 1], at) => aPart(`B-${String(at + 1)}`, [low, high], 'X-1')), aPart('Y-1', [24, 50])]);
  const [initiative, other] = [candidates.find(({ key }) => key === 'X-1'), candidates.find(({ key }) => key === 'Y-1')];
  if (initiative?.kind !== 'comparable' || other?.kind !== 'comparable') throw new Error('Both can be compared.');
  const next = normals(94);
  const drawn = Array.from({ length: DRAWS }, () => drawAll([initiative, other], next));
  const efforts = drawn.map((one) => one.get(initiative.id)?.effort ?? 0);
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const logs = efforts.map(Math.log);
  const { effort } = initiative;
  expect(Math.abs(effort.mean / average(efforts) - 1)).toBeLessThan(0.015);
  expect(Math.abs(effort.mu - average(logs))).toBeLessThan(0.03);
  expect(Math.abs(effort.s / Math.sqrt(average(logs.map((log) => (log - effort.mu) ** 2))) - 1)).toBeLessThan(0.1);
  const wins = drawn.filter((one) => {
    const [a, b] = [one.get(initiative.id), one.get(other.id)];
    return (a?.worth ?? 0) / (a?.effort ?? 1) > (b?.worth ?? 0) / (b?.effort ?? 1);
  }).length / drawn.length;
  expect(Math.abs(chanceToWin(initiative, other) - wins)).toBeLessThan(0.025);
});
