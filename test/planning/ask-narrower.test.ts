import { evidenceWords, narrowerSentence, wideRanges } from '../../src/domain/planning/ask-narrower';
import type { Knowing } from '../../src/domain/ranking/worth-of-knowing';
import { aDemand } from '../demand/given-demand';
import { aComparable } from '../given/a-candidate';

const worth = (low: number, high: number) => ({ value: { metric: 'm', worth: { low, high, currency: 'USD', per: 'month' as const } } });
const knowing = (key: string): Knowing => ({ ticket: aComparable({ key }), worth: 1, inside: true });

test('[PL131] wide ranges of worth and effort are asked about, what knowing is worth most first', () => {
  const demands = [
    aDemand(10, { record: { ...worth(1, 11), effort: { low: 1, high: 12 } } }), aDemand(2, { record: worth(1, 11) }), aDemand(3, { record: worth(1, 10) }), aDemand(4, { record: worth(1, 101) }),
    aDemand(5, { record: { ...worth(1, 11), answer: { state: 'declined' } } }), aDemand(6, { record: worth(1, 50) }), aDemand(7),
  ];
  expect(wideRanges(demands, [knowing('BUYER-6')]).map(({ key, of }) => [key, of])).toEqual([['BUYER-6', 'worth'], ['BUYER-2', 'worth'], ['BUYER-10', 'worth'], ['BUYER-10', 'effort']]);
});

test('[PL131] whom to ask stands in the sentence', () => {
  expect(narrowerSentence({ key: 'BUYER-9', of: 'worth', team: 'mkt' }, 'Marketing')).toBe('Ask Marketing for a narrower range of what BUYER-9 is worth: its ends are more than a factor of 10 apart.');
  expect(narrowerSentence({ key: 'BUYER-9', of: 'effort', team: 'mkt' }, 'Marketing')).toBe('Estimate the effort of BUYER-9 more closely: its ends are more than a factor of 10 apart.');
});

test('[PL132] how good the evidence is is said, also that nobody said', () => {
  const of = (credibility?: number) => evidenceWords({ value: { ...worth(1, 2).value, ...(credibility === undefined ? {} : { credibility }) } }, 'en-US');
  expect([of(0.1), of(1), of(0.45), of()]).toEqual(['Evidence: a guess', 'Evidence: measured here', 'Evidence: 0.45 of 1', 'Evidence: nobody said how good it is']);
  expect(evidenceWords({ value: { unknown: true } }, 'en-US')).toBeUndefined();
});
