/** What a value statement is worth a month, as a range on one scale, or why it cannot stand on that scale. */

import type { Delay, ValueStatement, Worth } from '../context/product-context';
import { UNKNOWN_FACTOR, WIDE_FACTOR } from '../ranking/estimate';
import { HORIZON_MONTHS, lacksParameters, monthsBetween, timesEarned, type WorthOverTime } from '../ranking/worth-over-time';

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
  /** Its season or deadline has passed: nothing, and that is known. */
  | { readonly kind: 'over'; readonly currency: string }
  | { readonly kind: NotComparable };

export interface MoneySettings {
  readonly currency: string;
  readonly rates?: Readonly<Record<string, number>>;
}

/** Worth a month by numbers.md sections 1 and 2: W(0) over the horizon, ends of the range as stated; `today` is an ISO date. */
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
  if (low > 0 && high / low > UNKNOWN_FACTOR) return { kind: 'too-wide' };
  const rate = currency === money.currency ? 1 : money.rates?.[currency];
  if (rate === undefined) return { kind: 'other-currency' };
  const time = overTime(per, delay, today);
  const factor = timesEarned(time, 0) / HORIZON_MONTHS;
  if (factor === 0) return { kind: 'over', currency: money.currency };
  return {
    kind: 'range', low: low * rate * factor, high: high * rate * factor, currency: money.currency, wide: low > 0 && high / low > WIDE_FACTOR,
    notes: [...(per === 'once' ? ['once' as const] : []), ...(currency === money.currency ? [] : ['converted' as const]), ...shapeNote(time)],
  };
}

function overTime(per: WorthOverTime['per'], delay: Delay | undefined, today: string): WorthOverTime {
  return {
    per, shape: delay?.shape ?? 'steady',
    ...(delay?.neededBy === undefined ? {} : { neededBy: monthsBetween(today, delay.neededBy) }),
    ...(delay?.from === undefined ? {} : { from: monthsBetween(today, delay.from) }),
    ...(delay?.until === undefined ? {} : { until: monthsBetween(today, delay.until) }),
    ...(delay?.halfLifeMonths === undefined ? {} : { halfLifeMonths: delay.halfLifeMonths }),
  };
}

function shapeNote(time: WorthOverTime): ('season' | 'fading')[] {
  return (time.shape === 'season' || time.shape === 'fading') && !lacksParameters(time) ? [time.shape] : [];
}
