/** The claims of a ticket as the checker reads them: with the ticket, the team, and whether they are proposed or in force. */

import type { AnswerState, ClaimContent, Grade } from '../context/product-context';
import { RESOLUTIONS_NOT_BUILT } from '../context/settings';
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

/** What has become of a ticket, as far as Jira and its record tell. */
export interface TicketFate {
  readonly isDone: boolean;
  /** Name of the resolution in Jira. */
  readonly resolution?: string | undefined;
  readonly answer?: AnswerState | undefined;
  /** Names of resolutions that mean "closed and not built"; absent: those that Jira brings along. */
  readonly notBuilt?: readonly string[] | undefined;
}

/** Declined or closed unbuilt: withdrawn. Done: in force. Everything else is proposed. */
export function claimStatus({ isDone, resolution = '', answer, notBuilt = RESOLUTIONS_NOT_BUILT }: TicketFate): ClaimStatus {
  if (answer === 'declined') return 'withdrawn';
  if (!isDone) return 'proposed';
  return notBuilt.some((name) => spelled(name) === spelled(resolution)) ? 'withdrawn' : 'in force';
}

function spelled(name: string): string {
  return name.trim().toLowerCase().replaceAll('’', '\'');
}
