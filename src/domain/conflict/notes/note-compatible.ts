/** DIFFERENT_BUT_COMPATIBLE: not everybody asks the same, and one choice satisfies all of them everywhere. */

import type { Claim } from '../claim';
import type { Note, Place } from '../conflict';
import type { Rule } from '../rules/rule';

const NONE: readonly Note[] = [];

/** Empty where all ask the same, or where they clash; what satisfies all is worked out by `describeNote`. */
export function noteCompatible(at: Place, rule: Rule, claims: readonly Claim[]): readonly Note[] {
  const first = claims[0];
  if (rule.common === undefined || first === undefined || claims.every((claim) => asksTheSame(first, claim))) return NONE;
  const ask = rule.ask(first);
  if (claims.every((claim) => rule.ask(claim) === ask) || rule.clashes(claims)) return NONE;
  return [{ code: 'DIFFERENT_BUT_COMPATIBLE', at, facet: rule.facet, claims }];
}

/** Cheap and on the safe side: false may still mean the same in other words. */
function asksTheSame(a: Claim, b: Claim): boolean {
  return a.min === b.min && a.max === b.max && a.unit === b.unit && a.is === b.is && a.step === b.step && a.pattern === b.pattern
    && a.unique === b.unique && a.oneOf === b.oneOf && a.noneOf === b.noneOf && a.from === b.from && a.until === b.until
    && a.exclusiveMin === b.exclusiveMin && a.exclusiveMax === b.exclusiveMax;
}
