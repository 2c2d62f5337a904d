/** One row of demand: an open ticket that asks an infrastructure project, and what its context says today. */

import type { AnswerState, ContextContent, Grade, Horizon, InfrastructureProject, Origin, Question } from '../context/product-context';
import type { TicketResult } from '../conflict/ticket-conflicts';
import type { DemandTicket } from './demand-ticket';
import type { MonthlyWorth } from './worth-a-month';

/**
 * Whose context stands on the ticket. `copied`: the record belongs to another ticket (a clone), a draft to check.
 * `newer`: a newer Groundwork wrote it. `unreadable`: written by hand, parts of it do not parse; `salvaged` is judged.
 */
export type Standing = 'none' | 'own' | 'copied' | 'unreadable' | 'newer';

/** Whether the stored index still says what the content says. */
export type Freshness = 'current' | 'edited-outside' | 'out-of-date';

/** Answers that cost nothing to give; counted per team, so that they are seen. */
export const CHEAP_ANSWERS = ['unknown', 'not-money', 'must', 'touches-nothing'] as const;
export type CheapAnswer = (typeof CHEAP_ANSWERS)[number];

export interface Demand {
  readonly ticket: DemandTicket;
  readonly standing: Standing;
  /** Revision of the record; 0 without one. What a save starts from. */
  readonly rev: number;
  /** What people wrote, as far as it parses: what ranking, planning and conflicts compute with. Of a copy: the draft. */
  readonly content: ContextContent;
  /** What the checker stored about this ticket's conflicts, of whatever content it last saw. */
  readonly conflicts?: TicketResult;
  /** It states requirements, and no check has spoken yet of what stands here now. */
  readonly waitsForCheck?: true;
  readonly grade: Grade;
  /** Whether anybody has explained anything yet; a team that was set in bulk does not. */
  readonly explained: boolean;
  /** Codes of the criteria that are met or do not apply, and of those that are missing. */
  readonly met: readonly string[];
  readonly missing: readonly string[];
  readonly infra?: InfrastructureProject;
  readonly team?: string;
  readonly origin?: Origin;
  readonly sponsor?: string;
  readonly theme?: string;
  readonly horizon?: Horizon;
  readonly initiative?: string;
  readonly question?: Question;
  readonly answer?: AnswerState;
  readonly worth: MonthlyWorth;
  /** The seed-style sentence, as far as the context can say it. */
  readonly why?: string;
  readonly freshness: Freshness;
  /** ISO instant at which it was first understood; absent where that is not known. */
  readonly understoodAt?: string;
  /** Questions that Groundwork posted on it; absent: none. */
  readonly rounds?: number;
  readonly bypass?: { readonly gate: string; readonly why: string };
  /** The ticket lives in another project: no gate of this project holds it. */
  readonly outside: boolean;
  readonly cheap: readonly CheapAnswer[];
  /** Complaints about a record that does not parse, in words. */
  readonly complaints?: readonly string[];
}

/** Bronze or better: "we understand it". */
export function isUnderstood(demand: Demand): boolean {
  return demand.grade !== 'none';
}
