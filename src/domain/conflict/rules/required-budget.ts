/** REQUIRED_BUDGET_EXCEEDED: an entity may ask for so many fields at most, and more are required. */

import type { Claim } from '../claim';
import { entityOf } from '../element-path';
import { numberWords } from './amount-words';
import { inBudget, scopeOf, summedBy } from './budget-scope';
import type { Rule } from './rule';

export const requiredBudgetRule: Rule = {
  code: 'REQUIRED_BUDGET_EXCEEDED', facet: 'budget', also: ['presence'], nothing: 'No choice of fields satisfies',
  ask: (claim) => (claim.facet === 'budget' ? `at most ${String(claim.max)} of ${claim.element} ${JSON.stringify(claim.along ?? [])}` : claim.element),
  words: (claim) => (claim.facet === 'budget'
    ? `at most ${numberWords(claim.max ?? Number.POSITIVE_INFINITY)} required field${claim.max === 1 ? '' : 's'}`
    : `${nameOf(claim.element)} to be filled in`),
  clashes: (claims) => smallest(claims).some((claim) => excess(claim, claims) > 0),
  coreWith,
  instead: (claim, others) => {
    if (claim.facet === 'presence') return { from: 'required', to: 'optional', change: 1 };
    const needed = required(claim, others).size;
    const present = claim.max ?? 0;
    return { from: numberWords(present), to: numberWords(needed), change: Math.abs(needed - present) / Math.max(Math.abs(present), 1), becomes: { ...claim, max: needed } };
  },
};

/** A budget and one more required element than it allows; the smallest of the budgets with room for the claim. */
function coreWith(claim: Claim, others: readonly Claim[]): readonly Claim[] | undefined {
  if (claim.facet === 'budget') return coreOfBudget(claim, others);
  let best: readonly Claim[] | undefined;
  for (const budget of others) {
    if (!isRequiredBudget(budget) || !inBudget(budget, claim.element) || excess(budget, [budget]) > 0) continue;
    if (best !== undefined && best.length <= Math.floor(budget.max) + 2) continue;
    best = coreOfBudget(budget, others, claim) ?? best;
  }
  return best;
}

function coreOfBudget(budget: Claim, others: readonly Claim[], first?: Claim): readonly Claim[] | undefined {
  if (!isRequiredBudget(budget)) return undefined;
  const most = Math.floor(budget.max);
  if (most < 0) return [budget];
  const fields = new Map<string, Claim>(first === undefined ? [] : [[first.element, first]]);
  for (const other of others) {
    if (fields.size > most) break;
    if (!fields.has(other.element) && isRequired(budget, other)) fields.set(other.element, other);
  }
  return fields.size > most ? [budget, ...fields.values()] : undefined;
}

function isRequiredBudget(claim: Claim): claim is Claim & { readonly max: number } {
  return claim.facet === 'budget' && summedBy(claim) === 'required' && claim.max !== undefined;
}

/** The budgets that allow least, one for each scope. */
function smallest(claims: readonly Claim[]): readonly Claim[] {
  const least = new Map<string, Claim & { readonly max: number }>();
  for (const claim of claims) {
    if (!isRequiredBudget(claim)) continue;
    const scope = scopeOf(claim);
    if ((least.get(scope)?.max ?? Number.POSITIVE_INFINITY) > claim.max) least.set(scope, claim);
  }
  return [...least.values()];
}

/** The path without the entity it begins with. */
function nameOf(element: string): string {
  const entity = entityOf(element);
  return element.startsWith(`${entity}.`) ? element.slice(entity.length + 1) : element;
}

/** How many of the required elements must yield to this budget; 0 where the claim is no such budget. */
export function excess(budget: Claim, claims: readonly Claim[]): number {
  if (!isRequiredBudget(budget)) return 0;
  return Math.max(0, required(budget, claims).size - Math.floor(budget.max));
}

function required(budget: Claim, claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(claims.filter((claim) => isRequired(budget, claim)).map((claim) => claim.element));
}

function isRequired(budget: Claim, claim: Claim): boolean {
  return claim.facet === 'presence' && claim.is === 'required' && inBudget(budget, claim.element);
}
