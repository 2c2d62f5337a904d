/** What a rule of the checker is: which claims it reads, when they cannot hold together, and what each asks in words. */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import type { ConflictCode, NoteCode } from '../codes';

export interface Rule {
  readonly code: ConflictCode;
  /** The facet a conflict stands at; claims of the other facets only take part. */
  readonly facet: Facet;
  /** Facets read besides `facet`. */
  readonly also?: readonly Facet[];
  /** One text per thing that can be asked; claims with the same text are interchangeable. */
  ask(claim: Claim): string;
  /** Whether two claims have the same `ask`, where that is cheaper to see than by making both texts. */
  asksSame?(a: Claim, b: Claim): boolean;
  /** Plain words that go after "asks for". */
  words(claim: Claim): string;
  /** What cannot hold: "No count satisfies". */
  readonly nothing: string;
  /** Whether these claims, all at one point, cannot hold together. More claims never make it false again. */
  clashes(claims: readonly Claim[]): boolean;
  /** Whether a core is this rule's finding; by default, whether a claim of `facet` is in it. */
  proves?(core: readonly Claim[]): boolean;
  /** Cheaper than removing one by one: a minimal set that clashes and contains `with`, where one is easy to see. The claim itself may be among the others. */
  coreWith?(claim: Claim, others: readonly Claim[]): readonly Claim[] | undefined;
  /** Those of claims that clash which may be in a core, where that is cheap to see; absent: any of them. */
  suspects?(claims: readonly Claim[]): readonly Claim[];
  /** What `claim` would have to ask instead so that the others stand; undefined where nothing near does. */
  instead?(claim: Claim, others: readonly Claim[]): Instead | undefined;
  /** What satisfies all of these claims, which do not clash, in words; undefined where there is nothing to say. */
  common?(claims: readonly Claim[]): string | undefined;
  /** Findings about claims that this rule cannot compare. */
  doubts?(claims: readonly Claim[]): readonly Doubt[];
}

export interface Instead {
  readonly from?: string;
  readonly to: string;
  /** Relative change, 0 and more; 1 where no number says how much. */
  readonly change: number;
  /** The claim as it would be; absent where it would ask for nothing any more. */
  readonly becomes?: Claim;
}

export interface Doubt {
  readonly code: NoteCode;
  readonly claims: readonly Claim[];
  readonly detail: string;
  /** Whether the claims were compared all the same: two units of one kind are. */
  readonly isCompared?: boolean;
}

/**
 * A minimal subset that clashes, of claims that clash; the first ones are preferred. Finds by halving the shortest beginning
 * that clashes: its last claim is needed; so again with that claim kept. Few questions even among hundreds of claims.
 */
export function shrink(claims: readonly Claim[], clashes: (some: readonly Claim[]) => boolean): readonly Claim[] {
  const core: Claim[] = [];
  let pool = claims;
  while (!clashes(core) && pool.length > 0) {
    let [few, enough] = [0, pool.length];
    while (enough - few > 1) {
      const middle = (few + enough) >> 1;
      if (clashes([...core, ...pool.slice(0, middle)])) enough = middle;
      else few = middle;
    }
    const needed = pool[enough - 1];
    if (needed !== undefined) core.unshift(needed);
    pool = pool.slice(0, enough - 1);
  }
  return core;
}
