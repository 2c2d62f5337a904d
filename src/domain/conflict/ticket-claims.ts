/** The claims of a ticket as the checker reads them: with the ticket, the team, and whether they are proposed or in force. */

import type { AnswerState, ClaimContent, Grade } from '../context/product-context';
import type { Claim, ClaimStatus, TicketRef } from './claim';

export interface ClaimingTicket {
  readonly ticket: TicketRef;
  /** Id of the consuming team; empty where nobody said. */
  readonly team: string;
  readonly grade: Grade;
  readonly status: ClaimStatus;
}

/** What each claim asks, with what the checker has to know about its ticket. */
export function ticketClaims(claims: readonly ClaimContent[] | undefined, { ticket, team, grade, status }: ClaimingTicket): readonly Claim[] {
  return (claims ?? []).map((claim) => ({ ...claim, ticket, team, grade, status }));
}

/** Names of resolutions, in lower case, that mean "closed and not built". */
const NOT_BUILT = new Set([
  'won\'t do', 'won\'t fix', 'wont do', 'wont fix', 'declined', 'rejected', 'cancelled', 'canceled', 'duplicate', 'cannot reproduce',
  'incomplete', 'not a bug', 'obsolete', 'abandoned',
]);

/** Declined or closed unbuilt: withdrawn. Done: in force. Everything else is proposed. `resolution` is its name in Jira. */
export function claimStatus(
  { isDone, resolution, answer }: { readonly isDone: boolean; readonly resolution?: string | undefined; readonly answer?: AnswerState | undefined },
): ClaimStatus {
  if (answer === 'declined') return 'withdrawn';
  if (!isDone) return 'proposed';
  return NOT_BUILT.has((resolution ?? '').toLowerCase().replaceAll('’', '\'')) ? 'withdrawn' : 'in force';
}
