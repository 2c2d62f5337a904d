/** NOT_CHECKED: the honest "unknown". */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import type { Note, Place } from '../conflict';

/** Conditions with more common points than the checker looks at. */
export function notChecked(at: Place, facet: Facet, claims: readonly Claim[]): Note {
  return { code: 'NOT_CHECKED', at, facet, claims, detail: 'whether more of them clash: their conditions overlap in too many ways to look at all' };
}
