/** What a value statement is worth a month, as a range on one scale, or why it cannot stand on that scale. */

import type { Delay, Period, Worth, ValueStatement } from '../context/product-context';

/** numbers.md section 2: the horizon over which amounts are compared, in months. */
export const HORIZON_MONTHS = 12;
/** numbers.md section 2: 365.25 days a year, 12 months. */
const WEEKS_A_MONTH = 365.25 / 84;
const DAYS_A_MONTH = 365.25 / 12;
/** numbers.md section 1: a range wider than this counts as unknown; one wider than the second is pointed out. */
const TOO_WIDE = 100;
const WIDE = 10;

const IN_A_MONTH: Record<Exclude<Period, 'once'>, number> = { week: WEEKS_A_MONTH, month: 1, quarter: 1 / 3, year: 1 / 12 };

/** Why a worth is not comparable; unknown is never zero. */
export type NotComparable = 'none' | 'unknown' | 'not-money' | 'incomplete' | 'zero-low' | 'too-wide' | 'other-currency';

export type MonthlyWorth =
  | {
    readonly kind: 'range';
    /** Money a month over the horizon if the goal is reached and the work were delivered today, in `currency`. */
    readonly low: number;
    readonly high: number;
    readonly currency: string;
    /** More than a factor 10 between the ends: measure first. */
    readonly wide: boolean;
    /** `once`: a single amount, spread over the horizon to compare; `converted`: at a rate of the settings. */
    readonly notes: readonly ('once' | 'converted' | 'season' | 'fading')[];
  }
  | { readonly kind: NotComparable };

export interface MoneySettings {
  readonly currency: string;
  readonly rates?: Readonly<Record<string, number>>;
}

/** Worth a month by numbers.md sections 1 and 2 (W(0) over the horizon); `today` is an ISO date. */
export function worthAMonth(value: ValueStatement | undefined, delay: Delay | undefined, money: MoneySettings, today: string): MonthlyWorth {
  if (value === undefined) return { kind: 'none' };
  if (value.unknown === true) return { kind: 'unknown' };
  if (value.notMoney !== undefined) return { kind: 'not-money' };
  if (value.worth === undefined) return { kind: 'none' };
  return comparableWorth(value.worth, delay, money, today);
}

function comparableWorth(worth: Worth, delay: Delay | undefined, money: MoneySettings, today: string): MonthlyWorth {
  const { low, high, currency, per } = worth;
  if (low === undefined || high === undefined || currency === undefined || per === undefined || low > high) return { kind: 'incomplete' };
  if (low === 0) return { kind: 'zero-low' };
  if (low > 0 && high / low > TOO_WIDE) return { kind: 'too-wide' };
  const rate = currency === money.currency ? 1 : money.rates?.[currency];
  if (rate === undefined) return { kind: 'other-currency' };
  const [factor, shape] = monthlyFactor(per, delay, today);
  return {
    kind: 'range', low: low * rate * factor, high: high * rate * factor, currency: money.currency, wide: low > 0 && high / low > WIDE,
    notes: [...(per === 'once' ? ['once' as const] : []), ...(currency === money.currency ? [] : ['converted' as const]), ...(shape === undefined ? [] : [shape])],
  };
}

/** What one unit of the stated amount is worth a month over the horizon, and the shape that was applied. */
function monthlyFactor(per: Period, delay: Delay | undefined, today: string): [number, 'season' | 'fading' | undefined] {
  if (per === 'once') return [1 / HORIZON_MONTHS, undefined];
  const a = IN_A_MONTH[per];
  if (delay?.shape === 'season' && delay.from !== undefined && delay.until !== undefined) {
    const overlap = Math.min(monthsFrom(today, delay.until), HORIZON_MONTHS) - Math.max(monthsFrom(today, delay.from), 0);
    return [a * Math.max(0, overlap) / HORIZON_MONTHS, 'season'];
  }
  if (delay?.shape === 'fading' && delay.halfLifeMonths !== undefined) {
    const months = delay.halfLifeMonths / Math.LN2 * (1 - 2 ** (-HORIZON_MONTHS / delay.halfLifeMonths));
    return [a * months / HORIZON_MONTHS, 'fading'];
  }
  return [a, undefined];
}

function monthsFrom(today: string, date: string): number {
  return (Date.parse(date) - Date.parse(today)) / 86_400_000 / DAYS_A_MONTH;
}

/**
 * All lows added and all highs added: the widest the sum can be, not its 90 % range (the order under uncertainty computes
 * that). Says how many it leaves out.
 */
export interface WorthSum {
  readonly low: number;
  readonly high: number;
  readonly comparable: number;
  readonly notComparable: number;
}

/** Adds what is on the scale and counts what is not. */
export function addWorths(worths: readonly MonthlyWorth[]): WorthSum {
  const sum = { low: 0, high: 0, comparable: 0, notComparable: 0 };
  for (const worth of worths) {
    if (worth.kind === 'range') {
      sum.low += worth.low;
      sum.high += worth.high;
      sum.comparable += 1;
    } else {
      sum.notComparable += 1;
    }
  }
  return sum;
}
