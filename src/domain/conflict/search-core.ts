/** A minimal set that clashes and has a given claim in it. */

import type { Claim } from './claim';
import { shrink, type Rule } from './rules/rule';

/** Finds a core with the claim in it among the others, if the search comes upon one. */
export type CoreSearch = (claim: Claim, others: readonly Claim[]) => readonly Claim[] | undefined;

/** Claims that one element's questions may look at in all; after that only the first way is tried. */
const MOST_LOOKED_AT = 400_000;
/** Ways tried for one claim. */
const MOST_WAYS = 60;

/** The search of one rule among the claims of one place: what was asked once is remembered for as long as it lasts. */
export function coreSearch(rule: Rule): CoreSearch {
  const { coreWith } = rule;
  const proves = (core: readonly Claim[]) => rule.also === undefined || (rule.proves?.(core) ?? core.some((member) => member.facet === rule.facet));
  if (coreWith !== undefined) {
    return (claim, pool) => {
      const core = coreWith(claim, pool);
      return core !== undefined && proves(core) ? core : undefined;
    };
  }
  const asked = askedOnce(rule);
  return (claim, pool) => searchCore(claim, pool.filter((other) => other !== claim), proves, asked);
}

interface Asked {
  readonly clashes: (some: readonly Claim[]) => boolean;
  readonly isSpent: () => boolean;
}

function askedOnce(rule: Rule): Asked {
  const numbers = new Map<Claim, number>();
  const verdicts = new Map<string | number, boolean>();
  let lookedAt = 0;
  const numberOf = (claim: Claim) => {
    const known = numbers.get(claim);
    if (known !== undefined) return known;
    numbers.set(claim, numbers.size);
    return numbers.size - 1;
  };
  const clashes = (some: readonly Claim[]) => {
    const [first, second] = some;
    const isPair = some.length === 2 && first !== undefined && second !== undefined;
    const key = isPair ? pairKey(numberOf(first), numberOf(second)) : some.map(numberOf).sort((a, b) => a - b).join(' ');
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    lookedAt += some.length;
    const verdict = rule.clashes(some);
    verdicts.set(key, verdict);
    return verdict;
  };
  return { clashes, isSpent: () => lookedAt > MOST_LOOKED_AT };
}

/** Most questions are about two. */
function pairKey(a: number, b: number): number {
  return a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a;
}

/**
 * A claim is in a core exactly if others that hold together clash with it. Where shrinking ends in a core without the claim, one
 * of that core's claims has to go: each is tried, the fewest left out first.
 */
function searchCore(claim: Claim, others: readonly Claim[], proves: (core: readonly Claim[]) => boolean, asked: Asked): readonly Claim[] | undefined {
  const { clashes } = asked;
  if (!clashes([claim, ...others])) return undefined;
  if (clashes([claim])) return proves([claim]) ? [claim] : undefined;
  const pair = others.find((other) => clashes([claim, other]) && !clashes([other]) && proves([claim, other]));
  if (pair !== undefined) return [claim, pair];
  const ways: (readonly Claim[])[] = [others];
  const seen = new Set<string>();
  for (let at = 0; at < ways.length && at < MOST_WAYS && (at === 0 || !asked.isSpent()); at++) {
    const rest = ways[at] ?? [];
    if (!clashes([claim, ...rest])) continue;
    const core = shrink([claim, ...rest], clashes);
    if (core.includes(claim) && proves(core)) return core;
    for (const member of core) {
      if (member === claim) continue;
      const without = rest.filter((other) => other !== member);
      const key = without.map((other) => others.indexOf(other)).join(' ');
      if (!seen.has(key)) ways.push(without);
      seen.add(key);
    }
  }
  return undefined;
}
