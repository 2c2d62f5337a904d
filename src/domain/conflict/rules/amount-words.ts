/** Numbers of claims as words. */

import { roundToDigits } from '../../context/format-number';
import { unitScale } from '../units';
import type { Claim } from '../claim';
import { joinWords } from '../../context/join-words';

/** A number without the noise of binary fractions: 0.30000000000000004 is 0.3. */
export function numberWords(value: number): string {
  if (!Number.isFinite(value)) return 'any number';
  return String((Number.isSafeInteger(value) ? value : roundToDigits(value, 15)) + 0);
}

/** A bound (in the base unit) in the unit of the claim: `30 days`. */
export function amountWords(claim: Claim, bound: number): string {
  return withUnit(unitScale(claim.unit).fromBase(bound), claim.unit);
}

/** A number with the unit as written. */
export function withUnit(value: number, unit: string | undefined): string {
  const spelled = (unit ?? '').trim();
  if (spelled === '') return numberWords(value);
  return spelled === '%' ? `${numberWords(value)} %` : `${numberWords(value)} ${spelled}`;
}

/** "at most 3", "at least 2 s", "exactly 5", "2 to 4": the bounds as the claim states them. */
export function boundWords(claim: Claim, atLeast = 'at least', atMost = 'at most'): string {
  const { min, max, unit } = claim;
  const over = claim.exclusiveMin === true ? 'more than' : atLeast;
  const under = claim.exclusiveMax === true ? 'less than' : atMost;
  if (min !== undefined && max !== undefined) {
    if (min === max) return `exactly ${withUnit(min, unit)}`;
    const plain = claim.exclusiveMin !== true && claim.exclusiveMax !== true;
    return plain && atLeast === 'at least' ? `${numberWords(min)} to ${withUnit(max, unit)}` : `${over} ${withUnit(min, unit)} and ${under} ${withUnit(max, unit)}`;
  }
  if (min !== undefined) return `${over} ${withUnit(min, unit)}`;
  return max === undefined ? 'any amount' : `${under} ${withUnit(max, unit)}`;
}

/** `a, b and c`; beyond `most`, "a, b and 7 more". */
export function listWords(words: readonly string[], most = 8, and: 'and' | 'or' = 'and'): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${String(words.length - most + 1)} more`] : words;
  return shown.length === 0 ? 'nothing' : joinWords(shown, and);
}
