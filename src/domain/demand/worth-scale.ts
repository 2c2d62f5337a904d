/** One logarithmic scale for all worth ranges of a view, so that a small one beside a large one can still be seen. */

import type { MonthlyWorth } from './worth-a-month';

/** Where a range lies on the scale, as shares 0..1 of its width. */
export interface BarPlace {
  readonly from: number;
  readonly to: number;
  /** The range reaches zero or below, which a logarithmic scale cannot show: the bar begins at its left end. */
  readonly belowZero: boolean;
}

export interface WorthScale {
  readonly currency: string;
  /** Powers of ten, from the left end to the right end of the scale. */
  readonly ticks: readonly number[];
  place(worth: MonthlyWorth): BarPlace | undefined;
}

/** Nothing on the scale: undefined. Twelve powers of ten are shown at most; smaller amounts begin at the left end. */
export function scaleWorths(worths: readonly MonthlyWorth[]): WorthScale | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let currency = '';
  for (const worth of worths) {
    if (worth.kind !== 'range' || worth.high <= 0) continue;
    currency = worth.currency;
    most = Math.max(most, worth.high);
    least = Math.min(least, worth.low > 0 ? worth.low : worth.high);
  }
  if (most <= 0) return undefined;
  const last = Math.ceil(Math.log10(most) - 1e-9);
  const first = Math.max(Math.min(Math.floor(Math.log10(least) + 1e-9), last - 1), last - 12);
  const share = (amount: number): number => (amount <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log10(amount) - first) / (last - first))));
  return {
    currency, ticks: Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at)),
    place(worth) {
      if (worth.kind !== 'range') return undefined;
      return { from: share(worth.low), to: share(worth.high), belowZero: worth.low <= 0 };
    },
  };
}
