import fc from 'fast-check';
import { selectWhatFits } from '../../src/domain/ranking/select-what-fits';
import { percentiles, simulateDemand } from '../../src/domain/ranking/simulate';
import { aComparable, aNotComparable } from '../given/a-candidate';

const five = [1, 2, 3, 4, 5].map((at) => aComparable({ key: `B-${at}`, worth: [at, at * 2] }));
const run = (...args: Parameters<typeof simulateDemand>) => {
  const result = simulateDemand(...args);
  if (result === undefined) throw new Error('stopped');
  return result;
};

test('[RK32] the same input gives the same sums', () => {
  expect(run(five, { capacity: { low: 20, high: 30 } })).toEqual(run(five, { capacity: { low: 20, high: 30 } }));
});

test('[RK34] tickets without effort are counted, and above a tenth no chance is shown', () => {
  const capacity = { low: 20, high: 30 };
  const result = run([...five, aNotComparable({ noEffort: true })], { capacity });
  expect(result).toMatchObject({ withoutEffort: 1, counted: 5 });
  expect(result.allFits).toBeUndefined();
  expect(run(five, { capacity }).allFits?.p).toBeGreaterThan(0);
  const nine = Array.from({ length: 9 }, (_, at) => aComparable({ key: `B-${String(at)}` }));
  expect(run([...nine, aNotComparable({ noEffort: true })], { capacity }).allFits).toBeDefined();
});

test('[RK35] no capacity, no percentage; none at all, nothing fits', () => {
  expect(run(five).demandPercent).toBeUndefined();
  expect(run(five).allFits).toBeUndefined();
  const none = run(five, { capacity: { low: 0, high: 0 } });
  expect(none.allFits?.p).toBe(0);
  expect(none.demandPercent).toBeUndefined();
});

test('[RK170] the gap is demand less capacity in each draw: over it, below zero with room to spare, and none without a capacity', () => {
  const { gap, effort } = run(five, { capacity: { low: 25, high: 25 } });
  expect(gap?.p50).toBeCloseTo(effort.p50 - 25, 6);
  expect([gap?.p5, gap?.p95].map((value) => Math.sign(value ?? 0))).toEqual([Math.sign(effort.p5 - 25), Math.sign(effort.p95 - 25)]);
  expect(run(five, { capacity: { low: 500, high: 500 } }).gap?.p95).toBeLessThan(0);
  expect(run(five, { capacity: { low: 0, high: 0 } }).gap).toEqual(run(five).effort);
  expect(run(five).gap).toBeUndefined();
});

test('[RK36] equal ends are a constant', () => {
  const { demandPercent, effort } = run(five, { capacity: { low: 25, high: 25 } });
  expect(demandPercent?.p50).toBeCloseTo((100 * effort.p50) / 25, 6);
});

test('[RK37] selecting agrees with sorting, whatever the draw before was like', () => {
  const item = fc.record({ ratio: fc.double({ min: 0, max: 100, noNaN: true }), size: fc.double({ min: 0.1, max: 10, noNaN: true }) });
  fc.assert(fc.property(fc.uniqueArray(item, { selector: ({ ratio }) => ratio, maxLength: 60 }), fc.double({ min: 0, max: 200, noNaN: true }), fc.option(fc.double({ min: 0, max: 120, noNaN: true }), { nil: undefined }), (items, capacity, near) => {
    const counts = new Uint32Array(items.length);
    selectWhatFits(Float64Array.from(items, ({ ratio }) => ratio), Float64Array.from(items, ({ size }) => size), capacity, counts, near);
    let load = 0;
    const fits = new Set<number>();
    for (const { ratio, size } of [...items].sort((a, b) => b.ratio - a.ratio)) {
      load += size;
      if (load > capacity) break;
      fits.add(ratio);
    }
    // Sums taken in another order may differ in the last digit exactly at the line.
    const close = Math.abs(load - capacity) < 1e-6;
    if (!close) expect(items.filter((_, at) => counts[at] === 1).map(({ ratio }) => ratio).sort()).toEqual([...fits].sort());
  }));
  expect(percentiles(Float64Array.from([1, 2, 3])).p50).toBe(2);
});

test('[RK38] a run can be stopped', () => {
  const seen: number[] = [];
  const result = simulateDemand(five, { draws: 2000, onProgress: (done) => { seen.push(done); return seen.length < 2; } });
  expect(result).toBeUndefined();
  expect(seen).toEqual([0.125, 0.25]);
});
