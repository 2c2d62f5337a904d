/** The one place through which every computed number reaches a screen or an export. Rules: RK50 to RK54. */

import type { Range } from '../context/product-context';
import type { Chance, Percentiles } from './simulate';

/** To the nearest 5 %; never 0 or 100. */
export function showChance(p: number, locale: string): string {
  const percent = Math.round(p * 20) * 5;
  if (percent < 5) return `under ${number(5, locale)} %`;
  if (percent > 95) return `over ${number(95, locale)} %`;
  return `${number(percent, locale)} %`;
}

/** A chance with the error of the arithmetic. */
export function showChanceWithError({ p, samplingError }: Chance, locale: string): string {
  return `${showChance(p, locale)} (±${number(Math.max(0.1, samplingError * 100), locale, 1)} percentage points from the drawing of lots, not from the estimates)`;
}

/** Two digits: $7.8M, €950K. */
export function showMoney(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 2, currencyDisplay: 'narrowSymbol',
  }).format(amount === 0 ? 0 : amount);
}

/** Range before middle: "$4.2M to $13M, middle $7.4M". */
export function showMoneyRange({ p5, p50, p95 }: Pick<Percentiles, 'p5' | 'p50' | 'p95'>, currency: string, locale: string): string {
  return `${showMoney(p5, currency, locale)} to ${showMoney(p95, currency, locale)}, middle ${showMoney(p50, currency, locale)}`;
}

/** Person-weeks as a range of two digits. */
export function showEffort({ low, high }: Range, locale: string): string {
  const [from, to] = [twoDigits(low, locale), twoDigits(high, locale)];
  return from === to ? `${from} person-weeks` : `${from} to ${to} person-weeks`;
}

/** "140 to 210 % of capacity", with what was not counted. */
export function showDemand({ p5, p95 }: Pick<Percentiles, 'p5' | 'p95'>, withoutEffort: number, locale: string): string {
  const range = `${twoDigits(p5, locale)} to ${twoDigits(p95, locale)} % of capacity`;
  if (withoutEffort === 0) return range;
  return `at least ${range}, ${number(withoutEffort, locale)} ${withoutEffort === 1 ? 'ticket' : 'tickets'} without effort not included`;
}

/** A hit rate from five outcomes on; per team, never per person. */
export function showHitRate(hits: number, outcomes: number, locale: string): string {
  if (outcomes < 5) return 'not enough yet';
  return `${number(hits, locale)} of ${number(outcomes, locale)} ranges held the truth`;
}

function twoDigits(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value);
}

function number(value: number, locale: string, digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}
