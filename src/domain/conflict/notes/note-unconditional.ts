/** UNCONDITIONAL: a claim without condition beside claims that apply only somewhere. Intended? */

import type { Facet } from '../../context/product-context';
import { MODEL_TICKET, meansEverywhere, type Claim } from '../claim';
import type { Note, Place } from '../conflict';

const NONE: readonly Note[] = [];
const NO_NAMES: readonly string[] = [];

/** The claims that leave a dimension empty and unanswered that another claim on the same facet names. */
export function noteUnconditional(at: Place, facet: Facet, claims: readonly Claim[]): readonly Note[] {
  const named = namedDimensions(claims);
  if (named.length === 0) return NONE;
  const silent = claims.filter((claim) => leavesEmpty(claim, named));
  return silent.length === 0 ? NONE : [{ code: 'UNCONDITIONAL', at, facet, claims: silent, detail: named.length === 1 ? named[0] ?? '' : [...named].sort().join(', ') }];
}

// Both loops run for every group of claims; they build nothing on the way. A dimension that lists nothing counts as empty.
function namedDimensions(claims: readonly Claim[]): readonly string[] {
  let named: string[] | undefined;
  for (const { when } of claims) {
    if (when === undefined) continue;
    for (const name in when) {
      if (when[name]?.length === 0) continue;
      if (named === undefined) named = [name];
      else if (!named.includes(name)) named.push(name);
    }
  }
  return named ?? NO_NAMES;
}

function leavesEmpty(claim: Claim, named: readonly string[]): boolean {
  const { when } = claim;
  if (when === undefined && claim.everywhere === undefined) return claim.ticket.id !== MODEL_TICKET;
  for (const name of named) {
    if ((when?.[name]?.length ?? 0) === 0 && !meansEverywhere(claim, name)) return true;
  }
  return false;
}
