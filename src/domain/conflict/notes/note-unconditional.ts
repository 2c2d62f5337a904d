/** UNCONDITIONAL: a claim without condition beside claims that apply only somewhere. Intended? */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import { conditionOf } from '../conditions';
import type { Note, Place } from '../conflict';

/** The claims that leave a dimension empty and unanswered that another claim on the same facet names. */
export function noteUnconditional(at: Place, facet: Facet, claims: readonly Claim[]): readonly Note[] {
  const named: string[] = [];
  for (const claim of claims) {
    if (claim.when === undefined) continue;
    for (const name of Object.keys(conditionOf(claim))) if (!named.includes(name)) named.push(name);
  }
  if (named.length === 0) return NONE;
  const silent = claims.filter((claim) => named.some((name) => !Object.hasOwn(conditionOf(claim), name) && claim.everywhere?.includes(name) !== true));
  return silent.length === 0 ? NONE : [{ code: 'UNCONDITIONAL', at, facet, claims: silent, detail: named.sort().join(', ') }];
}

const NONE: readonly Note[] = [];
