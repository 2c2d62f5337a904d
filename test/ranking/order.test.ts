import fc from 'fast-check';
import type { Comparable } from '../../src/domain/ranking/candidate';
import { chanceToWin, DRAWS, keyOf } from '../../src/domain/ranking/chance-to-win';
import { drawValues } from '../../src/domain/ranking/draws';
import { rangeOf, scaled } from '../../src/domain/ranking/estimate';
import { fairShareOrder, orderedTickets, orderInBands } from '../../src/domain/ranking/order';
import { whatToMeasureFirst, worthOfKnowing } from '../../src/domain/ranking/worth-of-knowing';
import { aComparable } from '../given/a-candidate';

const TRAINED = { hits: 1_000_000, outcomes: 1_000_000 };
const exactly = (key: string, worth: readonly [number, number], calibration?: typeof TRAINED) =>
  aComparable({ key, team: key, worth, effort: 'one-exactly', ...(calibration && { calibration }) });

test('[RK17] the key is a ratio of means', () => {
  const ticket = aComparable({ worth: [6, 10], effort: [4, 9] });
  expect(keyOf(ticket)).toBeCloseTo(7.840 / 6.930, 3);
});

test('[RK18] chances of the check values', () => {
  expect(chanceToWin(exactly('A', [8, 12], TRAINED), exactly('B', [6, 10], TRAINED))).toBeCloseTo(0.882, 3);
  expect(chanceToWin(exactly('A', [8, 12]), exactly('B', [6, 10]))).toBeCloseTo(0.720, 3);
  expect(chanceToWin(exactly('A', [6, 10], TRAINED), exactly('B', [3, 20], TRAINED))).toBeCloseTo(0.5, 2);
  expect(chanceToWin(exactly('A', [6, 10]), exactly('B', [3, 20]))).toBeCloseTo(0.671, 3);
});

test('[RK19] the closed form agrees with draws, and reverses add up to one', () => {
  const [a, b] = [aComparable({ key: 'A', team: 'x', worth: [6, 10] }), aComparable({ key: 'B', team: 'x', worth: [3, 20] })];
  const ratio = (ticket: Comparable) => {
    const efforts = drawValues(ticket.effort, { id: ticket.id, quantity: 'effort', group: 'infrastructure', rho: 0.2 }, DRAWS);
    return drawValues(ticket.worth, { id: ticket.id, quantity: 'worth', group: ticket.team, rho: 0.2 }, DRAWS).map((w, at) => w / (efforts[at] ?? 1));
  };
  const [first, second] = [ratio(a), ratio(b)];
  const wins = first.reduce((count, value, at) => count + (value > (second[at] ?? 0) ? 1 : 0), 0) / DRAWS;
  expect(Math.abs(wins - chanceToWin(a, b))).toBeLessThan(0.015);
  expect(chanceToWin(a, b) + chanceToWin(b, a)).toBeCloseTo(1, 9);
  const loss = aComparable({ key: 'C', worth: [-2, 6] });
  expect(chanceToWin(a, loss) + chanceToWin(loss, a)).toBeCloseTo(1, 9);
});

test('[RK20] draws depend on id and quantity alone', () => {
  const ticket = aComparable({ key: 'A', team: 'x' });
  const seed = { id: 'A', quantity: 'worth', group: 'x', rho: 0.2 } as const;
  expect(drawValues(ticket.worth, seed, 1000)).toEqual(drawValues(ticket.worth, seed, 2000).slice(0, 1000));
  expect(drawValues(ticket.worth, { ...seed, id: 'B' }, 10)).not.toEqual(drawValues(ticket.worth, seed, 10));
});

test('[RK21] draws have the estimate’s mean and range', () => {
  const { worth } = aComparable({ worth: [6, 10] });
  const values = drawValues(worth, { id: 'A', quantity: 'worth', group: 'x', rho: 0.2 }, 40_000).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean / worth.mean).toBeCloseTo(1, 1);
  const { low, high } = rangeOf(worth as never);
  expect((values[2000] ?? 0) / low).toBeCloseTo(1, 1);
  expect((values[38_000] ?? 0) / high).toBeCloseTo(1, 1);
});

test('[RK22] one group is correlated by rho, two are not', () => {
  const standard = { kind: 'normal', mean: 0, sd: 1 } as const;
  const draw = (id: string, group: string) => drawValues(standard, { id, quantity: 'worth', group, rho: 0.2 }, 40_000);
  const correlation = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / a.length;
  expect(Math.abs(correlation(draw('A', 'x'), draw('B', 'x')) - 0.2)).toBeLessThan(0.02);
  expect(Math.abs(correlation(draw('A', 'x'), draw('B', 'y')))).toBeLessThan(0.02);
});

test('[RK23] bands hang on their leader', () => {
  const bands = orderInBands([exactly('A', [8, 12]), exactly('B', [6, 10]), exactly('C', [1, 1.5]), exactly('D', [0.9, 1.4])]);
  expect(bands.map((band) => band.members.map(({ key }) => key))).toEqual([['A', 'B'], ['C', 'D']]);
});

test('[RK24] inside a band the earliest latest start goes first, then the least-served team', () => {
  const tickets = [aComparable({ key: 'A', team: 'x', worth: [8, 12] }), aComparable({ key: 'B', team: 'x', worth: [7.9, 11.9] }), aComparable({ key: 'C', team: 'y', worth: [7.8, 11.8] })];
  const keys = (latestStart?: (ticket: Comparable) => number | undefined) =>
    orderInBands(tickets, latestStart && { latestStart }).flatMap(({ members }) => members.map(({ key }) => key));
  expect(keys()).toEqual(['A', 'C', 'B']);
  expect(keys(({ key }) => (key === 'B' ? 1 : undefined))).toEqual(['B', 'C', 'A']);
});

