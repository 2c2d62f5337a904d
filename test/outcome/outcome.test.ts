import type { Acceptance, ContextContent, Threshold } from '../../src/domain/context/product-context';
import { asTheyStandNowWords, calibrate, rangesToKeep, type MeasuredTicket } from '../../src/domain/outcome/calibrate';
import { leftOutWords, sortOutDone } from '../../src/domain/outcome/done-work';
import { outcomeSentences } from '../../src/domain/outcome/describe-outcome';
import { UNTRAINED, worthEstimate } from '../../src/domain/ranking/estimate';
import { overallVerdict, verdictOn, verdictsOf } from '../../src/domain/outcome/verdict';

const shippingCost: Threshold = { id: 't1', scale: 'time to display shipping cost', unit: 's', better: 'lower', past: 3.5, tolerable: 3.4, goal: 3.2, stretch: 2.8 };

test('[OC1] four verdicts, in both directions', () => {
  expect([2.8, 3.2, 3.3, 3.5].map((level) => verdictOn(shippingCost, level))).toEqual(['stretch', 'goal', 'tolerable', 'missed']);
  const share: Threshold = { id: 't2', better: 'higher', tolerable: 28, goal: 35, stretch: 45 };
  expect([50, 35, 30, 20].map((level) => verdictOn(share, level))).toEqual(['stretch', 'goal', 'tolerable', 'missed']);
});

test('[OC2] no direction or goal, no verdict', () => {
  expect(verdictOn({ id: 't1', goal: 3 }, 2)).toBeUndefined();
  expect(verdictOn({ id: 't1', better: 'lower' }, 2)).toBeUndefined();
});

const delivered = (...levels: number[]): ContextContent => ({
  thresholds: [shippingCost, { ...shippingCost, id: 't2' }],
  outcome: { levels: levels.map((level, at) => ({ threshold: `t${at + 1}`, level, on: '2026-11-01', source: 'monitoring' })) },
});

test('[OC3] as good as the worst', () => {
  expect(overallVerdict(delivered(2.8, 3.3))).toBe('tolerable');
});

test('[OC4] no overall verdict before all are measured', () => {
  expect(overallVerdict(delivered(2.8))).toBeUndefined();
  expect(verdictsOf(delivered(2.8)).map(({ verdict }) => verdict)).toEqual(['stretch']);
  expect(overallVerdict({})).toBeUndefined();
});

const measured = (team: string, low: number, high: number, level: number, effort?: number, ranges?: Acceptance['ranges']): MeasuredTicket => ({
  content: {
    team, value: { worth: { low, high } }, effort: { low: 4, high: 9 },
    outcome: { worth: { level }, ...(effort === undefined ? {} : { effort: { level: effort } }) },
  },
  ...(ranges === undefined ? {} : { accepted: { hash: 'h', comment: '1', ranges } }),
});

test('[OC5] the ends of a range are inside', () => {
  expect(calibrate([measured('cart', 6, 10, 6), measured('cart', 6, 10, 10), measured('cart', 6, 10, 10.1)]).worth).toEqual({ cart: { hits: 2, outcomes: 3 } });
});

test('[OC6] worth per team, effort as one', () => {
  expect(calibrate([measured('cart', 6, 10, 7, 5), measured('recs', 6, 10, 3, 12)])).toMatchObject({
    worth: { cart: { hits: 1, outcomes: 1 }, recs: { hits: 0, outcomes: 1 } }, effort: { hits: 1, outcomes: 2 },
  });
});

test('[OC7] what was not measured does not count', () => {
  expect(calibrate([{ content: { team: 'cart', value: { worth: { low: 1, high: 2 } } } }])).toEqual({ worth: {}, effort: { hits: 0, outcomes: 0 }, asTheyStandNow: 0 });
});

test('[OC8] delivered over stated from eight outcomes on', () => {
  const seven = Array.from({ length: 7 }, () => measured('cart', 6, 10, 4));
  expect(calibrate(seven).deliveredOverStated).toBeUndefined();
  expect(calibrate([...seven, measured('cart', 6, 10, 16)]).deliveredOverStated).toBeCloseTo(4 / 7.84, 3);
});

