/** DIFFERENT_BUT_COMPATIBLE: not everybody asks the same, and one choice satisfies all of them everywhere. */

import type { Claim } from '../claim';
import type { Note, Place } from '../conflict';
import type { Rule } from '../rules/rule';

const NONE: readonly Note[] = [];

/** For claims that do not clash wherever they meet; empty where all ask the same. `describeNote` works out what satisfies all. */
export function noteCompatible(at: Place, rule: Rule, claims: readonly Claim[]): readonly Note[] {
  const first = claims[0];
  if (rule.common === undefined || first === undefined) return NONE;
  let ask: string | undefined;
  const differs = claims.some((claim) => !asksTheSame(first, claim) && rule.ask(claim) !== (ask ??= rule.ask(first)));
  return differs ? [{ code: 'DIFFERENT_BUT_COMPATIBLE', at, facet: rule.facet, claims }] : NONE;
}

/** Cheap and on the safe side: false may still mean the same in other words. */
function asksTheSame(a: Claim, b: Claim): boolean {
  return a.min === b.min && a.max === b.max && a.unit === b.unit && a.is === b.is && a.step === b.step && a.pattern === b.pattern
    && a.unique === b.unique && sameList(a.oneOf, b.oneOf) && sameList(a.noneOf, b.noneOf) && a.from === b.from && a.until === b.until
    && a.exclusiveMin === b.exclusiveMin && a.exclusiveMax === b.exclusiveMax;
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.length === b.length && a.every((item, at) => item === b[at]);
}
