/** UNCONDITIONAL: a claim without condition beside claims that apply only somewhere. Intended? */

import type { Facet } from '../../context/product-context';
import { meansEverywhere, type Claim } from '../claim';
import { conditionOf } from '../conditions';
import type { Note, Place } from '../conflict';

const NONE: readonly Note[] = [];

/** The claims that leave a dimension empty and unanswered that another claim on the same facet names. */
export function noteUnconditional(at: Place, facet: Facet, claims: readonly Claim[]): readonly Note[] {
  const named = namedDimensions(claims);
  if (named.length === 0) return NONE;
  const silent = claims.filter((claim) => leavesEmpty(claim, named));
  return silent.length === 0 ? NONE : [{ code: 'UNCONDITIONAL', at, facet, claims: silent, detail: named.sort().join(', ') }];
}

// Both loops run for every group of claims; they build nothing on the way.
function namedDimensions(claims: readonly Claim[]): string[] {
  const named: string[] = [];
  for (const claim of claims) {
    if (claim.when === undefined) continue;
    for (const name in conditionOf(claim)) if (!named.includes(name)) named.push(name);
  }
  return named;
}

function leavesEmpty(claim: Claim, named: readonly string[]): boolean {
  const condition = claim.when === undefined ? undefined : conditionOf(claim);
  for (const name of named) {
    if (condition?.[name] === undefined && !meansEverywhere(claim, name)) return true;
  }
  return false;
}
