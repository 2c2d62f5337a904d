import type { ContextIndex } from '../context/product-context';
import type { GatePolicy } from './gate-policy';
import { joinWords } from '../context/join-words';

/** The part of a ticket's conflicts that a gate reads. */
export interface CheckedConflicts {
  readonly hash: string;
  readonly met: readonly string[];
}

/**
 * The sentence with which a gate refuses a ticket, or undefined if the ticket has everything the gate wants. Word for word what
 * the manifest's expression says; a test compares the two.
 * @param index of this very ticket; undefined if there is no context or it is another ticket's
 * @param conflicts counts only while its hash equals the content's
 */
export function describeRefusal(
  policy: GatePolicy, index: Pick<ContextIndex, 'met' | 'hash'> | undefined, conflicts: CheckedConflicts | undefined, issueKey: string,
): string | undefined {
  const lacking = findLacking(policy, index, conflicts);
  if (lacking.length === 0) return undefined;
  const reason = index === undefined
    ? `${issueKey} has no product context of its own yet`
    : `Not ready: ${issueKey} lacks ${joinWords(lacking)}`;
  return `${reason}. ${policy.hint}`;
}

/** Labels of what the gate wants and the ticket does not have, in the order of the rule. */
export function findLacking(
  policy: Pick<GatePolicy, 'criteria'>, index: Pick<ContextIndex, 'met' | 'hash'> | undefined, conflicts: CheckedConflicts | undefined,
): readonly string[] {
  const settled = conflicts?.hash === index?.hash ? (conflicts?.met ?? []) : [];
  return policy.criteria.filter(({ code }) => !(index?.met ?? []).includes(code) && !settled.includes(code)).map(({ label }) => label);
}
