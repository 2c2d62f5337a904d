/** The order as lines of a table: bands, their tickets, and the cut line between two of them. */

import type { Comparable } from '../../../src/domain/ranking/candidate';
import type { Band } from '../../../src/domain/ranking/order';

export type OrderLine =
  | { readonly kind: 'band'; readonly band: Band; readonly number: number }
  /** `at`: its place in the whole order, which no screen shows as a rank. */
  | { readonly kind: 'ticket'; readonly ticket: Comparable; readonly at: number; readonly band: Band }
  | { readonly kind: 'cut' };

/** `cut` tickets stand above the line; the line may run through a band. */
export function orderLines(bands: readonly Band[], cut: number): OrderLine[] {
  const lines: OrderLine[] = cut === 0 ? [{ kind: 'cut' }] : [];
  let at = 0;
  for (const [index, band] of bands.entries()) {
    lines.push({ kind: 'band', band, number: index + 1 });
    for (const ticket of band.members) {
      lines.push({ kind: 'ticket', ticket, at, band });
      at += 1;
      if (at === cut) lines.push({ kind: 'cut' });
    }
  }
  return lines;
}