test('[OC20] a hit is judged by the ranges kept at the agreement, whatever stands on the ticket now', () => {
  const kept = { worth: { low: 6, high: 10 }, effort: { low: 2, high: 3 } };
  expect(calibrate([measured('cart', 1, 100, 20, 8, kept)])).toMatchObject({ worth: { cart: { hits: 0, outcomes: 1 } }, effort: { hits: 0, outcomes: 1 }, asTheyStandNow: 0 });
  expect(calibrate([measured('cart', 1, 3, 7, 8, kept)]).worth).toEqual({ cart: { hits: 1, outcomes: 1 } });
  expect(calibrate([measured('cart', 1, 100, 20, 8)])).toMatchObject({ worth: { cart: { hits: 1, outcomes: 1 } }, effort: { hits: 1, outcomes: 1 }, asTheyStandNow: 2 });
  expect(calibrate([measured('cart', 1, 100, 20, 8, { worth: { low: 6, high: 10, currency: 'EUR' }, effort: { low: 2, high: 3 } })])).toMatchObject({ worth: { cart: { hits: 1 } }, effort: { hits: 0 }, asTheyStandNow: 1 });
  expect(asTheyStandNowWords({ asTheyStandNow: 0 }, 'en-US')).toBe('');
  expect(asTheyStandNowWords({ asTheyStandNow: 2 }, 'en-US')).toBe('For 2 of these the range on the ticket now counts, because none was kept when it was agreed.');
});

test('[OC20] an agreement keeps the ranges that are there', () => {
  expect(rangesToKeep({ value: { worth: { low: 6, high: 10, currency: 'USD', per: 'month' } }, effort: { low: 4, high: 9 } })).toEqual({ worth: { low: 6, high: 10, currency: 'USD', per: 'month' }, effort: { low: 4, high: 9 } });
  expect(rangesToKeep({ value: { worth: { low: 6 } }, effort: { low: 4, high: 9 } })).toEqual({ effort: { low: 4, high: 9 } });
  expect(rangesToKeep({ value: { unknown: true } })).toBeUndefined();
});

test('[OC21] stated is the mean that the order adds up, not the middle between the ends', () => {
  const skewed = Array.from({ length: 8 }, () => measured('cart', 3, 20, 9.147));
  expect(calibrate(skewed).deliveredOverStated).toBeCloseTo(1, 3);
  const { deliveredOverStated = 0 } = calibrate(skewed);
  const worth = worthEstimate({ low: 3, high: 20 }, UNTRAINED);
  expect(worth.kind === 'log-normal' && worth.mean * deliveredOverStated).toBeCloseTo(9.147, 3);
});

test('[OC22] what was closed unbuilt, declined or copied is not done, and is counted', () => {
  const closed = [
    { key: 'B-1', content: {}, isCopy: false }, { key: 'B-2', content: {}, isCopy: false, resolution: 'Done' }, { key: 'B-3', content: {}, isCopy: false, resolution: 'won’t do' },
    { key: 'B-4', content: { answer: { state: 'declined' as const } }, isCopy: false, resolution: 'Done' }, { key: 'B-5', content: {}, isCopy: true, resolution: 'Done' },
  ];
  const keys = (notBuilt?: readonly string[]) => sortOutDone(closed, notBuilt).done.map(({ key }) => key);
  expect(keys()).toEqual(['B-1', 'B-2']);
  expect(keys(['Done'])).toEqual(['B-1', 'B-3']);
  expect(sortOutDone(closed, undefined)).toMatchObject({ notBuilt: 2, copies: 1 });
  expect(leftOutWords({ notBuilt: 2, copies: 1 }, 'en-US')).toBe('Not counted as done: 2 tickets closed without being built and 1 ticket with a context copied from another ticket.');
  expect(leftOutWords({ notBuilt: 0, copies: 0 }, 'en-US')).toBe('');
});

test('[PL90] a result is told by threshold with goal and verdict, then worth and effort against what was stated', () => {
  expect(outcomeSentences({
    thresholds: [shippingCost, { id: 't2', scale: 'share of errors', unit: '%' }], effort: { low: 4, high: 9 },
    outcome: {
      reviewDue: '2027-06-01', levels: [{ threshold: 't1', level: 3.3 }, { threshold: 't2', level: 2 }, { threshold: 'gone', level: 1 }],
      worth: { level: 1200, source: 'finance' }, effort: { level: 11, source: 'sprint reports' },
    },
  })).toEqual([
    'time to display shipping cost: 3.3 s, goal 3.2 s, still acceptable.', 'share of errors: 2 %.', 'Worth that was measured: 1,200 (finance).',
    'Effort that it took: 11 person-weeks, estimated 4 to 9 (sprint reports).',
  ]);
  expect(outcomeSentences({ thresholds: [shippingCost], outcome: { levels: [{ threshold: 't1', level: 2 }] } })).toEqual(['time to display shipping cost: 2 s, goal 3.2 s, stretch reached.', 'All in all: stretch reached.']);
  expect(outcomeSentences({ thresholds: [shippingCost], outcome: { reviewDue: '2027-06-01' } })).toEqual([]);
});
