import type { Bypass, ContextIndex } from '../context/product-context';
import { describeRefusal, type CheckedConflicts } from './describe-refusal';
import type { GatePolicy } from './gate-policy';

/** What a gate looks at. */
export interface GatedTicket {
  readonly id: number;
  readonly key: string;
  readonly typeId: string;
  /** ISO instant, also as Jira writes it: `2026-12-10T09:00:00.000+0000`. */
  readonly created: string;
  /** What stands in the ticket's property, whosever record it is. */
  readonly record: { readonly index?: Pick<ContextIndex, 'issue' | 'met' | 'hash'>; readonly bypass?: Pick<Bypass, 'gate'> } | undefined;
  readonly conflicts: CheckedConflicts | undefined;
}

export type Verdict =
  | { readonly passes: true; readonly because: 'complete' | 'other-type' | 'older' | 'bypassed' }
  | { readonly passes: false; readonly words: string };

/** What the gate says to a ticket: the manifest's expression, as a function. */
export function judgeTransition(policy: GatePolicy, ticket: GatedTicket): Verdict {
  if (policy.types.length > 0 && !policy.types.includes(ticket.typeId)) return { passes: true, because: 'other-type' };
  if (instantOf(ticket.created) < Date.parse(`${policy.since}T00:00:00Z`)) return { passes: true, because: 'older' };
  const own = ticket.record?.index?.issue === ticket.id ? ticket.record.index : undefined;
  const words = describeRefusal(policy, own, ticket.conflicts, ticket.key);
  if (words === undefined) return { passes: true, because: 'complete' };
  if (policy.bypass && own !== undefined && ticket.record?.bypass?.gate === policy.gate) return { passes: true, because: 'bypassed' };
  return { passes: false, words };
}

/** Jira writes the offset without a colon, which the language's standard does not promise to read. */
function instantOf(created: string): number {
  return Date.parse(created.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}
