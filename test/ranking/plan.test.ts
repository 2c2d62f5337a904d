import { costOfDelay, overByThen, planLanes, type PlanInput, type Standing } from '../../src/domain/ranking/plan';
import { priceOfInterrupt } from '../../src/domain/ranking/price-of-interrupt';
import { placementWords, priceSentences } from '../../src/domain/ranking/ranking-words';
import { showChance, showChanceWithError, showDemand, showEffort, showHitRate, showErrors, showMoney, showMoneyRange, showPercent } from '../../src/domain/ranking/show-number';
import { WEEKS_A_MONTH } from '../../src/domain/ranking/worth-over-time';
import { aComparable, aNotComparable } from '../given/a-candidate';

const week = (key: string, more: object = {}) => aComparable({ key, effort: 'one-exactly', ...more });
const plan = (more: Partial<PlanInput>) => planLanes({ ordered: [], others: [], standing: new Map(), capacity: 1, ...more });
const keys = (placements: ReturnType<typeof planLanes>) => placements.map(({ candidate, lane }) => `${candidate.key} ${lane}`);

test('[RK39] must goes first, by latest start', () => {
  const standing = new Map([['B-2', { must: true }], ['B-3', { must: true }]]);
  expect(keys(plan({ ordered: [week('B-1'), week('B-2', { neededBy: 5 }), week('B-3', { neededBy: 2 })], standing })))
    .toEqual(['B-3 must', 'B-2 must', 'B-1 ordered']);
});

test('[RK40] blockers come before; a circle keeps its order', () => {
  const standing = new Map([['B-1', { blockedBy: ['B-2'] }]]);
  const placements = plan({ ordered: [week('B-1'), week('B-2')], standing });
  expect(keys(placements)).toEqual(['B-2 ordered', 'B-1 ordered']);
  expect(placements[1]?.why).toEqual([{ because: 'order' }, { because: 'blocked-by', ids: ['B-2'] }]);
  const circle = new Map([['B-1', { blockedBy: ['B-2'] }], ['B-2', { blockedBy: ['B-1'] }]]);
  expect(keys(plan({ ordered: [week('B-1'), week('B-2')], standing: circle }))).toEqual(['B-1 ordered', 'B-2 ordered']);
});

test('[RK41] past its latest start a ticket is too late', () => {
  const [first, second] = plan({ ordered: [week('B-1', { neededBy: 1 }), week('B-2', { neededBy: 1 / WEEKS_A_MONTH })] });
  expect(first).toMatchObject({ start: 0, tooLate: false });
  expect(second).toMatchObject({ tooLate: true });
});

test('[RK42] what cannot be compared stands where people put it, or is listed', () => {
  const standing = new Map([['B-8', { placedAt: { place: 1, reason: 'promised to the regulator' } }]]);
  const placements = plan({ ordered: [week('B-1'), week('B-2')], others: [aNotComparable({ key: 'B-9' }), aNotComparable({ key: 'B-8' })], standing });
  expect(keys(placements)).toEqual(['B-1 ordered', 'B-8 not-comparable', 'B-2 ordered', 'B-9 not-comparable']);
  expect(placements[1]?.why).toEqual([{ because: 'placed', reason: 'promised to the regulator' }]);
  expect(placements[3]?.why).toEqual([{ because: 'not-placed' }]);
});

test('[RK150] an ordered ticket that people placed stands there with the reason, and counts in nobody else’s place', () => {
  const standing = new Map([
    ['B-1', { placedAt: { place: 1, reason: 'after the freeze' } }], ['B-8', { placedAt: { place: 1, reason: 'promised' } }], ['B-2', { must: true, placedAt: { place: 2, reason: 'a must goes first all the same' } }],
  ]);
  const placements = plan({ ordered: [week('B-1'), week('B-2', { neededBy: 3 }), week('B-3'), week('B-4')], others: [aNotComparable({ key: 'B-8' })], standing });
  expect(keys(placements)).toEqual(['B-2 must', 'B-3 ordered', 'B-1 ordered', 'B-8 not-comparable', 'B-4 ordered']);
  expect(placements.map(({ why }) => why)).toEqual([
    [{ because: 'must' }], [{ because: 'order' }], [{ because: 'placed', reason: 'after the freeze' }], [{ because: 'placed', reason: 'promised' }], [{ because: 'order' }],
  ]);
  expect(placements[2]).toMatchObject({ candidate: { id: 'B-1' }, start: 2 / WEEKS_A_MONTH });
});

test('[RK43] cost of delay is a week’s worth', () => {
  const ticket = week('B-1');
  expect(costOfDelay(ticket, 3)).toBeCloseTo(ticket.amount.mean / WEEKS_A_MONTH, 9);
  expect(costOfDelay(ticket, 20)).toBe(0);
});

