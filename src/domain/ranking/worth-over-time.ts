/** What a ticket is worth if delivered later: months from the plan's own date, over a horizon. Rules: RK10 to RK14. */

import type { DelayShape, Period } from '../context/product-context';

/** 365.25 days / 12 months / 7 days. */
export const WEEKS_A_MONTH = 365.25 / 84;
/** Months over which worth is counted. */
export const HORIZON_MONTHS = 12;

/** How worth depends on the month of delivery; times are months from the plan's date and may be negative. */
export interface WorthOverTime {
  readonly per: Period;
  readonly shape: DelayShape;
  readonly neededBy?: number;
  readonly from?: number;
  readonly until?: number;
  readonly halfLifeMonths?: number;
}

/** One unit of `worth.per` as units a month; once stays once. */
export function perMonth(per: Exclude<Period, 'once'>): number {
  switch (per) {
    case 'week': return WEEKS_A_MONTH;
    case 'month': return 1;
    case 'quarter': return 1 / 3;
    case 'year': return 1 / 12;
    default: return per satisfies never;
  }
}

/** Whether the shape lacks what it needs; it then counts as steady, and the page says so. */
export function lacksParameters(time: WorthOverTime): boolean {
  switch (time.shape) {
    case 'steady': return false;
    case 'deadline': return time.neededBy === undefined;
    case 'season': return time.from === undefined || time.until === undefined || time.until <= time.from;
    case 'fading': return time.halfLifeMonths === undefined || time.halfLifeMonths <= 0;
    default: return time.shape satisfies never;
  }
}

/**
 * How many times the stated amount is earned over the horizon if delivered `t` months from the plan's date.
 * Worth is this factor times the amount; it never rises with `t`.
 */
export function timesEarned(time: WorthOverTime, t: number, horizon: number = HORIZON_MONTHS): number {
  if (lacksParameters(time)) return steady(time.per, t, horizon);
  const { neededBy = 0, from = 0, until = 0, halfLifeMonths = 1 } = time;
  switch (time.shape) {
    case 'steady': return steady(time.per, t, horizon);
    case 'deadline': return t <= neededBy ? steady(time.per, t, horizon) : 0;
    case 'season': return season(time.per, { t, horizon, from, until });
    case 'fading': return fading(time.per, { t, horizon, tau: halfLifeMonths });
    default: return time.shape satisfies never;
  }
}

function steady(per: Period, t: number, horizon: number): number {
  if (per === 'once') return t <= horizon ? 1 : 0;
  return perMonth(per) * Math.max(0, horizon - t);
}

/** An amount that comes once in a season is spread evenly over it. */
function season(per: Period, { t, horizon, from, until }: { t: number; horizon: number; from: number; until: number }): number {
  const months = Math.max(0, Math.min(horizon, until) - Math.max(t, from));
  return per === 'once' ? months / (until - from) : perMonth(per) * months;
}

/** An amount that comes once and fades is halved every half-life. */
function fading(per: Period, { t, horizon, tau }: { t: number; horizon: number; tau: number }): number {
  if (t > horizon) return 0;
  if (per === 'once') return 2 ** (-t / tau);
  return perMonth(per) * (tau / Math.LN2) * (2 ** (-t / tau) - 2 ** (-horizon / tau));
}

/** Months between two ISO dates; a month is a twelfth of 365.25 days. */
export function monthsBetween(fromDate: string, toDate: string): number {
  const days = (Date.parse(`${toDate}T00:00:00Z`) - Date.parse(`${fromDate}T00:00:00Z`)) / 86_400_000;
  return days / (WEEKS_A_MONTH * 7);
}
