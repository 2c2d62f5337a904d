/** Ranges, worths and changes for people: `3 to 5 %`, `$6M to $10M a month`, `+3 to 5 %`. */

import { formatLevel, formatMoney, formatNumber, DEFAULT_LOCALE } from './format-number';
import type { Period, ValueChange, Worth } from './product-context';

/** Completes an amount: `$6M a month`. */
export const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  once: 'once', week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year',
};

/** `4 to 9 person-weeks`; equal ends are one number; a missing end reads "at least" or "at most"; no end at all is nothing. */
export function formatRange(
  range: { readonly low?: number; readonly high?: number }, unit?: string, locale: string = DEFAULT_LOCALE,
): string {
  return between(range, (value, isLast) => (isLast ? formatLevel(value, unit, locale) : formatNumber(value, locale)));
}

/** `$6M to $10M a month`. Without a currency the bare numbers; without a period none is claimed. */
export function formatWorth(worth: Worth, locale: string = DEFAULT_LOCALE): string {
  const { currency, per } = worth;
  const amount = between(worth, (value) => (currency === undefined ? formatNumber(value, locale) : formatMoney(value, currency, locale)));
  return amount === '' || per === undefined ? amount : `${amount} ${PERIOD_WORDS[per]}`;
}

/** `+3 to 5 %`, `-2 to +1 %`: the sign stands once where both ends share it. */
export function formatChange(change: ValueChange, locale: string = DEFAULT_LOCALE): string {
  const { low, high } = change;
  const isSignShared = low !== undefined && high !== undefined && low > 0 && high > 0;
  return between(change, (value, isLast) => {
    const sign = value > 0 && !(isSignShared && isLast && low !== high) ? '+' : '';
    return sign + (isLast ? formatLevel(value, change.unit, locale) : formatNumber(value, locale));
  });
}

function between(
  { low, high }: { readonly low?: number; readonly high?: number }, show: (value: number, isLast: boolean) => string,
): string {
  if (low === undefined && high === undefined) return '';
  if (low === undefined) return `at most ${show(high ?? 0, true)}`;
  if (high === undefined) return `at least ${show(low, true)}`;
  return low === high ? show(low, true) : `${show(low, false)} to ${show(high, true)}`;
}