test('[RK153] past its season or deadline a ticket is worth nothing by then; behind the horizon alone it is not over', () => {
  const season = week('B-2', { time: { shape: 'season', from: -1, until: 0.4 } });
  const deadline = week('B-3', { time: { shape: 'deadline', neededBy: 0.5 } });
  const placements = plan({ ordered: [week('B-1'), season, deadline, week('B-4', { time: { shape: 'season', from: 0, until: 9 } }), aComparable({ key: 'B-5', effort: [900, 900] })] });
  expect([...overByThen(placements)]).toEqual(['B-2', 'B-3']);
  expect(placements[1]?.why).toEqual([{ because: 'order' }, { because: 'over-by-then' }]);
  expect(placements[4]?.insideHorizon).toBe(false);
});

test('[RK44] without effort no time is taken', () => {
  const standing = new Map([['B-8', { placedAt: { place: 0, reason: 'first' } }]]);
  const [unsized, next] = plan({ ordered: [week('B-1')], others: [aNotComparable({ key: 'B-8', noEffort: true })], standing });
  expect(unsized?.start).toBeUndefined();
  expect(unsized?.why).toContainEqual({ because: 'no-effort' });
  expect(next?.start).toBe(0);
});

test('[RK45] without capacity nothing has a date', () => {
  expect(plan({ ordered: [week('B-1')], capacity: 0 })[0]).not.toHaveProperty('start');
});

test('[RK47] promises that would break are named, broken ones are not', () => {
  const standing = new Map([['B-1', { must: true }], ['B-2', { must: true }]]);
  const queue = plan({ ordered: [week('B-1', { neededBy: -1 }), week('B-2', { neededBy: 2.5 / WEEKS_A_MONTH })], standing });
  expect(priceOfInterrupt(queue, { effort: 3, place: 0 }, 1)?.missedMusts.map(({ key }) => key)).toEqual(['B-2']);
});

test('[RK48] what has no comparable worth is listed', () => {
  const standing = new Map([['B-8', { placedAt: { place: 0, reason: 'law' } }]]);
  const queue = plan({ ordered: [week('B-1')], others: [aNotComparable({ key: 'B-8' })], standing });
  expect(priceOfInterrupt(queue, { effort: 1, place: 0 }, 1)?.notCounted.map(({ key }) => key)).toEqual(['B-8']);
});

test('[RK49] at the end of the queue it costs nothing', () => {
  const queue = plan({ ordered: [week('B-1')] });
  expect(priceOfInterrupt(queue, { effort: 1, place: 1 }, 1)?.lost).toMatchObject({ p5: 0, p50: 0, p95: 0 });
  expect(priceOfInterrupt(queue, { effort: 1, place: 0 }, 0)).toBeUndefined();
});

test('[RK50] a chance is never 0 or 100', () => {
  expect([0, 0.02, 0.03, 0.5, 0.671, 0.97, 0.98, 1].map((p) => showChance(p, 'en-US')))
    .toEqual(['under 5 %', 'under 5 %', '5 %', '50 %', '65 %', '95 %', 'over 95 %', 'over 95 %']);
});

test('[RK51] money has two digits, range first', () => {
  expect(showMoney(7_840_000, 'USD', 'en-US')).toBe('$7.8M');
  expect(showMoneyRange({ p5: 4_250_000, p50: 7_400_000, p95: 12_910_000 }, 'USD', 'en-US')).toBe('$4.3M to $13M, middle $7.4M');
  expect(showEffort({ low: 2.48, high: 14.51 }, 'en-US')).toBe('2.5 to 15 person-weeks');
});

test('[RK52] demand says what is not included', () => {
  expect(showDemand({ p5: 143, p95: 208 }, 0, 'en-US')).toBe('140 to 210 % of capacity');
  expect(showDemand({ p5: 143, p95: 208 }, 17, 'en-US')).toBe('at least 140 to 210 % of capacity, 17 tickets without effort not included');
});

test('[RK53] a hit rate needs five outcomes', () => {
  expect(showHitRate(3, 4, 'en-US')).toBe('not enough yet');
  expect(showHitRate(3, 5, 'en-US')).toBe('3 of 5 ranges held the truth');
});

test('[RK54] the error is that of the drawing', () => {
  expect(showChanceWithError({ p: 0.5, samplingError: 0.0098 }, 'en-US'))
    .toBe('50 % (±1 percentage points from the drawing of lots, not from the estimates)');
});

const why = (placements: ReturnType<typeof planLanes>) => placements.map(({ candidate, why: reasons }) => `${candidate.key}: ${reasons.map((reason) => placementWords(reason, (id) => id)).join(' ')}`);

