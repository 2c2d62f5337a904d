import type { Comparable } from '../../src/domain/ranking/candidate';
import { chanceMatrix, chanceToWin, DRAWS, rangeOfRatio } from '../../src/domain/ranking/chance-to-win';
import { drawValues } from '../../src/domain/ranking/draws';
import { estimateCells, numberCell, rangeCells, wholeCell } from '../../src/domain/ranking/number-cells';
import { orderInBands } from '../../src/domain/ranking/order';
import { planLanes } from '../../src/domain/ranking/plan';
import { priceOfInterrupt, priceOfMust } from '../../src/domain/ranking/price-of-interrupt';
import { askFirst, explainBand, knowingInMoney, NOT_COMPARABLE_SENTENCES, placementWords, priceSentences } from '../../src/domain/ranking/ranking-words';
import {
  showCapacity, showChosenSum, showCount, showFit, showMoneyBetween, showMoneyIfReached, showMonth, showPercent, showPlace, showSamplingError, showSpan,
} from '../../src/domain/ranking/show-number';
import { aComparable, aNotComparable } from '../given/a-candidate';

const US = 'en-US';

test('[RK63] money names its horizon and its condition; equal amounts are one', () => {
  expect(showMoneyIfReached({ p5: 4.2e6, p50: 7.4e6, p95: 1.3e7 }, 'USD', US)).toBe('$4.2M to $13M, middle $7.4M over 12 months, if the goals are reached');
  expect(showMoneyIfReached({ p5: 5, p50: 5, p95: 5 }, 'USD', US)).toBe('$5 over 12 months, if the goals are reached');
  expect(showMoneyBetween({ low: 480_000, high: 3_140_000 }, 'USD', US)).toBe('$480K to $3.1M');
  expect(showMoneyBetween({ low: -2_000, high: 9_000 }, 'EUR', 'de-DE')).toMatch(/^-2000 € (to|bis) 9000 €$/);
});

test('[RK64] the chance of fitting says what it stands on', () => {
  const demandPercent = { p5: 90, p50: 120, p95: 160, error: { p5: 1, p50: 1, p95: 2 } };
  expect(showFit({ allFits: { p: 0.02, samplingError: 0.003 }, withoutEffort: 0, demandPercent }, US)).toBe('The chance that all of it fits is under 5 % (efforts err together)');
  expect(showFit({ allFits: { p: 0.37, samplingError: 0.01 }, withoutEffort: 3, demandPercent }, US)).toBe('The chance that all of it fits is 35 % (efforts err together, 3 tickets without effort not included)');
  expect(showFit({ withoutEffort: 17, demandPercent }, US)).toBe('Too many tickets lack an effort to say how likely all of it fits');
  expect(showFit({ withoutEffort: 0 }, US)).toBe('There is no chance of fitting without a capacity');
  expect(showFit({ withoutEffort: 1 }, US)).toBe('There is no chance of fitting without a capacity');
  expect(showSamplingError({ samplingError: 0.0098 }, US)).toBe('±1 percentage points from the drawing of lots, not from the estimates');
  expect(showPercent(183.4, US)).toBe('180 %');
  expect(showCapacity({ low: 24, high: 32, per: 'month' }, US)).toBe('24 to 32 person-weeks a month');
});

test('[RK65] a place is a band, a time is a month', () => {
  expect(showPlace(1, 4, US)).toBe('Band 1, 4 tickets that the estimates cannot tell apart');
  expect(showPlace(12, 1, US)).toBe('Band 12');
  expect(showMonth(2.5, '2026-11-22', US)).toBe('Feb 2027');
  expect(showMonth(-1, '2026-11-22', US)).toBe('Oct 2026');
  expect(showMonth(1e12, '2026-11-22', US)).toBe('beyond the calendar');
  expect([showSpan(0.23, US), showSpan(1, US), showSpan(6, US)]).toEqual(['1 week', '4.3 weeks', '6 months']);
  expect([showCount(1, 'ticket', US), showCount(1234, 'ticket', US)]).toEqual(['1 ticket', '1,234 tickets']);
});

