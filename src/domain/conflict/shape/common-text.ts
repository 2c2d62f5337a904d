/** A text that several schemas accept. */

import { accepts } from './accepts';
import { NONE, UNKNOWN, type Common } from './find-common-value';
import type { SchemaObject } from './json-schema';
import { patternsMeet, textsThatMatch } from './pattern-intersection';

const PLAIN = ['a', 'b', 'aa', 'abc', '0', 'A', ' ', '', 'zz', '~'];
/** Texts longer than this are not written out. */
const LONGEST = 10_000;

export function commonText(literals: readonly SchemaObject[]): Common {
  const min = Math.max(0, ...literals.map((one) => one.minLength ?? 0));
  const max = Math.min(Number.POSITIVE_INFINITY, ...literals.map((one) => one.maxLength ?? Number.POSITIVE_INFINITY));
  if (min > max) return NONE;
  const patterns = literals.flatMap((one) => (one.pattern === undefined ? [] : [one.pattern]));
  const refused = literals.flatMap((one) => (one.notPattern === undefined ? [] : [one.notPattern]));
  if (patterns.length > 0 && patternsMeet(patterns, { min, max }) === 'no') return NONE;
  if (patterns.some((pattern) => refused.includes(pattern))) return NONE;
  const lengths = [min, min + 1, max].filter((length) => Number.isFinite(length) && length <= LONGEST);
  const plain = [...PLAIN, ...lengths.flatMap((length) => ['a'.repeat(length), '0'.repeat(length), '~'.repeat(length)])];
  const isAccepted = (text: string) => literals.every((literal) => accepts(literal, text) === true);
  const found = plain.find(isAccepted) ?? (patterns.length > 0 ? textsThatMatch(patterns, { min, max }, 30).find(isAccepted) : undefined);
  if (found !== undefined) return { kind: 'some', value: found };
  return max === 0 && literals.every((literal) => accepts(literal, '') !== undefined) ? NONE : UNKNOWN;
}
