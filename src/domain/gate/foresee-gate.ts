import { criterionLabel } from '../context/criteria';
import type { GateSummary } from '../context/settings';
import { findLacking } from './describe-refusal';
import type { GatedTicket } from './judge-transition';

/** What a gate of the settings would say to a ticket; `lacks` are labels in the order of the gate. */
export type GateOutlook =
  | { readonly says: 'pass' }
  | { readonly says: 'pass-by-bypass' | 'refuse'; readonly lacks: readonly string[] }
  | { readonly says: 'no-context' };

/**
 * Judged by what the gate reads, the stored index of this very ticket, and not by today's rules. The settings do not know which
 * types a rule looks at, since when, and whether it takes a bypass; it is supposed to look at all and to take one.
 */
export function foreseeGate({ gate, criteria }: GateSummary, ticket: Pick<GatedTicket, 'id' | 'record' | 'conflicts'>): GateOutlook {
  const own = ticket.record?.index?.issue === ticket.id ? ticket.record.index : undefined;
  const lacks = findLacking({ criteria: criteria.map((code) => ({ code, label: criterionLabel(code) })) }, own, ticket.conflicts);
  if (lacks.length === 0) return { says: 'pass' };
  if (own === undefined) return { says: 'no-context' };
  return { says: ticket.record?.bypass?.gate === gate ? 'pass-by-bypass' : 'refuse', lacks };
}
