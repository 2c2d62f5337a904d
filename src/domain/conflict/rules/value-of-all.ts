/** Whether one value can keep what claims of several facets of an element ask of it. */

import type { Facet } from '../../context/product-context';
import type { Claim } from '../claim';
import { facetsOf, spokenIn, type FacetClaims } from '../claim-index';
import { patternsMeet, textMatches, type Meeting } from '../shape/pattern-intersection';
import { boundsAsWritten, boundsOf, commonBounds, exceeds } from './bounds';
import { isOfTexts, patternLike } from './format';
import { multipleWithin } from './multiple-within';
import { commonTypes } from './type';
import { commonValues, type ValueToken } from './values';

/** The claims of each facet: an index has them apart already. */
export type ByFacet = (facet: Facet) => readonly Claim[];

/** Facets that say something about a single value, so that they can clash with each other. */
export const CROSSING: readonly Facet[] = ['type', 'values', 'range', 'length', 'step', 'pattern', 'format', 'count'];

/** Of claims that an index has taken apart. */
export function ofFacets(facets: readonly FacetClaims[]): ByFacet {
  return (facet) => facets.find((one) => one.facet === facet)?.claims ?? NONE;
}

/** Of a bare list of claims. */
export function byFacet(claims: readonly Claim[]): ByFacet {
  return ofFacets(facetsOf({ claims, spoken: spokenIn(claims) }));
}

const NONE: readonly Claim[] = [];

/** Whether it is proved that no value keeps all. */
export function leavesNoValue(of: ByFacet): boolean {
  const types = possibleTypes(of);
  const listed = of('values');
  const values = listed.length === 0 ? undefined : commonValues(listed);
  if (values !== undefined) return !values.some((value) => fits(value, of, types));
  if (types === undefined) return false;
  for (const type of types) if (type !== 'null' && isFeasible(type, of)) return false;
  return true;
}

/**
 * The types left by all facets that speak of one; undefined where nobody does. Claims about a length mean text. How many there are
 * of a field, and whether one may occur twice, says nothing about the type of each: a list of texts has a count and texts.
 */
function possibleTypes(of: ByFacet): ReadonlySet<string> | undefined {
  const named = of('type');
  let types = named.length === 0 ? undefined : commonTypes(named);
  if (of('range').length + of('step').length > 0) types = narrowed(types, NUMBERS);
  if (of('length').length + of('pattern').length > 0 || of('format').some(({ is }) => isOfTexts(is))) types = narrowed(types, TEXTS);
  return types;
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'fraction', 'null']);
const TEXTS: ReadonlySet<string> = new Set(['string', 'null']);

function narrowed(types: ReadonlySet<string> | undefined, means: ReadonlySet<string>): ReadonlySet<string> {
  return types === undefined ? means : new Set([...types].filter((type) => means.has(type) || !KNOWN.has(type)));
}

/** Types whose names say nothing to us may be anything. */
const KNOWN = new Set(['integer', 'fraction', 'string', 'boolean', 'object', 'array', 'null']);

function isFeasible(type: string, of: ByFacet): boolean {
  if (type === 'integer' || type === 'fraction') return hasNumber(of, type === 'integer');
  return type === 'string' ? meetingOfTexts(of) !== 'no' : true;
}

/** In each unit by itself: 100 to 900 ms holds whole numbers of milliseconds, and none of seconds. */
function hasNumber(of: ByFacet, whole: boolean): boolean {
  const [ranges, steps] = [of('range'), of('step')];
  const unit = (ranges[0] ?? steps[0])?.unit;
  const isSame = (claim: Claim) => claim.unit === unit;
  if (ranges.every(isSame) && steps.every(isSame)) return hasNumberInUnit(ranges, steps, whole);
  const units = new Set([...ranges, ...steps].map((claim) => claim.unit));
  return [...units].every((one) => hasNumberInUnit(ranges.filter((claim) => claim.unit === one), steps.filter((claim) => claim.unit === one), whole));
}

function hasNumberInUnit(ranges: readonly Claim[], steps: readonly Claim[], whole: boolean): boolean {
  const { low, high, ...open } = commonBounds(ranges);
  if (exceeds(low, high)) return false;
  // The usual case: between bounds two apart lies a whole number, wherever they are and whether or not they belong to it.
  if (steps.length === 0 && (!whole || high - low >= 2)) return true;
  const multiples = steps.map((claim) => claim.step ?? 1);
  return multipleWithin(whole ? [1, ...multiples] : multiples, { low, high, ...open }) !== 'no';
}

/** Whether one text has all the patterns, formats and lengths. */
export function meetingOfTexts(of: ByFacet): Meeting {
  const lengths = commonBounds(of('length'), boundsOf);
  const [min, max] = [Math.max(0, lengths.low), lengths.high];
  if (exceeds(min, max)) return 'no';
  const patterns = of('pattern');
  const formats = of('format').flatMap(({ is }) => patternLike(is) ?? []);
  if (patterns.length + formats.length === 0 || patterns.length + of('length').length === 0) return 'yes';
  const met = patternsMeet([...patterns.map(({ pattern }) => pattern ?? ''), ...formats], { min, max });
  // Not every text that looks like a format is one: only what it excludes is proved, and its length, where nothing else is asked.
  return met === 'yes' && patterns.length > 0 && of('format').length > 0 ? 'unknown' : met;
}

/** Whether a listed value has a possible type and keeps the bounds. Plain text may stand for a number or for true and false. */
function fits(value: ValueToken, of: ByFacet, types: ReadonlySet<string> | undefined): boolean {
  const type = typeOfValue(value);
  if (types !== undefined && !types.has(type) && [...types].every((one) => KNOWN.has(one))) return false;
  const json = 'json' in value ? value.json : value.text;
  return CROSSING.every((facet) => of(facet).every((claim) => keeps(json, claim)));
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
