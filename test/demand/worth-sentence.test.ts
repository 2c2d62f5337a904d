import type { MonthlyWorth } from '../../src/domain/demand/worth-a-month';
import { worthSentence } from '../../src/domain/demand/worth-sentence';

const ticket = (key: string, low?: number, high?: number) => ({ ticket: { key }, worth: (low === undefined || high === undefined ? { kind: 'none' } : { kind: 'range', low, high, currency: 'USD', wide: false, notes: [] }) as MonthlyWorth });

test('[DM26] the sentence names the least, the most and how many say nothing', () => {
  expect(worthSentence([ticket('B-1', 6e6, 1e7), ticket('B-2', 2e4, 9e4), ticket('B-3'), ticket('B-4', -5e4, 2e5)], 'en-US'))
    .toBe('3 tickets say what they are worth, from -$50K (B-4) to $10M (B-1) a month, if the goals are reached; 1 has no worth that can be compared.');
  expect(worthSentence([ticket('B-1', 6e6, 1e7), ticket('B-2'), ticket('B-3')], 'en-US')).toBe('1 ticket says what it is worth: B-1, $6M to $10M a month, if the goal is reached; 2 have no worth that can be compared.');
  expect(worthSentence([ticket('B-2', 1, 9), ticket('B-1', 1, 9)], 'en-US')).toBe('2 tickets say what they are worth, from $1 (B-1) to $9 (B-1) a month, if the goals are reached.');
  expect([worthSentence([], 'en-US'), worthSentence([ticket('B-3')], 'en-US')]).toEqual([undefined, undefined]);
});
