/** CROSS_FACET_CLASH: each facet of an element can be met alone, but not all together (type integer, values are words). */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import { listWords } from './amount-words';
import { patternLike } from './format';
import type { Doubt, Rule } from './rule';
import { FACET_RULES } from './all-rules';
import { stepRule } from './step';
import { byFacet, CROSSING, leavesNoValue, meetingOfTexts } from './value-of-all';

const OF_WHAT: Readonly<Partial<Record<Facet, string>>> = { range: 'a number of', length: 'a length of', count: 'a count of' };

export const crossFacetRule: Rule = {
  code: 'CROSS_FACET_CLASH', facet: 'type', also: CROSSING, nothing: 'No value satisfies',
  ask: (claim) => `${claim.facet}|${ruleOf(claim).ask(claim)}`,
  // Beside other facets, an amount has to say of what it is one.
  words: (claim) => {
    const of = OF_WHAT[claim.facet];
    return of === undefined ? ruleOf(claim).words(claim) : `${of} ${ruleOf(claim).words(claim)}`;
  },
  clashes,
  doubts: textDoubts,
  // One facet alone, or steps with bounds, has a rule and a code of its own.
  proves: (core) => new Set(core.map((claim) => claim.facet)).size > 1 && !core.every((claim) => claim.facet === 'step' || claim.facet === 'range'),
};

/** Whether these facets can clash across: types or values with others, facets of different types, or patterns with lengths. */
export function mayCross(facets: readonly { readonly facet: Facet }[]): boolean {
  let crossing = 0;
  let kinds = 0;
  for (const { facet } of facets) {
    const kind = KINDS[facet];
    if (kind === undefined) continue;
    crossing++;
    kinds |= kind;
  }
  return crossing > 1 && ((kinds & VALUES) !== 0 || !ALONE.has(kinds & ~COUNT));
}

/** One bit for each facet or family of facets that can clash with others: asked for every element. */
const KINDS: Readonly<Partial<Record<Facet, number>>> = {
  range: 1, step: 1, count: 2, length: 4, pattern: 8, format: 16, type: 32, values: 64,
};
/** A count meets listed values that are lists themselves, and nothing else. */
const COUNT = 2;
const VALUES = 64;
/** Facets of one family, which rules of their own compare. */
const ALONE: ReadonlySet<number> = new Set([0, 1, 4, 8, 16, 32]);

function ruleOf(claim: Claim): Rule {
  return FACET_RULES[claim.facet] ?? stepRule;
}

function clashes(claims: readonly Claim[]): boolean {
  return leavesNoValue(byFacet(claims));
}

/** What is not proved about texts is said: whether formats go with patterns, lengths and values. */
function textDoubts(claims: readonly Claim[]): readonly Doubt[] {
  const texts = claims.filter(({ facet }) => facet === 'pattern' || facet === 'length' || facet === 'format');
  const several = new Set(texts.map(({ facet }) => facet)).size > 1;
  if (!several || texts.every(({ facet }) => facet === 'length') || clashes(claims)) return [];
  const isOpen = meetingOfTexts(byFacet(texts)) === 'unknown' || texts.some((claim) => claim.facet === 'format' && patternLike(claim.is) === undefined);
  return isOpen ? [{ code: 'NOT_CHECKED', claims: texts, detail: `whether one text can have ${listWords(texts.map((claim) => ruleOf(claim).words(claim)), 5)}` }] : [];
}

