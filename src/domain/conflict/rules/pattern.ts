/** PATTERN_CLASH: no text matches all patterns. Proved with automata, or said to be unknown. */

import type { Claim } from '../claim';
import { patternsMeet } from '../shape/pattern-intersection';
import type { Rule } from './rule';

/** More different patterns on one element than this are not intersected. */
const MOST_PATTERNS = 12;

export const patternRule: Rule = {
  code: 'PATTERN_CLASH', facet: 'pattern', nothing: 'No text satisfies',
  ask: (claim) => claim.pattern ?? '',
  words: (claim) => `text that matches ${claim.pattern ?? 'anything'}`,
  clashes: (claims) => meeting(claims) === 'no',
  doubts: (claims) => (meeting(claims) === 'unknown'
    ? [{ code: 'NOT_CHECKED', claims, detail: 'whether one text can match all patterns: they are too many, too long or use what automata cannot express' }]
    : []),
};

function meeting(claims: readonly Claim[]): ReturnType<typeof patternsMeet> {
  const patterns = [...new Set(claims.map((claim) => claim.pattern).filter((pattern) => pattern !== undefined))].sort();
  if (patterns.length > MOST_PATTERNS) return 'unknown';
  const first = patterns[0];
  if (patterns.length === 1 && first !== undefined && isPattern(first)) return 'yes';
  return patternsMeet(patterns);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
