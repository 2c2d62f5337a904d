import { gapSentence, peopleForGap } from '../../src/domain/planning/people-for-gap';
import { WEEKS_A_MONTH } from '../../src/domain/ranking/worth-over-time';

test('[PL110] one person works on planned tickets what interrupts leave; what may be room needs nobody', () => {
  const [months, interruptAllowance] = [3, 20];
  const onePerson = 3 * WEEKS_A_MONTH * 0.8;
  expect(peopleForGap({ gap: { p5: 2 * onePerson, p95: 5 * onePerson }, months, interruptAllowance })).toEqual({ low: 2, high: 5 });
  expect(peopleForGap({ gap: { p5: -10, p95: onePerson }, months, interruptAllowance })).toEqual({ low: 0, high: 1 });
  expect(peopleForGap({ gap: { p5: -10, p95: -1 }, months, interruptAllowance })).toEqual({ low: 0, high: 0 });
  expect(peopleForGap({ gap: { p5: 1, p95: 2 }, months, interruptAllowance: 100 })).toBeUndefined();
});

test('[PL111] the gap is said in person-weeks and in people', () => {
  const over = (p5: number, p95: number) => gapSentence({ gap: { p5, p95 }, months: 3, interruptAllowance: 0 }, 'en-US');
  expect(over(13, 39)).toBe('The demand is 13 to 39 person-weeks over capacity: 1 to 3 more people would close the gap, at this pace.');
  expect(over(-2, 13)).toBe('The capacity may be enough, or up to 13 person-weeks short: none to 1 more people would close the gap, at this pace.');
  expect(over(-20, -2)).toBe('The capacity is enough in nearly all cases: nobody more is needed.');
  expect(gapSentence({ gap: { p5: 1, p95: 2 }, months: 3, interruptAllowance: 100 }, 'en-US')).toBeUndefined();
});
