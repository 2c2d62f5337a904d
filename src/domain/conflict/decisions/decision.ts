/** Decisions on conflicts: four operations on the claims, kept as overlays so that each can be reversed or fall due. */

import type { ClaimContent, Facet, Worth } from '../../context/product-context';
import type { TicketRef } from '../claim';
import type { ConflictCode } from '../codes';
import type { Place } from '../conflict';

export const DECISION_KINDS = ['standardise', 'branch', 'collaborate', 'separate ways'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

interface Decided {
  /** Number among the decisions of the infrastructure project, 1 and up. */
  readonly number: number;
  /** The conflict as it was when decided. */
  readonly conflict: { readonly id: string; readonly code: ConflictCode; readonly facet: Facet | 'several' };
  readonly at: Place;
  readonly why: string;
  /** What else was considered. */
  readonly alternatives?: string;
  /** Hashes of what the claims that it names asked when it was made, in the order of `namedClaims`; empty where no ticket asks. Older decisions lack it. */
  readonly asked?: readonly string[];
  /** ISO dates. From `until` on the decision has no effect and the conflict is back; `lookAgain` only reminds. */
  readonly decidedOn: string;
  readonly until?: string;
  readonly lookAgain?: string;
  readonly reversedOn?: string;
  readonly reversedWhy?: string;
  /** When somebody last looked again and let it stand. */
  readonly confirmedOn?: string;
  /** What it cost as far as was known when it was made. Older decisions lack it. */
  readonly price?: DecisionPrice;
  /** The comments of those who decided: who it was is their author. Nothing personal is kept here. */
  readonly signed?: Readonly<Partial<Record<DecisionStep, Signature>>>;
}

/** What is done with a decision. */
export type DecisionStep = 'made' | 'reversed' | 'confirmed';

/** A comment by who decided, on one of the tickets. */
export interface Signature {
  readonly ticket: number;
  readonly comment: string;
}

export interface DecisionPrice {
  /** Value given up, by team: what its overruled tickets were worth where they said so, and how many did not. */
  readonly givenUp: readonly { readonly team: string; readonly worths: readonly Worth[]; readonly unstated: number }[];
  readonly representations: { readonly before: number; readonly after: number };
}

/** One canonical constraint; the claims named are overruled. */
export interface Standardise extends Decided {
  readonly kind: 'standardise';
  readonly canon: Omit<ClaimContent, 'id' | 'model' | 'element' | 'level'>;
  /** Claim keys. */
  readonly overruled: readonly string[];
}

/** Each group of claims applies only under its own values of a dimension; the groups no longer meet. */
export interface Branch extends Decided {
  readonly kind: 'branch';
  readonly dimension: string;
  readonly groups: readonly { readonly claims: readonly string[]; readonly values: readonly string[] }[];
  /** A branch has an end date. */
  readonly until: string;
}

/** A time-boxed joint ticket; the sides are replaced as soon as it has a claim on the element and facet. */
export interface Collaborate extends Decided {
  readonly kind: 'collaborate';
  readonly joint: TicketRef;
  readonly members: readonly string[];
  readonly personDays: number;
  /** The deadline. */
  readonly until: string;
}

/** The teams named take the element out of the shared model and keep one of their own. */
export interface SeparateWays extends Decided {
  readonly kind: 'separate ways';
  readonly teams: readonly string[];
}

export type Decision = Standardise | Branch | Collaborate | SeparateWays;

/** Whether a decision has an effect on this ISO date. */
export function isInForce(decision: Decision, today: string): boolean {
  if (decision.reversedOn !== undefined && decision.reversedOn <= today) return false;
  return !isDue(decision, today);
}

/** Whether its time is over: it has no effect any more and waits for somebody to look again. */
export function isDue(decision: Decision, today: string): boolean {
  return decision.reversedOn === undefined && decision.until !== undefined && decision.until <= today;
}
