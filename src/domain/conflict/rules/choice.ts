/** Claims that choose one of several things that exclude each other: several facets share this, each has a rule of its own. */

import type { Claim } from '../claim';
import type { Instead, Rule } from './rule';

export interface ChoiceFacet {
  readonly code: Rule['code'];
  readonly facet: Rule['facet'];
  readonly nothing: string;
  /** What is chosen, one spelling per choice; undefined where the claim says nothing. */
  readonly choice: (claim: Claim) => string | undefined;
  readonly words: (claim: Claim) => string;
  /** Words of a choice that go after "from" and "to", where `words` do not. */
  readonly state?: (claim: Claim) => string;
  /** Whether two different choices exclude each other; all do unless said otherwise. */
  readonly excludes?: (a: string, b: string) => boolean;
}

/** The rule for a facet of choices. */
export function choiceRule(facet: ChoiceFacet): Rule {
  const { choice, excludes = () => true } = facet;
  const clash = (a: string, b: string) => a !== b && excludes(a, b);
  return {
    code: facet.code, facet: facet.facet, nothing: facet.nothing, words: facet.words,
    ask: (claim) => choice(claim) ?? '',
    clashes: (claims) => {
      if (agree(claims, choice)) return false;
      const choices = [...new Set(claims.map(choice).filter((one) => one !== undefined))];
      return choices.some((a, at) => choices.slice(at + 1).some((b) => clash(a, b)));
    },
    coreWith: (claim, others) => {
      const own = choice(claim);
      const other = own === undefined ? undefined : others.find((candidate) => {
        const theirs = choice(candidate);
        return theirs !== undefined && clash(own, theirs);
      });
      return other === undefined ? undefined : [claim, other];
    },
    instead: (claim, others) => insteadOf(claim, others, facet, clash),
  };
}

/** The usual case: all choose the same. */
function agree(claims: readonly Claim[], choice: ChoiceFacet['choice']): boolean {
  const [first] = claims;
  if (first === undefined) return true;
  const chosen = choice(first);
  for (const claim of claims) if (choice(claim) !== chosen) return false;
  return true;
}

function insteadOf(claim: Claim, others: readonly Claim[], facet: ChoiceFacet, clash: (a: string, b: string) => boolean): Instead | undefined {
  const own = facet.choice(claim) ?? '';
  const target = others.find((other) => clash(own, facet.choice(other) ?? own));
  if (target === undefined) return undefined;
  const { is: _is, unique: _unique, ...rest } = claim;
  const becomes = { ...rest, ...(target.is === undefined ? {} : { is: target.is }), ...(target.unique === undefined ? {} : { unique: target.unique }) };
  const state = facet.state ?? facet.words;
  return { from: state(claim), to: state(target), change: 1, becomes };
}
