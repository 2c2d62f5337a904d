/** A minimal set that clashes and has a given claim in it. */

import type { AskedRule } from './asked-rule';
import type { Claim } from './claim';
import { shrink } from './rules/rule';

/** Finds a core with the claim in it among the others, if the search comes upon one. */
export type CoreSearch = (claim: Claim, others: readonly Claim[]) => readonly Claim[] | undefined;

/** Claims that one element's questions may look at in all; after that only the first way is tried. */
const MOST_LOOKED_AT = 400_000;
/** Ways tried for one claim. */
const MOST_WAYS = 60;

/** The search of one rule among the claims of one place. */
export function coreSearch(rule: AskedRule): CoreSearch {
  const { coreWith } = rule;
  const proves = (core: readonly Claim[]) => rule.also === undefined || (rule.proves?.(core) ?? core.some((member) => member.facet === rule.facet));
  if (coreWith !== undefined) {
    return (claim, pool) => {
      const core = coreWith(claim, pool);
      return core !== undefined && proves(core) ? core : undefined;
    };
  }
  const most = rule.lookedAt() + MOST_LOOKED_AT;
  const asked: Asked = { clashes: rule.clashes, proves, isSpent: () => rule.lookedAt() > most };
  return (claim, pool) => searchCore(claim, pool.filter((other) => other !== claim), asked);
}

interface Asked {
  readonly clashes: (some: readonly Claim[]) => boolean;
  /** Whether a core is a finding of the rule. */
  readonly proves: (core: readonly Claim[]) => boolean;
  readonly isSpent: () => boolean;
}

/**
 * A claim is in a core exactly if others that hold together clash with it. Where shrinking ends in a core without the claim, one
 * of that core's claims has to go: each is tried, the fewest left out first.
 */
function searchCore(claim: Claim, others: readonly Claim[], asked: Asked): readonly Claim[] | undefined {
  const { clashes, proves } = asked;
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
