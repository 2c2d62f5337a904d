import { MODEL_TICKET } from '../../domain/conflict/claim';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { IndexEntry } from './claim-index';

/** Keys of the claims that a decision names. */
export function namedClaims(decision: Decision): readonly string[] {
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

/** Ids of the tickets that a decision binds, in order: those it names, and those that speak of the same thing. */
export function boundTickets(decision: Decision, entries: readonly IndexEntry[]): readonly number[] {
  const named = namedClaims(decision).map((key) => Number(key.slice(0, key.indexOf('/'))));
  const joint = decision.kind === 'collaborate' ? [decision.joint.id] : [];
  const meant = decision.kind === 'standardise' || decision.kind === 'separate ways' ? entries.filter((entry) => speaksOf(entry, decision)).map(({ ticket }) => Number(ticket)) : [];
  return [...new Set([...named, ...joint, ...meant])].filter((id) => Number.isSafeInteger(id) && id > MODEL_TICKET).sort((a, b) => a - b);
}

function speaksOf({ claims }: IndexEntry, { at, conflict }: Decision): boolean {
  return claims.some((claim) => claim.model === at.model && claim.element === at.element && (conflict.facet === 'several' || claim.facet === conflict.facet));
}
