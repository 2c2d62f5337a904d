/** Cores: minimal sets of claims that cannot hold together at a common point. At most one is kept per claim. */

import { canHold, claimKey, compareClaims, levelRank, meansEverywhere, type Claim } from './claim';
import { claimsByPoint, conditionKey, conditionOf } from './conditions';
import { canonicalJson } from './canonical-json';
import { shrink, type Rule } from './rules/rule';

/** Claims that nothing below tells apart: they ask the same, equally strongly, under the same condition. */
export interface Stance {
  /** The smallest of the claims stands for all. */
  readonly claim: Claim;
  readonly members: readonly Claim[];
}

export interface Core {
  readonly claims: readonly Claim[];
  /** 0 limits, 1 blocking, 2 negotiable, 3 soft. */
  readonly severity: number;
}

export interface Clashing {
  readonly stance: Stance;
  /** The worst core with this stance in it that was found. */
  readonly core: Core;
  /** Claims of tickets that may hold others, outside silence, keep this one from gold. */
  readonly held: boolean;
}

/** Silence about a dimension makes a conflict negotiable at most. */
const NEGOTIABLE = 2;
const MUST = 1;

/** Every stance in a core, with its worst core; undefined when the conditions have more common points than the bound. */
export function findCores(rule: Rule, claims: readonly Claim[]): readonly Clashing[] | undefined {
  const stances = stancesOf(rule, claims);
  const points = claimsByPoint(stances.map((stance) => stance.claim));
  if (points === undefined) return undefined;
  const worst = new Map<Claim, { core: Core; held: boolean }>();
  for (const point of points) {
    if (!rule.clashes(point)) continue;
    const pools = firmPools(point);
    for (const claim of point) {
      const found = worstCore(rule, claim, point, pools);
      if (found === undefined) continue;
      const held = isHeld(rule, claim, pools);
      const before = worst.get(claim);
      if (before === undefined || compareCores(found, before.core) < 0) worst.set(claim, { core: found, held: held || before?.held === true });
      else if (held) before.held = true;
    }
  }
  return stances.flatMap((stance) => {
    const found = worst.get(stance.claim);
    return found === undefined ? [] : [{ stance, ...found }];
  });
}

/** Worse first; then the smaller proof, then the one with the smaller claims. */
export function compareCores(a: Core, b: Core): number {
  if (a.severity !== b.severity) return a.severity - b.severity;
  if (a.claims.length !== b.claims.length) return a.claims.length - b.claims.length;
  const [first, second] = [a, b].map((core) => [...core.claims].sort(compareClaims));
  for (const [at, claim] of (first ?? []).entries()) {
    const other = second?.[at];
    const order = other === undefined ? 0 : compareClaims(claim, other);
    if (order !== 0) return order;
  }
  return 0;
}

/** Sorted, without repetitions of one claim, so that neither order nor duplicates change anything. */
function stancesOf(rule: Rule, claims: readonly Claim[]): readonly Stance[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of withoutRepetitions(claims)) {
    const marks = [levelRank(claim), canHold(claim), conditionKey(conditionOf(claim)), [...(claim.everywhere ?? [])].sort()];
    // A claim that may hold also faces claims of its own ticket, so tickets that may not hold are kept apart.
    const key = JSON.stringify([...marks, canHold(claim) ? '' : claim.ticket.id, rule.ask(claim)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return [...groups.values()].flatMap((members) => {
    const claim = members[0];
    return claim === undefined ? [] : [{ claim, members }];
  });
}

function withoutRepetitions(claims: readonly Claim[]): readonly Claim[] {
  const sorted = [...claims].sort((a, b) => compareClaims(a, b) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return sorted.filter((claim, at) => {
    const before = sorted[at - 1];
    return before === undefined || claimKey(before) !== claimKey(claim);
  });
}

/**
 * Claims among which no silence matters: for some dimensions, all claims that name no other dimension and for each of these
 * either name it or say "everywhere". A core lies in one of the pools exactly if no silence matters in it.
 */
function firmPools(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const dimensions = [...new Set(claims.flatMap((claim) => Object.keys(conditionOf(claim))))].sort();
  const subsets = dimensions.length <= 4 ? subsetsOf(dimensions) : [[], ...dimensions.map((name) => [name]), dimensions];
  return subsets.map((subset) => claims.filter((claim) => {
    const named = Object.keys(conditionOf(claim));
    return named.every((name) => subset.includes(name)) && subset.every((name) => named.includes(name) || meansEverywhere(claim, name));
  })).filter((pool) => pool.length > 0);
}

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]]);
}

function worstCore(rule: Rule, claim: Claim, all: readonly Claim[], pools: readonly (readonly Claim[])[]): Core | undefined {
  let best: Core | undefined;
  for (const pool of pools) {
    if (!pool.includes(claim)) continue;
    const claims = strongestCore(rule, claim, pool);
    const found = claims === undefined ? undefined : { claims, severity: Math.max(...claims.map(levelRank)) };
    if (found !== undefined && (best === undefined || compareCores(found, best) < 0)) best = found;
  }
  if (best !== undefined && best.severity <= NEGOTIABLE) return best;
  const claims = strongestCore(rule, claim, all);
  if (claims === undefined) return best;
  const silent = { claims, severity: Math.max(NEGOTIABLE, ...claims.map(levelRank)) };
  return best === undefined || silent.severity < best.severity ? silent : best;
}

/** Tries opponents from the strongest level down, so that the first core found is the worst. */
function strongestCore(rule: Rule, claim: Claim, pool: readonly Claim[]): readonly Claim[] | undefined {
  for (const level of new Set(pool.map(levelRank).sort((a, b) => a - b))) {
    const core = coreWith(rule, claim, pool.filter((other) => levelRank(other) <= level));
    if (core !== undefined) return core;
  }
  return undefined;
}

/** The ticket waits when claims that may hold it, none of them weaker, leave it no way. */
function isHeld(rule: Rule, claim: Claim, pools: readonly (readonly Claim[])[]): boolean {
  const rank = levelRank(claim);
  if (rank > MUST || claim.status !== 'proposed') return false;
  return pools.some((pool) => pool.includes(claim) && coreWith(
    rule, claim, pool.filter((other) => levelRank(other) <= rank && (canHold(other) || other.ticket.id === claim.ticket.id)),
  ) !== undefined);
}

function coreWith(rule: Rule, claim: Claim, pool: readonly Claim[]): readonly Claim[] | undefined {
  const others = pool.filter((other) => other !== claim);
  const core = rule.coreWith === undefined ? shrunkCore(rule, claim, others) : rule.coreWith(claim, others);
  if (core === undefined || rule.also === undefined) return core;
  const proves = rule.proves?.(core) ?? core.some((member) => member.facet === rule.facet);
  return proves ? core : undefined;
}

function shrunkCore(rule: Rule, claim: Claim, others: readonly Claim[]): readonly Claim[] | undefined {
  const all = [claim, ...others];
  if (!rule.clashes(all)) return undefined;
  const core = shrink(all, rule.clashes);
  return core.includes(claim) ? core : undefined;
}