const tickets = fc.uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 500 }), low: fc.double({ min: 0.1, max: 100, noNaN: true }), factor: fc.double({ min: 1, max: 50, noNaN: true }), effort: fc.constantFrom([1, 2] as const, [4, 9] as const, [3, 20] as const), team: fc.constantFrom('x', 'y', 'z', '') }), { selector: ({ number }) => number, minLength: 1, maxLength: 25 })
  .map((list) => list.map(({ number, low, factor, effort, team }) => aComparable({ key: `B-${number}`, team, effort, worth: [low, low * factor] })));

test('[RK25] neither a common factor nor the order of input changes the order', () => {
  fc.assert(fc.property(tickets, (list) => {
    const keys = (of: readonly Comparable[]) => orderedTickets(orderInBands(of)).map(({ key }) => key);
    const scaledUp = list.map((ticket) => ({ ...ticket, worth: scaled(ticket.worth, 1024), amount: scaled(ticket.amount, 1024) }));
    expect(keys(scaledUp)).toEqual(keys(list));
    expect(keys([...list].reverse())).toEqual(keys(list));
  }));
});

test('[RK26] a leader that usually loses to the next is a long shot', () => {
  const [band] = orderInBands([exactly('A', [1, 90]), exactly('B', [10, 14])]);
  expect(band).toMatchObject({ leader: { key: 'A' }, longShot: true });
  expect(orderInBands([exactly('A', [8, 12]), exactly('B', [6, 10])])[0]?.longShot).toBe(false);
});

test('[RK27] fair share serves the least-served team', () => {
  const list = [aComparable({ key: 'A-1', team: 'a', worth: [90, 100] }), aComparable({ key: 'A-2', team: 'a', worth: [80, 90] }), aComparable({ key: 'B-1', team: 'b', worth: [1, 2] })];
  expect(fairShareOrder(list).map(({ key }) => key)).toEqual(['A-1', 'B-1', 'A-2']);
  expect(fairShareOrder(list, { a: 5 }).map(({ key }) => key)).toEqual(['A-1', 'B-1', 'A-2']);
});

test('[RK180] tickets of no known team go by their worth for effort: neither served first as one team nor left behind', () => {
  const one = (key: string, team: string, high: number) => aComparable({ key, team, worth: [high / 2, high] });
  const list = [one('A-1', 'a', 100), one('N-1', '', 90), one('A-2', 'a', 80), one('N-2', '', 70), one('B-1', 'b', 60), one('N-3', '', 1), one('A-3', 'a', 0.5)];
  expect(fairShareOrder(list).map(({ key }) => key)).toEqual(['A-1', 'N-1', 'N-2', 'B-1', 'A-2', 'N-3', 'A-3']);
  const pooled = fairShareOrder(list.map((ticket) => (ticket.team === '' ? { ...ticket, team: 'n' } : ticket))).map(({ key }) => key);
  expect(pooled.slice(0, 3)).toEqual(['A-1', 'B-1', 'N-1']);
  const tied = [aComparable({ key: 'A', team: 'x', worth: [8, 12] }), aComparable({ key: 'B', team: 'x', worth: [7.9, 11.9] }), aComparable({ key: 'C', team: '', worth: [7.8, 11.8] })];
  expect(orderInBands(tied).flatMap(({ members }) => members.map(({ key }) => key))).toEqual(['A', 'B', 'C']);
  expect(fairShareOrder([one('N-1', '', 1), one('N-2', '', 2)]).map(({ key }) => key)).toEqual(['N-2', 'N-1']);
});

test('[RK28] every ticket stands in an order once', () => {
  fc.assert(fc.property(tickets, (list) => {
    const keys = list.map(({ key }) => key).sort();
    expect(orderedTickets(orderInBands(list)).map(({ key }) => key).sort()).toEqual(keys);
    expect(fairShareOrder(list).map(({ key }) => key).sort()).toEqual(keys);
  }));
});

test('[RK29] the check values of knowing', () => {
  expect(worthOfKnowing(exactly('A', [6, 10]), 7, true)).toBeCloseTo(0.631, 3);
  expect(worthOfKnowing(exactly('B', [3, 20]), 7, true)).toBeCloseTo(2.795, 3);
});

test('[RK30] knowing is worth nothing where everything fits', () => {
  const list = [exactly('A', [8, 12]), exactly('B', [6, 10])];
  expect(whatToMeasureFirst(list, 2)).toEqual([]);
  expect(whatToMeasureFirst(list, 1).map(({ ticket, inside }) => [ticket.key, inside])).toEqual([['B', false], ['A', true]]);
  fc.assert(fc.property(tickets, fc.double({ min: 0, max: 200, noNaN: true }), fc.boolean(), (all, c, inside) => all.every((ticket) => worthOfKnowing(ticket, c, inside) >= 0)));
});

test('[RK31] the closed form of knowing agrees with draws', () => {
  for (const worth of [[3, 20], [-10, 20]] as const) {
    const ticket = exactly('A', worth);
    const c = 7;
    const values = drawValues(ticket.worth, { id: 'A', quantity: 'worth', group: 'g', rho: 0 }, 200_000);
    const mean = (of: (value: number) => number) => values.reduce((sum, value) => sum + of(value), 0) / values.length;
    const outside = ticket.worth.mean < c;
    const drawn = outside ? mean((value) => Math.max(0, value - c)) : mean((value) => Math.max(0, c - value));
    expect(worthOfKnowing(ticket, c, !outside)).toBeCloseTo(drawn, 1);
  }
});
