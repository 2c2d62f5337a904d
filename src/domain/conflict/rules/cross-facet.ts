/** CROSS_FACET_CLASH: each facet of an element can be met alone, but not all together (type integer, values are words). */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import { patternsMeet, textMatches, type Meeting } from '../shape/pattern-intersection';
import { listWords } from './amount-words';
import { boundsAsWritten, boundsOf, exceeds } from './bounds';
import { isOfTexts, patternLike } from './format';
import { multipleWithin } from './multiple-within';
import type { Doubt, Rule } from './rule';
import { FACET_RULES } from './all-rules';
import { stepRule } from './step';
import { commonTypes } from './type';
import { commonValues, type ValueToken } from './values';

/**
 * The types that a facet speaks of; claims about a length mean text. How many there are of a field, and whether one may occur
 * twice, says nothing about the type of each: a list of texts has a count and texts.
 */
const MEANS: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  range: ['integer', 'fraction'], step: ['integer', 'fraction'], length: ['string'], pattern: ['string'],
};
const OF_WHAT: Readonly<Partial<Record<Facet, string>>> = { range: 'a number of', length: 'a length of', count: 'a count of' };
const CROSSING: readonly Facet[] = ['type', 'values', 'range', 'length', 'step', 'pattern', 'format', 'count'];

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
  const types = possibleTypes(claims);
  const values = commonValues(claims.filter((claim) => claim.facet === 'values'));
  if (values !== undefined) return !values.some((value) => fits(value, claims, types));
  return types !== undefined && ![...types].some((type) => type !== 'null' && isFeasible(type, claims));
}

/** Undefined where nobody says anything about the type. */
function possibleTypes(claims: readonly Claim[]): ReadonlySet<string> | undefined {
  let types: ReadonlySet<string> | undefined = commonTypes(claims.filter((claim) => claim.facet === 'type'));
  for (const claim of claims) {
    const means = MEANS[claim.facet] ?? (claim.facet === 'format' && isOfTexts(claim.is) ? TEXT : undefined);
    if (means === undefined) continue;
    types = new Set(types === undefined ? [...means, 'null'] : [...types].filter((type) => type === 'null' || means.includes(type) || !KNOWN.has(type)));
  }
  return types;
}

const TEXT: readonly string[] = ['string'];

/** Types whose names say nothing to us may be anything. */
const KNOWN = new Set(['integer', 'fraction', 'string', 'boolean', 'object', 'array', 'null']);

function isFeasible(type: string, claims: readonly Claim[]): boolean {
  if (type === 'integer' || type === 'fraction') return hasNumber(claims, type === 'integer');
  return type === 'string' ? hasText(claims) : true;
}

/** In each unit by itself: 100 to 900 ms holds whole numbers of milliseconds, and none of seconds. */
function hasNumber(claims: readonly Claim[], whole: boolean): boolean {
  const numbers = claims.filter((claim) => claim.facet === 'range' || claim.facet === 'step');
  const first = numbers[0]?.unit;
  if (numbers.every((claim) => claim.unit === first)) return hasNumberInUnit(numbers, whole);
  return [...new Set(numbers.map((claim) => claim.unit))].every((unit) => hasNumberInUnit(numbers.filter((claim) => claim.unit === unit), whole));
}

function hasNumberInUnit(claims: readonly Claim[], whole: boolean): boolean {
  const ranges = claims.filter((claim) => claim.facet === 'range').map(boundsAsWritten);
  const low = Math.max(Number.NEGATIVE_INFINITY, ...ranges.map((one) => one.low));
  const high = Math.min(Number.POSITIVE_INFINITY, ...ranges.map((one) => one.high));
  if (exceeds(low, high)) return false;
  const steps = claims.filter((claim) => claim.facet === 'step').map((claim) => claim.step ?? 1);
  // The usual case: between bounds two apart lies a whole number, wherever they are and whether or not they belong to it.
  if (steps.length === 0 && high - low >= 2) return true;
  if (!whole && steps.length === 0) return true;
  const open = { lowOpen: ranges.some((one) => one.low === low && one.lowOpen), highOpen: ranges.some((one) => one.high === high && one.highOpen) };
  return multipleWithin(whole ? [1, ...steps] : steps, { low, high, ...open }) !== 'no';
}

