import { phi } from '../../src/domain/ranking/normal';
import { NormalStream } from '../../src/domain/ranking/normal-stream';

const COUNT = 400_000;

function drawn(seed: string, count: number): Float64Array {
  const values = new Float64Array(count);
  new NormalStream(seed).fill(values);
  return values;
}

test.each(['BUYER-1/worth', 'BUYER-1/effort', 'group/effort/infrastructure', ''])('[RK190] draws of the seed "%s" are standard normals: middle, spread and tails', (seed) => {
  const sorted = drawn(seed, COUNT).sort();
  // Kolmogorov and Smirnov: a right generator is further off in one of a thousand seeds.
  let distance = 0;
  for (const [at, value] of sorted.entries()) distance = Math.max(distance, Math.abs(phi(value) - (at + 0.5) / COUNT));
  expect(distance * Math.sqrt(COUNT)).toBeLessThan(1.95);
  // Beyond 3.44 the draws come from another formula; four standard errors of what is expected there.
  for (const end of [3, 3.442619855899, 4]) {
    const expected = COUNT * phi(-end);
    for (const found of [sorted.filter((value) => value < -end).length, sorted.filter((value) => value > end).length]) {
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected) + 1);
    }
  }
});

test('[RK190] one draw says nothing about the next', () => {
  const values = drawn('BUYER-1/worth', COUNT);
  let product = 0;
  let squares = 0;
  for (let at = 1; at < COUNT; at++) {
    product += (values[at] ?? 0) * (values[at - 1] ?? 0);
    squares += ((values[at] ?? 0) ** 2 - 1) * ((values[at - 1] ?? 0) ** 2 - 1);
  }
  expect(Math.abs(product) / Math.sqrt(COUNT)).toBeLessThan(4);
  expect(Math.abs(squares) / (2 * Math.sqrt(COUNT))).toBeLessThan(4);
});

test('[RK190] a stream is the same however many are taken at a time', () => {
  const stream = new NormalStream('BUYER-1/worth');
  const parts = [7, 1, 0, 250, 742].map((count) => {
    const values = new Float64Array(count);
    stream.fill(values);
    return [...values];
  });
  expect(parts.flat()).toEqual([...drawn('BUYER-1/worth', 1000)]);
});
