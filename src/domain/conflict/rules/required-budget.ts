/** REQUIRED_BUDGET_EXCEEDED: an entity may ask for so many fields at most, and more are required. */

import type { Claim } from '../claim';
import { entityOf } from '../element-path';
import { numberWords } from './amount-words';
import { inBudget, summedBy } from './budget-scope';
import type { Rule } from './rule';

export const requiredBudgetRule: Rule = {
  code: 'REQUIRED_BUDGET_EXCEEDED', facet: 'budget', also: ['presence'], nothing: 'No choice of fields satisfies',
  ask: (claim) => (claim.facet === 'budget' ? `at most ${String(claim.max)} of ${claim.element} ${JSON.stringify(claim.along ?? [])}` : claim.element),
  words: (claim) => (claim.facet === 'budget'
    ? `at most ${numberWords(claim.max ?? Number.POSITIVE_INFINITY)} required fields`
    : `${nameOf(claim.element)} to be filled in`),
  clashes: (claims) => claims.some((claim) => excess(claim, claims) > 0),
  instead: (claim, others) => {
    if (claim.facet === 'presence') return { from: 'required', to: 'optional', change: 1 };
    const needed = required(claim, others).size;
    const present = claim.max ?? 0;
    return { from: numberWords(present), to: numberWords(needed), change: Math.abs(needed - present) / Math.max(Math.abs(present), 1) };
  },
};

/** The path without the entity it begins with. */
function nameOf(element: string): string {
  const entity = entityOf(element);
  return element.startsWith(`${entity}.`) ? element.slice(entity.length + 1) : element;
}

/** How many of the required elements must yield to this budget; 0 where the claim is no such budget. */
export function excess(budget: Claim, claims: readonly Claim[]): number {
  if (budget.facet !== 'budget' || summedBy(budget) !== 'required' || budget.max === undefined) return 0;
  return Math.max(0, required(budget, claims).size - Math.floor(budget.max));
}

function required(budget: Claim, claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(claims
    .filter((claim) => claim.facet === 'presence' && claim.is === 'required' && inBudget(budget, claim.element))
    .map((claim) => claim.element));
}