function hasText(claims: readonly Claim[]): boolean {
  return meetingOfTexts(claims) !== 'no';
}

/** Whether one text has all the patterns, formats and lengths. */
function meetingOfTexts(claims: readonly Claim[]): Meeting {
  const formats = claims.filter((claim) => claim.facet === 'format').map((claim) => patternLike(claim.is));
  const patterns = claims.filter((claim) => claim.facet === 'pattern').map((claim) => claim.pattern ?? '');
  const lengths = claims.filter((claim) => claim.facet === 'length').map(boundsOf);
  const min = Math.max(0, ...lengths.map((one) => one.low));
  const max = Math.min(Number.POSITIVE_INFINITY, ...lengths.map((one) => one.high));
  if (exceeds(min, max)) return 'no';
  const like = [...patterns, ...formats.filter((format) => format !== undefined)];
  if (like.length === 0 || (patterns.length + lengths.length === 0)) return 'yes';
  const met = patternsMeet(like, { min, max });
  // Not every text that looks like a format is one: only what it excludes is proved, and its length, where nothing else is asked.
  return met === 'yes' && patterns.length > 0 && formats.length > 0 ? 'unknown' : met;
}

/** What is not proved about texts is said: whether formats go with patterns, lengths and values. */
function textDoubts(claims: readonly Claim[]): readonly Doubt[] {
  const texts = claims.filter(({ facet }) => facet === 'pattern' || facet === 'length' || facet === 'format');
  const several = new Set(texts.map(({ facet }) => facet)).size > 1;
  if (!several || texts.every(({ facet }) => facet === 'length') || clashes(claims)) return [];
  const isOpen = meetingOfTexts(texts) === 'unknown' || texts.some((claim) => claim.facet === 'format' && patternLike(claim.is) === undefined);
  return isOpen ? [{ code: 'NOT_CHECKED', claims: texts, detail: `whether one text can have ${listWords(texts.map((claim) => ruleOf(claim).words(claim)), 5)}` }] : [];
}

/** Whether a listed value has a possible type and keeps the bounds. Plain text may stand for a number or for true and false. */
function fits(value: ValueToken, claims: readonly Claim[], types: ReadonlySet<string> | undefined): boolean {
  const type = typeOfValue(value);
  if (types !== undefined && !types.has(type) && [...types].every((one) => KNOWN.has(one))) return false;
  const json = 'json' in value ? value.json : value.text;
  return claims.every((claim) => keeps(json, claim));
}

function typeOfValue(value: ValueToken): string {
  if ('text' in value) return 'string';
  const { json } = value;
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'array';
  if (typeof json === 'number') return Number.isInteger(json) ? 'integer' : 'fraction';
  return typeof json;
}

function keeps(value: unknown, claim: Claim): boolean {
  if (claim.facet === 'range' && typeof value === 'number') return within(value, claim);
  if (claim.facet === 'step' && typeof value === 'number') return multipleWithin([claim.step ?? 1], point(value)) !== 'no';
  if (claim.facet === 'length' && typeof value === 'string') return within([...value].length, claim);
  if (claim.facet === 'count' && Array.isArray(value)) return within(value.length, claim);
  if (claim.facet === 'pattern' && typeof value === 'string') return matches(value, claim.pattern ?? '');
  if (claim.facet === 'format' && typeof value === 'string') return matches(value, patternLike(claim.is) ?? '');
  return true;
}

function point(value: number) {
  const distance = Math.abs(value);
  return { low: distance, high: distance, lowOpen: false, highOpen: false };
}

function within(value: number, claim: Claim): boolean {
  const { low, high, lowOpen, highOpen } = boundsAsWritten(claim);
  return !exceeds(low, value) && !exceeds(value, high) && !(lowOpen && value === low) && !(highOpen && value === high);
}

/** What automata cannot say excludes nothing. */
function matches(text: string, pattern: string): boolean {
  return textMatches(pattern, text) !== false;
}
