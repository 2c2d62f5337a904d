/** The one place through which every computed number reaches a screen, with what it says beside its digits. Rules: RK50 to RK54, RK63 to RK66, RK113, RK114, RK120. */

import { formatCount, formatDecimals, formatMoney, formatTwoDigits, NOT_KNOWN } from '../context/format-number';
import type { Range } from '../context/product-context';
import type { Chance, Percentiles, Simulation } from './simulate';
import { HORIZON_MONTHS, WEEKS_A_MONTH } from './worth-over-time';

/** To the nearest 5 %; never 0 or 100. */
export function showChance(p: number, locale: string): string {
  if (!Number.isFinite(p)) return NOT_KNOWN;
  const percent = Math.round(p * 20) * 5;
  if (percent < 5) return `under ${formatCount(5, locale)} %`;
  if (percent > 95) return `over ${formatCount(95, locale)} %`;
  return `${formatCount(percent, locale)} %`;
}

/** A chance with the error of the arithmetic. */
export function showChanceWithError(chance: Chance, locale: string): string {
  return `${showChance(chance.p, locale)} (${showSamplingError(chance, locale)})`;
}

/** The error of the arithmetic, never of the estimates. */
export function showSamplingError({ samplingError }: Pick<Chance, 'samplingError'>, locale: string): string {
  return `±${formatDecimals(Math.max(0.1, samplingError * 100), 1, locale)} percentage points from the drawing of lots, not from the estimates`;
}

/** Of a low end, a middle and a high end of draws: how far each may be off because of the draws alone; `show` gives the unit. */
export function showErrors({ p5, p50, p95 }: Percentiles['error'], show: (value: number) => string): string {
  return `low end ±${show(p5)}, middle ±${show(p50)}, high end ±${show(p95)}, from the drawing of lots, not from the estimates`;
}

/** Two digits: $7.8M, €950K. */
export function showMoney(amount: number, currency: string, locale: string): string {
  return formatMoney(amount, currency, locale);
}

/** Range before middle: "$4.2M to $13M, middle $7.4M"; one amount where all three look the same. */
export function showMoneyRange({ p5, p50, p95 }: Pick<Percentiles, 'p5' | 'p50' | 'p95'>, currency: string, locale: string): string {
  const [low, middle, high] = [showMoney(p5, currency, locale), showMoney(p50, currency, locale), showMoney(p95, currency, locale)];
  return low === high && low === middle ? low : `${low} to ${high}, middle ${middle}`;
}

/** Money with what it stands on: "$4.2M to $13M, middle $7.4M over 12 months, if the goals are reached". */
export function showMoneyIfReached(amounts: Pick<Percentiles, 'p5' | 'p50' | 'p95'>, currency: string, locale: string): string {
  return `${showMoneyRange(amounts, currency, locale)} over ${formatCount(HORIZON_MONTHS, locale)} months, if the goals are reached`;
}

/** A range of money without its middle, for axes and rows: "$4.2M to $13M". */
export function showMoneyBetween({ low, high }: Range, currency: string, locale: string): string {
  const [from, to] = [showMoney(low, currency, locale), showMoney(high, currency, locale)];
  return from === to ? from : `${from} to ${to}`;
}

/** What was chosen for looking good disappoints; with eight outcomes, by how much so far. The sum is one of draws: worths of one team err together. */
export function showChosenSum(sum: Pick<Percentiles, 'p5' | 'p50' | 'p95'>, currency: string, locale: string, deliveredOverStated?: number): string {
  const stated = `${showMoneyRange(sum, currency, locale)} a month, averaged over ${formatCount(HORIZON_MONTHS, locale)} months`;
  if (deliveredOverStated === undefined) return `${stated}, if the goals are reached; chosen because they look good: expect less`;
  const [p5, p50, p95] = [sum.p5 * deliveredOverStated, sum.p50 * deliveredOverStated, sum.p95 * deliveredOverStated];
  return `${stated} as stated, ${showMoneyRange({ p5, p50, p95 }, currency, locale)} as things went so far; chosen because they look good: expect less`;
}

