/** Collaborate: the members wait for a joint answer, and it replaces them where it applies. */

import type { Condition } from '../../context/product-context';
import { claimKey, type Claim } from '../claim';
import { conditionOf } from '../conditions';
import { boundKeys } from './bound-claims';
import { conditionWithout, type NamedValues } from './condition-without';
import type { Collaborate } from './decision';

export interface Collaboration {
  readonly claims: readonly Claim[];
  /** Keys of the members that still wait: the joint answer does not cover everything that they ask for. */
  readonly waiting: readonly string[];
}

/** `written` are the claims as their teams wrote them, `claims` as earlier decisions leave them. */
export function collaborate(decision: Collaborate, written: readonly Claim[], claims: readonly Claim[]): Collaboration {
  const members = boundKeys(decision, written);
  const answers = claims.filter((claim) => isAnswer(claim, decision)).map(conditionOf);
  const named = valuesNamed(claims.filter(({ model }) => model === decision.at.model));
  const waiting = new Set<string>();
  const left = claims.flatMap((claim) => {
    if (!members.has(claimKey(claim)) || claim.ticket.id === decision.joint.id) return [claim];
    const parts = answers.reduce<readonly Condition[]>((open, answer) => open.flatMap((part) => conditionWithout(part, answer, named)), [conditionOf(claim)]);
    if (parts.length > 0) waiting.add(claimKey(claim));
    return parts[0] === conditionOf(claim) ? [claim] : parts.map((when) => ({ ...claim, when }));
  });
  return { claims: left, waiting: [...waiting] };
}

function isAnswer(claim: Claim, { joint, at, conflict: { facet } }: Collaborate): boolean {
  return claim.ticket.id === joint.id && claim.status !== 'withdrawn' && claim.model === at.model && claim.element === at.element
    && (facet === 'several' || claim.facet === facet);
}

function valuesNamed(claims: readonly Claim[]): NamedValues {
  const named = new Map<string, Set<string>>();
  for (const claim of claims) {
    for (const [dimension, values] of Object.entries(conditionOf(claim))) {
      const known = named.get(dimension) ?? new Set<string>();
      named.set(dimension, known);
      for (const value of values) known.add(value);
    }
  }
  return (dimension) => [...named.get(dimension) ?? []].sort();
}
