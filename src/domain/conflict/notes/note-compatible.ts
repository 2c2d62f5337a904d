/** DIFFERENT_BUT_COMPATIBLE: not everybody asks the same, and one choice satisfies all of them everywhere. */

import type { Claim } from '../claim';
import type { Note, Place } from '../conflict';
import type { Rule } from '../rules/rule';

const NONE: readonly Note[] = [];

/** Nothing for claims that were not compared. For claims that do not clash wherever they meet; empty where all ask the same. `describeNote` works out what satisfies all. */
export function noteCompatible(at: Place, rule: Rule, claims: readonly Claim[]): readonly Note[] {
  return rule.common === undefined || allAskTheSame(rule, claims) || rule.doubts?.(claims).some(({ isCompared }) => isCompared === false) === true ? NONE : [{ code: 'DIFFERENT_BUT_COMPATIBLE', at, facet: rule.facet, claims }];
}

function allAskTheSame(rule: Rule, claims: readonly Claim[]): boolean {
  const [first] = claims;
  if (first === undefined) return true;
  if (rule.asksSame === undefined) {
    const ask = rule.ask(first);
    return claims.every((claim) => claim === first || rule.ask(claim) === ask);
  }
  for (const claim of claims) if (claim !== first && !rule.asksSame(first, claim)) return false;
  return true;
}