test('[RK66] the sum of the chosen expects less', () => {
  const sum = { p5: 4.2e6, p50: 8e6, p95: 1.3e7 };
  expect(showChosenSum(sum, 'USD', US)).toBe('$4.2M to $13M, middle $8M a month, averaged over 12 months, if the goals are reached; chosen because they look good: expect less');
  expect(showChosenSum(sum, 'USD', US, 0.6)).toBe('$4.2M to $13M, middle $8M a month, averaged over 12 months as stated, $2.5M to $7.8M, middle $4.8M as things went so far; chosen because they look good: expect less');
});

test('[RK67] a tie names the closest two and their chance', () => {
  const tickets = [aComparable({ key: 'BUYER-1', worth: [8, 12] }), aComparable({ key: 'BUYER-2', worth: [6, 10] }), aComparable({ key: 'BUYER-3', worth: [8, 11] })];
  const [band] = orderInBands(tickets);
  expect(band && explainBand(band, US)).toBe('A tie: BUYER-1 beats BUYER-3 with a chance of 50 %, which is not enough to put one before the other.');
  const [alone] = orderInBands([aComparable({ key: 'BUYER-9' })]);
  expect(alone && explainBand(alone, US)).toBe('BUYER-9 stands apart from what comes after it.');
  const [shot] = orderInBands([aComparable({ key: 'BUYER-4', worth: [3, 20] }), aComparable({ key: 'BUYER-5', worth: [7.6, 8.2], calibration: { hits: 1e6, outcomes: 1e6 } })]);
  expect(shot && explainBand(shot, US)).toContain('BUYER-4 is a long shot: it leads by its mean, but more often than not the next one is worth more.');
});

test('[RK68] what to ask first, and its money as an upper bound', () => {
  const knowing = { ticket: aComparable({ key: 'BUYER-12' }), inside: true, worth: 41_234 };
  expect(askFirst(knowing, 'Order Status')).toBe('Ask Order Status for evidence on BUYER-12 first: it could change whether BUYER-12 is in.');
  expect(knowingInMoney(knowing, 'USD', US)).toBe('BUYER-12 is inside the cut as ordered now. Knowing its worth exactly would spare up to $41K a month on average: an upper bound, for this one estimate.');
});

test('[RK69] every placement says why', () => {
  const name = (id: string): string => `BUYER-${id}`;
  expect((['must', 'order', 'undecided-conflict', 'not-placed', 'no-effort', 'over-by-then'] as const).map((because) => placementWords({ because }, name))).toEqual([
    'Law or contract: takes capacity first.', 'Its worth for its effort.', 'An undecided conflict on shared data keeps it from being started.',
    'Not placed yet: people decide where it goes.', 'Without an effort it takes no time here.', 'Its season or deadline is over by then: worth nothing.',
  ]);
  expect(placementWords({ because: 'placed', reason: 'Promised to the board' }, name)).toBe('Placed by people: Promised to the board');
  expect(placementWords({ because: 'blocked-by', ids: ['1', '2'] }, name)).toBe('After BUYER-1 and BUYER-2, which block it.');
  expect(placementWords({ because: 'blocked-by', ids: ['1'] }, name)).toBe('After BUYER-1, which blocks it.');
});

test('[RK70] the price of an interrupt names promises first, then money, then what is not counted', () => {
  const must = aComparable({ key: 'BUYER-25', effort: [4, 4], neededBy: 3 });
  const plan = planLanes({ ordered: [must, aComparable({ key: 'BUYER-1', worth: [60_000, 100_000] })], others: [aNotComparable({ key: 'BUYER-18' })], capacity: 1,
    standing: new Map([['BUYER-25', { must: true }], ['BUYER-18', { placedAt: { place: 1, reason: 'Promised' } }]]) });
  const price = priceOfInterrupt(plan, { effort: 9, place: 0 }, 1);
  expect(price && priceSentences(price, 'USD', US)).toEqual([
    'BUYER-25 would miss its date, set by law or contract.',
    expect.stringMatching(/^Everything behind it slips by 2\.1 months and loses \$\d+K to \$\d+K, middle \$\d+K over 12 months, if the goals are reached; that is \$[\d.]+K to \$\d+K, middle \$\d+K a week of it\.$/),
    'Not counted, because no money stands for it: BUYER-18.',
  ]);
  const late = priceOfInterrupt(plan, { effort: 1, place: 3 }, 1);
  expect(late && priceSentences(late, 'USD', US)).toEqual(['No must ticket would miss its date because of it.', 'No money is lost behind it.']);
});

