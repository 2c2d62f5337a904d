/** Which claims a decision binds: those that it names, as long as they ask for what they asked when it was made. */

import { contentHash } from '../../context/content-hash';
import type { ClaimContent } from '../../context/product-context';
import { MODEL_TICKET, claimKey, isLaw, type Claim } from '../claim';
import { isSameElement, isSameOrInside } from '../spell-as-model';
import type { Decision } from './decision';

/** Keys of the claims that a decision names, each once and in a fixed order. */
export function namedClaims(decision: Decision): readonly string[] {
  return [...new Set(keysOf(decision))];
}

function keysOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'standardise': return decision.overruled;
    case 'branch': return decision.groups.flatMap(({ claims }) => claims);
    case 'collaborate': return decision.members;
    case 'separate ways': return [];
    default: {
      const never: never = decision;
      return never;
    }
  }
}

/**
 * Hash of what a claim asks for: its place, facet, level, condition and numbers, but not why. Eight digits, as a record of decisions is
 * short: they need only differ from those of the same claim before it was changed.
 */
export function askHash({ ticket: _ticket, team: _team, status: _status, grade: _grade, ...content }: ClaimContent & Partial<Claim>): string {
  return contentHash({ claims: [content] }).slice(0, 8);
}

/** The decision with what each claim that it names asks for now. `claims` are as their teams wrote them. */
export function bindAsked<D extends Decision>(decision: D, claims: readonly Claim[]): D {
  const named = namedClaims(decision);
  if (named.length === 0) return decision;
  const wanted = new Set(named);
  const hashes = new Map(claims.filter((claim) => claim.ticket.id > MODEL_TICKET && wanted.has(claimKey(claim))).map((claim) => [claimKey(claim), askHash(claim)]));
  return { ...decision, asked: named.map((key) => hashes.get(key) ?? '') };
}

/** Keys of the claims that a decision binds; `written` are all claims as their teams wrote them. What an earlier decision laid down is bound by its name; what law or a contract demands is bound by none. */
export function boundKeys(decision: Decision, written: readonly Claim[]): ReadonlySet<string> {
  const asked = new Map(namedClaims(decision).map((key, at) => [key, decision.asked?.[at] ?? '']));
  const bound = new Set([...asked.keys()].filter((key) => key.startsWith('-')));
  for (const claim of written) {
    if (isLaw(claim)) continue;
    const key = claimKey(claim);
    const hash = asked.get(key);
    if (hash !== undefined && (hash === '' ? isPlaced(claim, decision) : askHash(claim) === hash)) bound.add(key);
  }
  return bound;
}

/** A decision that was kept without what its claims asked binds them where they speak of the same thing. */
function isPlaced(claim: Claim, { at, conflict: { facet } }: Decision): boolean {
  if (claim.model !== at.model) return false;
  return facet === 'several' || facet === 'budget' || facet === 'shape' || (claim.element === at.element && claim.facet === facet);
}

/** Whether a claim is about what was decided. Teams that leave take along all that they require of the element, and what is in it. */
export function speaksOf(claim: ClaimContent & Partial<Claim>, decision: Decision): boolean {
  const { at, conflict: { facet } } = decision;
  if (claim.model !== at.model) return false;
  if (isSameElement(claim.element, at.element) && (facet === 'several' || claim.facet === facet)) return true;
  return decision.kind === 'separate ways' && isSameOrInside(claim.element, at.element) && (claim.team === undefined || decision.teams.includes(claim.team));
}
