/** Decisions on shared data that change something for one ticket, in words. */

import { formatDay } from '../../../src/domain/context/why-sentence';
import { ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import type { ClaimContent } from '../../../src/domain/context/product-context';
import { boundKeys, speaksOf } from '../../../src/domain/conflict/decisions/bound-claims';
import { isInForce, type Decision } from '../../../src/domain/conflict/decisions/decision';

export interface Bound {
  readonly number: number;
  /** What changes for this ticket. */
  readonly words: string;
  readonly why: string;
}

export interface BoundTicket {
  readonly id: number;
  readonly team: string;
  readonly claims: readonly ClaimContent[];
}

/** In the order of their numbers; what has no effect any more, or concerns others only, is left out. `today` is an ISO date. */
export function bindingDecisions(decisions: readonly Decision[], ticket: BoundTicket, today: string, locale: string): readonly Bound[] {
  return decisions.filter((decision) => isInForce(decision, today)).flatMap((decision) => {
    const words = effectOn(ticket, decision);
    return words === undefined ? [] : [{ number: decision.number, why: decision.why, words: `${decision.at.element}: ${words}${decision.until === undefined ? '' : ` Until ${formatDay(decision.until, locale)}.`}` }];
  });
}

function effectOn(ticket: BoundTicket, decision: Decision): string | undefined {
  const written = ticketClaims(ticket.claims, { ticket: { id: ticket.id, key: '' }, team: ticket.team, grade: 'bronze', status: 'proposed' });
  const bound = boundKeys(decision, written);
  const isOwn = (key: string): boolean => bound.has(key) && key.startsWith(`${String(ticket.id)}/`);
  const speaksOfIt = written.some((claim) => speaksOf(claim, decision));
  switch (decision.kind) {
    case 'standardise':
      if (decision.overruled.some(isOwn)) return 'one rule for all was decided, and what this ticket required there no longer counts.';
      return speaksOfIt ? 'one rule for all was decided, and it goes with what this ticket requires.' : undefined;
    case 'branch': {
      const own = decision.groups.find(({ claims }) => claims.some(isOwn));
      return own === undefined ? undefined : `what this ticket requires counts only when ${decision.dimension} is ${own.values.join(' or ')}.`;
    }
    case 'collaborate': return decision.members.some(isOwn) ? `the teams work it out together in ${decision.joint.key}; this ticket waits for that.` : undefined;
    case 'separate ways':
      if (!speaksOfIt) return undefined;
      return decision.teams.includes(ticket.team) ? 'this ticket’s team keeps its own, outside the shared data.' : undefined;
    default: return decision satisfies never;
  }
}