/** A plain amount of two digits or a whole count, for axes and cells: "1,200", "0.35". */
export function showAmount(value: number, locale: string): string {
  return Number.isInteger(value) ? formatCount(value, locale) : formatTwoDigits(value, locale);
}

/** Person-weeks as a range of two digits. */
export function showEffort({ low, high }: Range, locale: string): string {
  const [from, to] = [formatTwoDigits(low, locale), formatTwoDigits(high, locale)];
  return from === to ? personWeeks(from) : `${from} to ${personWeeks(to)}`;
}

/** "24 to 32 person-weeks a month". */
export function showCapacity({ low, high, per }: Range & { readonly per: string }, locale: string): string {
  return `${showEffort({ low, high }, locale)} a ${per}`;
}

/** "140 to 210 % of capacity", with what was not counted. */
export function showDemand({ p5, p95 }: Pick<Percentiles, 'p5' | 'p95'>, withoutEffort: number, locale: string): string {
  const range = `${formatTwoDigits(p5, locale)} to ${formatTwoDigits(p95, locale)} % of capacity`;
  return withoutEffort === 0 ? range : `at least ${range}, ${withoutEffortWords(withoutEffort, locale)}`;
}

/** "140 %", two digits. */
export function showPercent(percent: number, locale: string): string {
  return `${formatTwoDigits(percent, locale)} %`;
}

/** A share of work: "56 %", whole. */
export function showShare(percent: number, locale: string): string {
  return `${formatCount(percent, locale)} %`;
}

/** The chance that everything fits, with what it stands on; why there is none where there is none. */
export function showFit({ allFits, withoutEffort, demandPercent }: Pick<Simulation, 'allFits' | 'withoutEffort' | 'demandPercent'>, locale: string): string {
  if (allFits === undefined) return demandPercent === undefined ? 'There is no chance of fitting without a capacity' : 'Too many tickets lack an effort to say how likely all of it fits';
  const left = withoutEffort === 0 ? '' : `, ${withoutEffortWords(withoutEffort, locale)}`;
  return `The chance that all of it fits is ${showChance(allFits.p, locale)} (efforts err together${left})`;
}

/** "Jan 2027": a time of the plan, to the month, because a queue of ranges knows no days. */
export function showMonth(months: number, planDate: string, locale: string): string {
  const at = Date.parse(`${planDate}T00:00:00Z`) + months * WEEKS_A_MONTH * 7 * 86_400_000;
  if (!Number.isFinite(at) || Math.abs(at) > 8e15) return 'beyond the calendar';
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** "2.5 weeks", "3 months". */
export function showSpan(months: number, locale: string): string {
  const weeks = months * WEEKS_A_MONTH;
  if (weeks < 9) return unit(formatTwoDigits(weeks, locale), 'week');
  return unit(formatTwoDigits(months, locale), 'month');
}

/** A place is a band, never a rank: several tickets share it. */
export function showPlace(band: number, size: number, locale: string): string {
  return `Band ${formatCount(band, locale)}${size === 1 ? '' : `, ${formatCount(size, locale)} tickets that the estimates cannot tell apart`}`;
}

/** "3 tickets". */
export function showCount(count: number, noun: string, locale: string): string {
  return `${formatCount(count, locale)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A hit rate from five outcomes on; per team, never per person. */
export function showHitRate(hits: number, outcomes: number, locale: string): string {
  if (outcomes < 5) return 'not enough yet';
  return `${formatCount(hits, locale)} of ${formatCount(outcomes, locale)} ranges held the truth`;
}

function withoutEffortWords(count: number, locale: string): string {
  return `${showCount(count, 'ticket', locale)} without effort not included`;
}

function personWeeks(amount: string): string {
  return unit(amount, 'person-week');
}

function unit(amount: string, noun: string): string {
  return `${amount} ${noun}${amount === '1' ? '' : 's'}`;
}