test('[RK71] every reason for not being comparable has a sentence', () => {
  for (const sentence of Object.values(NOT_COMPARABLE_SENTENCES)) expect(sentence).toMatch(/^[A-Z].+[.?]$/);
  expect(NOT_COMPARABLE_SENTENCES['low-is-zero']).toBe('Its worth starts at zero: what is the least it brings if it works?');
});

test('[RK72] an interrupt from the plan leaves its place', () => {
  const tickets = ['A', 'B', 'C', 'D'].map((key) => aComparable({ key, effort: [2, 2] }));
  const plan = planLanes({ ordered: tickets, others: [], standing: new Map(), capacity: 1 });
  const price = (id?: string) => priceOfInterrupt(plan, { effort: 2, place: 0, ...(id === undefined ? {} : { id }) }, 1)?.lost.p50 ?? 0;
  expect(price('C') / price()).toBeCloseTo(0.5, 1);
  expect(price('A')).toBe(0);
});

test('[RK81] the range of worth for effort holds 90 of 100 draws', () => {
  const drawsOf = ({ id, team, ...ticket }: Comparable, quantity: 'worth' | 'effort'): Float64Array => drawValues(ticket[quantity], { id, quantity, group: quantity === 'worth' ? team : 'infrastructure', rho: 0.2 }, DRAWS);
  const shareInside = (ticket: Comparable): number => {
    const [worths, efforts] = [drawsOf(ticket, 'worth'), drawsOf(ticket, 'effort')];
    const { low, high } = rangeOfRatio(ticket);
    return worths.filter((worth, at) => worth / (efforts[at] ?? 1) >= low && worth / (efforts[at] ?? 1) <= high).length / DRAWS;
  };
  expect(shareInside(aComparable({ key: 'BUYER-1', worth: [6, 10], effort: [4, 9] }))).toBeCloseTo(0.9, 2);
  const mayLose = aComparable({ key: 'BUYER-2', worth: [-2, 10], effort: [4, 9] });
  expect(shareInside(mayLose)).toBeCloseTo(0.9, 2);
  expect(rangeOfRatio(mayLose).low).toBeLessThan(0);
});

test('[RK73] a table of chances agrees with each chance alone', () => {
  const tickets = [aComparable({ key: 'A', worth: [6, 10] }), aComparable({ key: 'B', worth: [3, 20] }), aComparable({ key: 'C', worth: [-2, 9] })];
  const table = chanceMatrix(tickets);
  for (const [at, a] of tickets.entries()) for (const [to, b] of tickets.entries()) expect(table[at]?.[to]).toBeCloseTo(chanceToWin(a, b), 10);
});

test('[RK77] the price of a must is what everything behind it loses by its being there', () => {
  const must = aComparable({ key: 'BUYER-25', effort: [4, 4], neededBy: 3 });
  const other = aComparable({ key: 'BUYER-1', worth: [60_000, 100_000], effort: [4, 4] });
  const standing = new Map([['BUYER-25', { must: true }]]);
  const plan = planLanes({ ordered: [must, other], others: [], capacity: 1, standing });
  const alone = planLanes({ ordered: [other], others: [], capacity: 1, standing });
  const asInterrupt = priceOfInterrupt(alone, { effort: must.effort.mean, place: 0 }, 1);
  expect(priceOfMust(plan, 'BUYER-25', 1)?.lost.p50).toBeCloseTo(asInterrupt?.lost.p50 ?? 0, 4);
  expect(priceOfMust(plan, 'BUYER-25', 1)?.missedMusts).toEqual([]);
  expect(priceOfMust(plan, 'BUYER-99', 1)).toBeUndefined();
});

test('[RK120] cells of an export have two digits and both ends, and are empty where nobody knows', () => {
  expect([numberCell(4_249_876), numberCell(0.123), numberCell(undefined), numberCell(Number.NaN)]).toEqual([4_200_000, 0.12, '', '']);
  expect([wholeCell(55.6), wholeCell(undefined)]).toEqual([56, '']);
  expect(rangeCells({ low: 4_249_876, high: 12_911_235 })).toEqual([4_200_000, 13_000_000]);
  expect(estimateCells(aComparable({ worth: [6, 10] }).worth)).toEqual([4.2, 13]);
  expect(estimateCells(undefined)).toEqual(['', '']);
});