test('[RK101] what blocks a must takes its turn, through others too; what is placed stays behind all musts', () => {
  const standing = new Map([
    ['B-5', { must: true, blockedBy: ['B-2'] }], ['B-2', { blockedBy: ['B-3'] }], ['B-8', { placedAt: { place: 0, reason: 'promised' } }],
  ]);
  const placements = plan({ ordered: [week('B-1'), week('B-2'), week('B-3')], others: [week('B-5', { neededBy: 5 }), aNotComparable({ key: 'B-8' })], standing });
  expect(why(placements)).toEqual([
    'B-3: Its worth for its effort. Before B-5, which waits for it.', 'B-2: Its worth for its effort. Before B-5, which waits for it. After B-3, which blocks it.',
    'B-5: Law or contract: takes capacity first. After B-2, which blocks it.', 'B-8: Placed by people: promised', 'B-1: Its worth for its effort.',
  ]);
});

test('[RK102] each blocker is named where it stands', () => {
  const blocker = aNotComparable({ key: 'B-8' });
  const blocked = new Map([['B-1', { blockedBy: ['B-8'] }]]);
  expect(why(plan({ ordered: [week('B-1')], others: [blocker], standing: blocked }))).toEqual(['B-1: Its worth for its effort. Blocked by B-8, which is not in the plan.', 'B-8: Not placed yet: people decide where it goes.']);
  const later = new Map<string, Standing>([...blocked, ['B-8', { placedAt: { place: 2, reason: 'r' } }]]);
  expect(keys(plan({ ordered: [week('B-1'), week('B-2')], others: [blocker], standing: later }))).toEqual(['B-8 not-comparable', 'B-1 ordered', 'B-2 ordered']);
  const circle = new Map([['B-1', { blockedBy: ['B-2'] }], ['B-2', { blockedBy: ['B-1'] }]]);
  expect(why(plan({ ordered: [week('B-1'), week('B-2')], standing: circle }))).toEqual([
    'B-1: Its worth for its effort. Blocked by B-2, which waits for it in turn: a circle that people must open.', 'B-2: Its worth for its effort. After B-1, which blocks it.',
  ]);
});

test('[RK104] an old plan is judged by today, unless somebody works on it; so is what an interrupt breaks', () => {
  const ticket = week('B-1', { neededBy: 5 });
  const late = (now: number, started = false) => plan({ others: [ticket], standing: new Map([['B-1', { must: true, started }]]), now })[0]?.tooLate;
  expect([late(0), late(4), late(6), late(6, true)]).toEqual([false, false, true, false]);
  const old = plan({ others: [ticket], standing: new Map([['B-1', { must: true }]]), now: 4 });
  const fresh = plan({ others: [ticket], standing: new Map([['B-1', { must: true }]]) });
  const missed = (placements: ReturnType<typeof planLanes>) => priceOfInterrupt(placements, { effort: 6, place: 0 }, 1)?.missedMusts.map(({ key }) => key);
  expect([missed(fresh), missed(old)]).toEqual([[], ['B-1']]);
});

test('[RK111] [RK112] behind an interrupt, musts and placed tickets without effort are named, in front of it they are not', () => {
  const standing = new Map([['B-1', { must: true }], ['B-9', { placedAt: { place: 1, reason: 'promised' } }]]);
  const queue = plan({ ordered: [week('B-2')], others: [aNotComparable({ key: 'B-1', noEffort: true, neededBy: 2 }), aNotComparable({ key: 'B-9', noEffort: true })], standing });
  const first = priceOfInterrupt(queue, { effort: 2, place: 0 }, 1);
  const sentences = first === undefined ? [] : priceSentences(first, 'USD', 'en-US');
  expect(sentences.slice(0, 2)).toEqual(['No must ticket with an effort would miss its date because of it.', 'B-1 has no effort: whether it would miss its date is not known.']);
  expect(sentences.at(-1)).toBe('Not counted, because no money stands for it: B-9.');
  const last = priceOfInterrupt(queue, { effort: 2, place: 1 }, 1);
  expect([last?.unknownMusts, last?.notCounted.map(({ key }) => key)]).toEqual([[], ['B-9']]);
});

test('[RK113] what is not a number is not known', () => {
  expect([showChance(NaN, 'en-US'), showMoney(Infinity, 'USD', 'en-US'), showPercent(NaN, 'en-US'), showEffort({ low: NaN, high: NaN }, 'en-US')])
    .toEqual(['not known', 'not known', 'not known %', 'not known person-weeks']);
});

test('[RK114] the errors of a sum, end by end', () => {
  expect(showErrors({ p5: 0.34, p50: 0.37, p95: 1.55 }, (value) => showPercent(value, 'en-US'))).toBe('low end ±0.34 %, middle ±0.37 %, high end ±1.6 %, from the drawing of lots, not from the estimates');
});
