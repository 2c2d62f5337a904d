/** Cores: minimal sets of claims that cannot hold together at a common point. At most one is kept per claim. */

import type { AskedRule } from './asked-rule';
import { canHold, compareClaims, levelRank, type Claim } from './claim';
import { firmPools, poolOf, type Pool } from './claim-pools';
import { claimsByPoint, conditionKey, conditionOf } from './conditions';
import { canonicalJson } from './canonical-json';
import type { Rule } from './rules/rule';
import { coreSearch, type CoreSearch } from './search-core';
import { somePoints } from './some-points';

/** Claims that nothing below tells apart: they ask the same, equally strongly, under the same condition. */
export interface Stance {
  /** The smallest of the claims stands for all. */
  readonly claim: Claim;
  readonly members: readonly Claim[];
}

export interface Core {
  /** By ticket and claim. */
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

/** What was found; `isComplete` is false where conditions have more common points than the bound, so that some were not looked at. */
export interface Cores {
  readonly clashing: readonly Clashing[];
  readonly isComplete: boolean;
}

/** More common points than this are not searched again for claims that have a proof as bad as theirs can be. */
const MANY_POINTS = 100;
/** Claims that may be looked at for others, where not all points are looked at anyway. */
const MOST_WORK = 5_000_000;

/** Every stance in a core, with its worst core. */
export function findCores(rule: AskedRule, claims: readonly Claim[]): Cores {
  const stances = stancesOf(rule, claims);
  const all = claimsByPoint(stances.map((stance) => stance.claim));
  const points = all ?? somePoints(stances.map((stance) => stance.claim));
  const search = coreSearch(rule);
  const worst = new Map<Claim, Found>();
  let work = all === undefined ? MOST_WORK : Number.POSITIVE_INFINITY;
  for (const point of points) {
    if (!rule.clashes(point)) continue;
    const suspects = rule.suspects?.(point) ?? point;
    const open = points.length > MANY_POINTS ? suspects.filter((claim) => !isSettled(claim, worst.get(claim))) : suspects;
    if (open.length === 0 || work < 0) continue;
    const pools = firmPools(point);
    const everything = poolOf(point);
    for (const claim of open) {
      const found = worstCore(search, claim, everything, pools);
      if (found !== undefined) keepWorst(worst, claim, { core: found, held: isHeldIn(found, claim) || isHeld(search, claim, pools) });
    }
    work -= open.length * point.length;
  }
  // Whoever is part of a proof takes part, even where no search began at it.
  for (const { core } of [...worst.values()]) {
    for (const claim of core.claims) if (!worst.has(claim)) worst.set(claim, { core, held: isHeldIn(core, claim) });
  }
  const clashing = stances.flatMap((stance) => {
    const found = worst.get(stance.claim);
    return found === undefined ? [] : [{ stance, ...found }];
  });
  return { clashing, isComplete: all !== undefined };
}

interface Found {
  readonly core: Core;
  readonly held: boolean;
}

function keepWorst(worst: Map<Claim, Found>, claim: Claim, found: Found): void {
  const before = worst.get(claim);
  const core = before === undefined || compareCores(found.core, before.core) < 0 ? found.core : before.core;
  worst.set(claim, { core, held: found.held || before?.held === true });
}

/** No other point can show a worse conflict of this claim, nor hold its ticket more. */
function isSettled(claim: Claim, found: Found | undefined): boolean {
  return found !== undefined && found.core.severity === levelRank(claim) && (found.held || !mayBeHeld(claim));
}

/** Worse first; then the smaller proof, then the one with the smaller claims. */
export function compareCores(a: Core, b: Core): number {
  if (a.severity !== b.severity) return a.severity - b.severity;
  if (a.claims.length !== b.claims.length) return a.claims.length - b.claims.length;
  for (let at = 0; at < a.claims.length; at++) {
    const [claim, other] = [a.claims[at], b.claims[at]];
    const order = claim === undefined || other === undefined ? 0 : compareClaims(claim, other);
    if (order !== 0) return order;
  }
  return 0;
}

/** Sorted, without repetitions of one claim, so that neither order nor duplicates change anything. */
function stancesOf(rule: Rule, claims: readonly Claim[]): readonly Stance[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of withoutRepetitions(claims)) {
    const everywhere = claim.everywhere === undefined ? '' : JSON.stringify([...claim.everywhere].sort());
    // A claim that may hold also faces claims of its own ticket, so tickets that may not hold are kept apart.
    const ticket = canHold(claim) ? '' : String(claim.ticket.id);
    // Only what is asked may have line ends of its own.
    const key = `${String(levelRank(claim))}\n${conditionKey(conditionOf(claim))}\n${everywhere}\n${ticket}\n${rule.ask(claim)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  const stances: Stance[] = [];
  for (const members of groups.values()) if (members[0] !== undefined) stances.push({ claim: members[0], members });
  return stances;
}

function withoutRepetitions(claims: readonly Claim[]): readonly Claim[] {
  const sorted = [...claims].sort((a, b) => compareClaims(a, b) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return sorted.filter((claim, at) => {
    const before = sorted[at - 1];
    return before === undefined || compareClaims(before, claim) !== 0 || !isSamePart(before, claim);
  });
}

/** What a decision left of a claim may apply in several parts, each under a condition of its own. */
function isSamePart(one: Claim, other: Claim): boolean {
  return conditionKey(conditionOf(one)) === conditionKey(conditionOf(other));
}

function worstCore(search: CoreSearch, claim: Claim, all: Pool, pools: readonly Pool[]): Core | undefined {
  let best: Core | undefined;
  for (const pool of pools) {
    if (!pool.claims.includes(claim)) continue;
    const found = strongestCore(search, claim, pool);
    if (found !== undefined && (best === undefined || compareCores(found, best) < 0)) best = found;
  }
  if ((best !== undefined && best.severity <= NEGOTIABLE) || pools.some((pool) => pool.claims.length === all.claims.length)) return best;
  const found = strongestCore(search, claim, all);
  if (found === undefined) return best;
  const silent = { ...found, severity: Math.max(NEGOTIABLE, found.severity) };
  return best === undefined || silent.severity < best.severity ? silent : best;
}

/** Tries opponents from the strongest level down, so that the first core found is the worst. */
function strongestCore(search: CoreSearch, claim: Claim, pool: Pool): Core | undefined {
  for (const strong of pool.byStrength) {
    const core = search(claim, strong);
    if (core !== undefined) return { claims: [...core].sort(compareClaims), severity: Math.max(...core.map(levelRank)) };
  }
  return undefined;
}

function mayBeHeld(claim: Claim): boolean {
  return levelRank(claim) <= MUST && claim.status === 'proposed';
}

/** Whether `other`, no weaker than the claim, counts in keeping the claim's ticket from gold. */
function holds(other: Claim, claim: Claim): boolean {
  return levelRank(other) <= levelRank(claim) && (canHold(other) || other.ticket.id === claim.ticket.id);
}

/** The ticket waits when claims that may hold it, none of them weaker, leave it no way. */
function isHeld(search: CoreSearch, claim: Claim, pools: readonly Pool[]): boolean {
  return mayBeHeld(claim) && pools.some((pool) => pool.claims.includes(claim) && search(claim, pool.claims.filter((other) => holds(other, claim))) !== undefined);
}

function isHeldIn({ claims, severity }: Core, claim: Claim): boolean {
  return mayBeHeld(claim) && severity < NEGOTIABLE && claims.every((other) => other === claim || holds(other, claim));
}
