/** What the checker finds: data first; `describe-conflict.ts` and `describe-note.ts` make the sentences. */

import type { Condition, Facet, Level } from '../context/product-context';
import type { Claim, ClaimStatus, TicketRef } from './claim';
import type { ConflictCode, NoteCode } from './codes';

/** From worst to mildest. `limits`: only the authorities can settle it. */
export const SEVERITIES = ['limits', 'blocking', 'negotiable', 'soft'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** In its worst core a claim of the lowest level yields and the others hold; all of one level: all contested. An ally of who holds, holds. */
export type Role = 'yields' | 'holds' | 'contested';

export interface Place {
  readonly model: string;
  readonly element: string;
}

/** One claim of a side. */
export interface SideMember {
  /** `claimKey` of the claim. */
  readonly claim: string;
  readonly ticket: TicketRef;
  readonly team: string;
  /** The level that counts. */
  readonly level: Level;
  /** Written as a limit without naming the authority, so it counts as must. */
  readonly withoutAuthority?: true;
  readonly status: ClaimStatus;
  /** The claim's ticket is not bronze: it clashes, and holds nobody. */
  readonly draft: boolean;
  readonly role: Role;
  /** This conflict keeps the claim's ticket from gold and from "now" until it is decided. */
  readonly held: boolean;
}

/** Claims that ask the same thing. */
export interface Side {
  /** Plain words that go after "asks for": `at most 1`, `30 to 60 days`. */
  readonly ask: string;
  /** The element this side speaks of, where the conflict spans several. */
  readonly element?: string;
  /** The side takes part in the proof. */
  readonly inCore: boolean;
  readonly who: readonly SideMember[];
}

/** Somebody left a dimension empty that another side of the proof names, and nobody asked what was meant. */
export interface Silence {
  readonly claim: string;
  readonly team: string;
  readonly dimension: string;
  /** Where it would not clash, as far as the listed values tell. */
  readonly instead: readonly string[];
}

export interface SmallestChange {
  readonly changes: readonly {
    readonly claim: string;
    readonly ticket: TicketRef;
    /** What is asked today; absent where the change is a phrase: "also allows EUR". */
    readonly from?: string;
    readonly to: string;
  }[];
  /** It clashes elsewhere, too, than where the proof does, and the change ends that as well. */
  readonly isBeyond?: true;
}

export interface Conflict {
  readonly id: string;
  readonly code: ConflictCode;
  readonly at: Place;
  /** `several` where facets clash only together. */
  readonly facet: Facet | 'several';
  readonly sides: readonly Side[];
  readonly severity: Severity;
  /** Where the proof clashes; empty means everywhere. */
  readonly when: Condition;
  readonly silences: readonly Silence[];
  /** The proof: claim keys of one minimal set that cannot hold together. */
  readonly core: readonly string[];
  /** How many claims take part in any core. */
  readonly claims: number;
  /** Nobody who takes part needs the element to be there: leaving it out (an empty list, null) satisfies all. */
  readonly unlessLeftOut: boolean;
  /** For REQUIRED_BUDGET_EXCEEDED: how many must yield. */
  readonly mustYield?: number;
  readonly smallestChange?: SmallestChange;
}

export interface Note {
  readonly code: NoteCode;
  readonly at: Place;
  readonly facet?: Facet | 'several';
  readonly claims: readonly Claim[];
  /** The part of the sentence that differs: the other name, the units, why it was not checked. */
  readonly detail?: string;
}

export interface Findings {
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly Note[];
}
