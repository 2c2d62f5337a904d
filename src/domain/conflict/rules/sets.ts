/** Sets of allowed things and n-way cores of them: allowed values and types share this. */

import type { Claim } from '../claim';
import { shrink } from './rule';

/** What a claim allows (absent: everything) and denies. */
export interface Allowed {
  readonly allow?: ReadonlySet<string>;
  readonly deny?: ReadonlySet<string>;
}

/** What all allow together, or undefined where nobody lists what is allowed. */
export function commonMembers(all: readonly Allowed[]): ReadonlySet<string> | undefined {
  let smallest: ReadonlySet<string> | undefined;
  for (const { allow } of all) if (allow !== undefined && (smallest === undefined || allow.size < smallest.size)) smallest = allow;
  if (smallest === undefined) return undefined;
  return new Set([...smallest].filter((member) => all.every(({ allow, deny }) => (allow?.has(member) ?? true) && deny?.has(member) !== true)));
}

/**
 * A minimal clashing set with `claim` in it, if growing from the claim finds one: always adds what leaves fewest members, then
 * leaves out what is not needed. Not every core can be found so; the one found is a core.
 */
export function coreOfSets(
  claim: Claim, others: readonly Claim[], allowed: (claim: Claim) => Allowed, clashes: (claims: readonly Claim[]) => boolean,
): readonly Claim[] | undefined {
  if (clashes([claim])) return [claim];
  const pair = others.find((other) => other !== claim && clashes([claim, other]));
  if (pair !== undefined) return clashes([pair]) ? undefined : [claim, pair];
  const chosen = growth(claim, others, allowed, clashes);
  if (chosen === undefined) return undefined;
  // The claim stands first, so it is the last that shrinking tries to leave out.
  const core = shrink(chosen, clashes);
  return core.includes(claim) ? core : undefined;
}

function growth(
  claim: Claim, others: readonly Claim[], allowed: (claim: Claim) => Allowed, clashes: (claims: readonly Claim[]) => boolean,
): readonly Claim[] | undefined {
  if (!clashes([claim, ...others])) return undefined;
  const chosen: Claim[] = [claim];
  const left = others.filter((other) => other !== claim);
  while (!clashes(chosen)) {
    const sets = chosen.map(allowed);
    let best: { at: number; size: number } | undefined;
    for (const [at, other] of left.entries()) {
      const size = commonMembers([...sets, allowed(other)])?.size ?? Number.POSITIVE_INFINITY;
      if (best === undefined || size < best.size) best = { at, size };
    }
    const next = best === undefined ? undefined : left.splice(best.at, 1)[0];
    if (next === undefined) return undefined;
    chosen.push(next);
  }
  return chosen;
}
