import { joinWords, nameSome } from '../../src/domain/context/join-words';

test('few are all named, of many the first ones and how many more', () => {
  expect([nameSome([], 3), nameSome(['A'], 3), nameSome(['A', 'B', 'C'], 3)]).toEqual(['', 'A', 'A, B and C']);
  expect(nameSome(['A', 'B', 'C', 'D'], 3)).toBe('A, B, C and 1 more');
  expect(nameSome(Array.from({ length: 1_204 }, (_, at) => `B-${String(at)}`), 2)).toBe('B-0, B-1 and 1,202 more');
  expect(joinWords(['a', 'b'], 'or')).toBe('a or b');
});
