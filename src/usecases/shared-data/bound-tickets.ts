import { MODEL_TICKET } from '../../domain/conflict/claim';
import { namedClaims, speaksOf } from '../../domain/conflict/decisions/bound-claims';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { IndexEntry } from './claim-index';

/** Ids of the tickets whose claims a decision names. */
export function namedTickets(decision: Decision): readonly string[] {
  const ids = namedClaims(decision).map((key) => key.slice(0, key.indexOf('/')));
  return [...new Set(ids)].filter((id) => Number.isSafeInteger(Number(id)) && Number(id) > MODEL_TICKET);
}

/** Ids of the tickets that a decision binds, in order: those it names, and those that speak of the same thing. */
export function boundTickets(decision: Decision, entries: readonly IndexEntry[]): readonly number[] {
  const named = namedTickets(decision).map(Number);
  const joint = decision.kind === 'collaborate' ? [decision.joint.id] : [];
  const meant = decision.kind === 'standardise' || decision.kind === 'separate ways' ? entries.filter(({ claims }) => claims.some((claim) => speaksOf(claim, decision))).map(({ ticket }) => Number(ticket)) : [];
  return [...new Set([...named, ...joint, ...meant])].filter((id) => Number.isSafeInteger(id) && id > MODEL_TICKET).sort((a, b) => a - b);
}
