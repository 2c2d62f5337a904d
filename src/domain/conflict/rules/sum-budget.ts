/** SUM_BUDGET_EXCEEDED: the least that the parts take, added up along a path, is more than the whole may take. */

import { roundToDigits } from '../../context/format-number';
import type { Claim } from '../claim';
import { unitScale } from '../units';
import { amountWords, withUnit } from './amount-words';
import { boundsOf, exceeds } from './bounds';
import { inBudget, summedBy } from './budget-scope';
import { shrink, type Rule } from './rule';

export const sumBudgetRule: Rule = {
  code: 'SUM_BUDGET_EXCEEDED', facet: 'budget', also: ['latency', 'freshness', 'retention', 'count', 'length', 'range'],
  nothing: 'No sum satisfies',
  ask: (claim) => JSON.stringify([claim.facet, claim.element, claim.along ?? [], claim.min ?? null, claim.max ?? null, claim.unit ?? '', claim.is ?? '']),
  words: (claim) => (claim.facet === 'budget'
    ? `at most ${withUnit(claim.max ?? Number.POSITIVE_INFINITY, claim.unit)} of ${summedBy(claim)} in all`
    : `${claim.element} to take at least ${withUnit(claim.min ?? 0, claim.unit)}`),
  clashes: (claims) => claims.some((claim) => isBudget(claim) && exceeds(sum(claim, claims), boundsOf(claim).high)),
  coreWith,
  instead: (claim, others) => {
    const budget = others.find(isBudget);
    const target = isBudget(claim) ? sum(claim, others) : boundsOf(budget ?? claim).high - sum(budget ?? claim, others);
    const present = isBudget(claim) ? boundsOf(claim).high : boundsOf(claim).low;
    if (!Number.isFinite(target) || target < 0) return undefined;
    const bound = unitScale(claim.unit).fromBase(target);
    return { from: amountWords(claim, present), to: amountWords(claim, target), becomes: isBudget(claim) ? { ...claim, max: bound } : { ...claim, min: bound }, change: Math.abs(target - present) / Math.max(Math.abs(present), Number.EPSILON) };
  },
};

function isBudget(claim: Claim): boolean {
  return claim.facet === 'budget' && summedBy(claim) !== 'required' && claim.max !== undefined;
}

/** A budget with the largest parts, or the claim with others that fit under the budget as long as it is not there. */
function coreWith(claim: Claim, others: readonly Claim[]): readonly Claim[] | undefined {
  if (claim.facet === 'budget') {
    if (!isBudget(claim)) return undefined;
    const largest = partsOf(claim, others).sort((a, b) => b.low - a.low).map((part) => part.claim);
    return coreOfFirst(claim, [], largest);
  }
  for (const budget of others) {
    if (!isBudget(budget) || exceeds(0, boundsOf(budget).high)) continue;
    const own = partsOf(budget, [claim])[0];
    const chosen = own === undefined ? undefined : fillUp(own, boundsOf(budget).high, partsOf(budget, others));
    if (chosen !== undefined) return coreOfFirst(budget, [claim], chosen);
  }
  return undefined;
}

/** As many of the parts, the first ones first, as it takes with those that have to be in it. */
function coreOfFirst(budget: Claim, needed: readonly Claim[], parts: readonly Claim[]): readonly Claim[] | undefined {
  const all = [budget, ...needed, ...parts];
  return sumBudgetRule.clashes(all) ? shrink(all, sumBudgetRule.clashes) : undefined;
}

interface Part {
  readonly claim: Claim;
  readonly low: number;
}

/** What takes less than nothing would make room that nobody has. */
function partsOf(budget: Claim, claims: readonly Claim[]): Part[] {
  const { kind } = unitScale(budget.unit);
  return claims
    .filter((claim) => claim.facet === summedBy(budget) && claim.min !== undefined && inBudget(budget, claim.element) && unitScale(claim.unit).kind === kind)
    .map((claim) => ({ claim, low: Math.max(0, boundsOf(claim).low) }));
}

/** Ways of filling up that are tried before it is taken that there is none. */
const MOST_WAYS = 5_000;

/** Parts of other elements that leave no room for one more, and fit without it; the largest are tried first. */
function fillUp(own: Part, room: number, parts: readonly Part[]): readonly Claim[] | undefined {
  const others = parts.filter((part) => part.claim.element !== own.claim.element && part.low > 0).sort((a, b) => b.low - a.low);
  const rest = others.map(() => 0);
  for (let at = others.length - 1; at >= 0; at--) rest[at] = (rest[at + 1] ?? 0) + (others[at]?.low ?? 0);
  let ways = MOST_WAYS;
  const fill = (at: number, taken: number, chosen: readonly Claim[]): readonly Claim[] | undefined => {
    if (exceeds(taken + own.low, room)) return chosen;
    const next = others[at];
    if (next === undefined || ways-- <= 0 || !exceeds(taken + (rest[at] ?? 0) + own.low, room)) return undefined;
    const isFree = !exceeds(taken + next.low, room) && chosen.every((claim) => claim.element !== next.claim.element);
    return (isFree ? fill(at + 1, taken + next.low, [...chosen, next.claim]) : undefined) ?? fill(at + 1, taken, chosen);
  };
  return own.low > 0 ? fill(0, 0, []) : undefined;
}

/** The highest lower bound of each element, added up; other kinds of unit are left out, which never makes the sum larger. */
function sum(budget: Claim, claims: readonly Claim[]): number {
  const least = new Map<string, number>();
  for (const { claim, low } of partsOf(budget, claims)) least.set(claim.element, Math.max(least.get(claim.element) ?? 0, low));
  // Each addition may round; what is left of that is far below what anybody asks for.
  return roundToDigits([...least.values()].sort((a, b) => a - b).reduce((total, low) => total + low, 0), 14);
}
