/** The normal distribution, from a library with tested tails. */

import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Half the width of a 90 % range in standard deviations. */
export const Z90 = 1.644854;

/** Chance that a standard normal is at most `x`. */
export const phi: (x: number) => number = cdf.factory(0, 1);

/** The point below which a standard normal falls with chance `p`. */
export const zOf: (p: number) => number = quantile.factory(0, 1);

/** Density of the standard normal at `x`. */
export function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
