/** PATTERN_CLASH: no text matches all patterns. Proved with automata, or said to be unknown. */

import type { Claim } from '../claim';
import { patternsMeet, type Meeting } from '../shape/pattern-intersection';
import type { Rule } from './rule';

/** More different patterns on one element than this are not intersected with each other. */
const MOST_PATTERNS = 24;

export const patternRule: Rule = {
  code: 'PATTERN_CLASH', facet: 'pattern', nothing: 'No text satisfies',
  ask: (claim) => claim.pattern ?? '',
  words: (claim) => `text that matches ${claim.pattern ?? 'anything'}`,
  clashes: (claims) => meeting(claims) === 'no',
  doubts: (claims) => (meeting(claims) === 'unknown'
    ? [{ code: 'NOT_CHECKED', claims, detail: 'whether one text can match all patterns: they are too many, too long or use what automata cannot express' }]
    : []),
};

/** What some of the patterns prove holds for all: one that nobody can read takes no proof away. */
function meeting(claims: readonly Claim[]): Meeting {
  const patterns = [...new Set(claims.map((claim) => claim.pattern).filter((pattern) => pattern !== undefined))].sort();
  const first = patterns[0];
  if (patterns.length === 1 && first !== undefined && isPattern(first)) return 'yes';
  const some = patterns.slice(0, MOST_PATTERNS);
  const verdict = patternsMeet(some);
  return verdict === 'yes' && some.length < patterns.length ? 'unknown' : verdict;
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
