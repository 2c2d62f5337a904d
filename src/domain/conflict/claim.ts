/** A claim with what the checker has to know about the ticket that makes it. */

import { LEVELS, type ClaimContent, type Grade, type Level } from '../context/product-context';

/** `proposed`: an open ticket; `in force`: done as built, or the model's own constraint; `withdrawn`: declined or closed unbuilt. */
export type ClaimStatus = 'proposed' | 'in force' | 'withdrawn';

export interface TicketRef {
  /** Numeric Jira id; `MODEL_TICKET` for a constraint that came with the imported model. */
  readonly id: number;
  readonly key: string;
}

/** The ticket id of constraints that no ticket makes: they came with the imported model. */
export const MODEL_TICKET = 0;

export interface Claim extends ClaimContent {
  readonly ticket: TicketRef;
  /** Id of the consuming team. */
  readonly team: string;
  readonly status: ClaimStatus;
  /** Grade of the claim's own ticket: a draft (`none`) holds nobody. */
  readonly grade: Grade;
}

/** Identifies a claim among all tickets; claim ids alone are unique within a ticket only. */
export function claimKey(claim: Claim): string {
  return `${String(claim.ticket.id)}/${claim.id}`;
}

/** Order of claims by ticket id, then by claim id: what "the smallest claim" means everywhere. */
export function compareClaims(a: Claim, b: Claim): number {
  if (a.ticket.id !== b.ticket.id) return a.ticket.id - b.ticket.id;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The level that counts: a limit that names no authority is a must. */
export function effectiveLevel(claim: Claim): Level {
  return claim.level === 'limit' && (claim.authority ?? '').trim() === '' ? 'must' : claim.level;
}

/** Whether it is what law or a contract demands: only the authority itself can set that aside. */
export function isLaw(claim: Claim): boolean {
  return effectiveLevel(claim) === 'limit';
}

/** 0 for a limit to 3 for a wish. */
export function levelRank(claim: Claim): number {
  return LEVELS.indexOf(effectiveLevel(claim));
}

/** Whether this claim can keep another ticket from gold: an open ticket that is at least bronze. */
export function canHold(claim: Claim): boolean {
  return claim.status === 'proposed' && claim.grade !== 'none';
}

/** Whether a dimension that the claim leaves empty means everywhere for certain: somebody answered so, or the model as built says it. */
export function meansEverywhere(claim: Claim, dimension: string): boolean {
  return claim.ticket.id === MODEL_TICKET || claim.everywhere?.includes(dimension) === true;
}
