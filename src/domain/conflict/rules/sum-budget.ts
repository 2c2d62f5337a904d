/** SUM_BUDGET_EXCEEDED: the least that the parts take, added up along a path, is more than the whole may take. */

import type { Claim } from '../claim';
import { unitScale } from '../units';
import { amountWords, withUnit } from './amount-words';
import { boundsOf, exceeds } from './bounds';
import { inBudget, summedBy } from './budget-scope';
import type { Rule } from './rule';

export const sumBudgetRule: Rule = {
  code: 'SUM_BUDGET_EXCEEDED', facet: 'budget', also: ['latency', 'freshness', 'retention', 'count', 'length', 'range'],
  nothing: 'No sum satisfies',
  ask: (claim) => JSON.stringify([claim.facet, claim.element, claim.along ?? [], claim.min ?? null, claim.max ?? null, claim.unit ?? '', claim.is ?? '']),
  words: (claim) => (claim.facet === 'budget'
    ? `at most ${withUnit(claim.max ?? Number.POSITIVE_INFINITY, claim.unit)} of ${summedBy(claim)} in all`
    : `${claim.element} to take at least ${withUnit(claim.min ?? 0, claim.unit)}`),
  clashes: (claims) => claims.some((claim) => isBudget(claim) && exceeds(sum(claim, claims), boundsOf(claim).high)),
  instead: (claim, others) => {
    const budget = others.find(isBudget);
    const target = isBudget(claim) ? sum(claim, others) : boundsOf(budget ?? claim).high - sum(budget ?? claim, others);
    const present = isBudget(claim) ? boundsOf(claim).high : boundsOf(claim).low;
    if (!Number.isFinite(target) || target < 0) return undefined;
    return { from: amountWords(claim, present), to: amountWords(claim, target), change: Math.abs(target - present) / Math.max(Math.abs(present), Number.EPSILON) };
  },
};

function isBudget(claim: Claim): boolean {
  return claim.facet === 'budget' && summedBy(claim) !== 'required' && claim.max !== undefined;
}

/** The highest lower bound of each element, added up; other kinds of unit are left out, which never makes the sum larger. */
function sum(budget: Claim, claims: readonly Claim[]): number {
  const { kind } = unitScale(budget.unit);
  const least = new Map<string, number>();
  for (const claim of claims) {
    if (claim.facet !== summedBy(budget) || claim.min === undefined || !inBudget(budget, claim.element)) continue;
    if (unitScale(claim.unit).kind !== kind) continue;
    // What takes less than nothing would make room that nobody has.
    least.set(claim.element, Math.max(0, least.get(claim.element) ?? 0, boundsOf(claim).low));
  }
  return [...least.values()].sort((a, b) => a - b).reduce((total, low) => total + low, 0);
}
