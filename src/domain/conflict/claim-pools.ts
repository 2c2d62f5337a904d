/** Claims among which cores are looked for: all, and those among which no silence matters. */

import { levelRank, meansEverywhere, type Claim } from './claim';
import { conditionOf } from './conditions';

/**
 * Claims among which no silence matters: for some dimensions, all claims that name no other dimension and for each of these
 * either name it or say "everywhere". A core lies in one of the pools exactly if no silence matters in it.
 */
export function firmPools(claims: readonly Claim[]): readonly Pool[] {
  const names = claims.map((claim) => Object.keys(conditionOf(claim)));
  const dimensions = [...new Set(names.flat())].sort();
  if (dimensions.length === 0) return [poolOf(claims)];
  const subsets = dimensions.length <= 4 ? subsetsOf(dimensions) : [[], ...dimensions.map((name) => [name]), dimensions];
  return subsets.map((subset) => claims.filter((claim, at) => {
    const named = names[at] ?? [];
    return named.every((name) => subset.includes(name)) && subset.every((name) => named.includes(name) || meansEverywhere(claim, name));
  })).filter((pool) => pool.length > 0).map(poolOf);
}

/** Claims among which cores are looked for. */
export interface Pool {
  readonly claims: readonly Claim[];
  /** The claims of the strongest level, those of the two strongest, and so on; the last are all. */
  readonly byStrength: readonly (readonly Claim[])[];
}

export function poolOf(claims: readonly Claim[]): Pool {
  let levels = 0;
  for (const claim of claims) levels |= 1 << levelRank(claim);
  const byStrength: (readonly Claim[])[] = [];
  for (let level = 0; levels >> level > 1; level++) {
    if (((levels >> level) & 1) === 1) byStrength.push(claims.filter((other) => levelRank(other) <= level));
  }
  byStrength.push(claims);
  return { claims, byStrength };
}

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
}
