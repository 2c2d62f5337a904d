import fc from 'fast-check';
import {
  effortEstimate, isWide, percentileOf, rangeOf, UNTRAINED, widening, worthEstimate, type LogNormal,
} from '../../src/domain/ranking/estimate';

const known = (low: number, high: number): LogNormal => {
  const estimate = worthEstimate({ low, high }, UNTRAINED);
  if (estimate.kind !== 'log-normal') throw new Error(estimate.kind);
  return estimate;
};

test('[RK1] worth 6 to 10', () => {
  const estimate = known(6, 10);
  expect(estimate.mean).toBeCloseTo(7.840, 3);
  expect(estimate.s).toBeCloseTo(0.3381, 4);
  expect(rangeOf(estimate).low).toBeCloseTo(4.25, 2);
  expect(rangeOf(estimate).high).toBeCloseTo(12.91, 2);
});

test('[RK2] worth 3 to 20', () => {
  const estimate = known(3, 20);
  expect(estimate.mean).toBeCloseTo(9.147, 3);
  expect(estimate.s).toBeCloseTo(1.2557, 4);
  expect(rangeOf(estimate).low).toBeCloseTo(0.53, 2);
  expect(rangeOf(estimate).high).toBeCloseTo(32.80, 1);
});

test('[RK3] effort 4 to 9', () => {
  const estimate = effortEstimate({ low: 4, high: 9 }, UNTRAINED);
  if (estimate.kind === 'unknown') throw new Error(estimate.why);
  expect(estimate.mean).toBeCloseTo(6.930, 3);
  expect(estimate.s).toBeCloseTo(0.5367, 4);
  expect(rangeOf(estimate).low).toBeCloseTo(2.48, 2);
  expect(rangeOf(estimate).high).toBeCloseTo(14.51, 2);
});

const ends = fc.tuple(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 99, noNaN: true }));
const calibrations = fc.record({ outcomes: fc.nat(50) }).chain(({ outcomes }) => fc.record({ outcomes: fc.constant(outcomes), hits: fc.nat(outcomes) }));

test('[RK4] widening keeps the mean of a worth and the median of an effort', () => {
  fc.assert(fc.property(ends, calibrations, ([low, factor], calibration) => {
    const range = { low, high: low * factor };
    const [wide, narrow] = [worthEstimate(range, calibration), worthEstimate(range, { hits: 50, outcomes: 50 })];
    if (wide.kind !== 'log-normal' || narrow.kind !== 'log-normal') throw new Error('unknown');
    expect(wide.mean / narrow.mean).toBeCloseTo(1, 9);
    expect(Math.exp(wide.mu + wide.s ** 2 / 2) / wide.mean).toBeCloseTo(1, 9);
    const effort = effortEstimate(range, calibration);
    if (effort.kind === 'unknown') throw new Error(effort.why);
    expect(percentileOf(effort, 0.5) / Math.sqrt(range.low * range.high)).toBeCloseTo(1, 6);
  }));
});

test('[RK5] widening is 2.177 for the untrained, and stays between 1 and 3', () => {
  expect(widening(UNTRAINED)).toBeCloseTo(2.177, 3);
  expect(widening({ hits: 1000, outcomes: 1000 })).toBe(1);
  expect(widening({ hits: 0, outcomes: 1000 })).toBe(3);
});

test('[RK6] never narrower than a factor 1.5, never widened past a factor 100', () => {
  const exact = known(7, 7);
  expect(rangeOf(exact).high / rangeOf(exact).low).toBeCloseTo(1.5, 5);
  const wide = known(1, 90);
  expect(rangeOf(wide).high / rangeOf(wide).low).toBeCloseTo(100, 3);
});

test('[RK7] a worth that may be negative is normal', () => {
  const estimate = worthEstimate({ low: -2, high: 6 }, UNTRAINED);
  expect(estimate).toEqual({ kind: 'normal', mean: 2, sd: expect.closeTo((2.177 * 8) / 3.2897, 2) as number });
});

test('[RK8] unknown, with the reason', () => {
  expect(worthEstimate(undefined, UNTRAINED)).toEqual({ kind: 'unknown', why: 'no-range' });
  expect(worthEstimate({ low: 0, high: 5 }, UNTRAINED)).toEqual({ kind: 'unknown', why: 'low-is-zero' });
  expect(worthEstimate({ low: 5, high: 1 }, UNTRAINED)).toEqual({ kind: 'unknown', why: 'ends-reversed' });
  expect(worthEstimate({ low: 1, high: 101 }, UNTRAINED)).toEqual({ kind: 'unknown', why: 'too-wide' });
  expect(effortEstimate({ low: -1, high: 5 }, UNTRAINED)).toEqual({ kind: 'unknown', why: 'not-positive' });
});

test('[RK9] more than a factor 10 is pointed out', () => {
  expect(isWide({ low: 1, high: 10 })).toBe(false);
  expect(isWide({ low: 1, high: 10.1 })).toBe(true);
});
