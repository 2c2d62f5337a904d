/** A rule that is asked about the claims of one place, where many ask the same: cores, roles and changes are found by asking about subsets. */

import type { Claim } from './claim';
import type { Rule } from './rules/rule';

export interface AskedRule extends Rule {
  /** Claims that had to be looked at so far, each as often as it was. */
  lookedAt(): number;
}

/** The rule with a memory for as long as it is kept. */
export function askedOnce(rule: Rule): AskedRule {
  const keyOf = keysOfSets();
  const verdicts = new Map<string | number, boolean>();
  let lookedAt = 0;
  const clashes = (claims: readonly Claim[]): boolean => {
    const key = keyOf(claims);
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    lookedAt += claims.length;
    const verdict = rule.clashes(claims);
    verdicts.set(key, verdict);
    return verdict;
  };
  return { ...rule, clashes, lookedAt: () => lookedAt };
}

/** Claims that one number can stand for, a bit each. */
const BITS = 31;

/** One key per set of claims: a number while there are few, for most places have few. */
function keysOfSets(): (claims: readonly Claim[]) => string | number {
  const numbers = new Map<Claim, number>();
  const numberOf = (claim: Claim): number => {
    const known = numbers.get(claim);
    if (known !== undefined) return known;
    numbers.set(claim, numbers.size);
    return numbers.size - 1;
  };
  return (claims) => {
    let bits = 0;
    for (const claim of claims) {
      const number = numberOf(claim);
      if (number >= BITS) return keyOfMany(claims.map(numberOf));
      bits |= 1 << number;
    }
    return bits;
  };
}

/** Most questions among many are about two; those have numbers beyond what bits make. */
function keyOfMany(numbers: readonly number[]): string | number {
  const [a = 0, b = 0] = numbers;
  if (numbers.length === 2) return Math.min(a, b) * 2 ** 26 + Math.max(a, b) + 2 ** 32;
  return [...numbers].sort((one, other) => one - other).join(' ');
}
