/** Conflicts that no element has alone: what an entity may ask for in all, and what a path may take in all. */

import type { Facet } from '../context/product-context';
import { assembleConflicts, type Assembled, type Surroundings } from './assemble-conflicts';
import { speaksOf, type ClaimIndex } from './claim-index';
import { claimKey, type Claim } from './claim';
import type { Conflict, Findings, Note, Place } from './conflict';
import { entityOf } from './element-path';
import { notChecked } from './notes/not-checked';
import { inBudget, scopeOf, summedBy } from './rules/budget-scope';
import { excess, requiredBudgetRule } from './rules/required-budget';
import type { Rule } from './rules/rule';
import { sumBudgetRule, sumDoubts } from './rules/sum-budget';

/** What rules that look at several elements read. */
export interface WideView {
  readonly index: ClaimIndex;
  readonly surroundings: (model: string, element: string) => Surroundings;
}

/** Budgets of each entity against what its elements require or take. */
export function detectBudgetConflicts(view: WideView): Findings {
  const conflicts: Conflict[] = [];
  const notes: Note[] = [];
  for (const group of view.index.wide.budget) {
    const { model, element } = group;
    const budgets = group.claims.filter(({ facet }) => facet === 'budget');
    for (const sum of new Set(budgets.map(summedBy))) {
      const rule = sum === 'required' ? requiredBudgetRule : sumBudgetRule;
      const concerned = budgets.filter((budget) => summedBy(budget) === sum);
      const all = [...concerned, ...summed(view.index, concerned, sum)];
      if (rule === sumBudgetRule) for (const { code, claims, detail } of sumDoubts(all)) notes.push({ code, claims, detail, at: { model, element }, facet: 'budget' });
      if (!rule.clashes(all)) continue;
      const found = check(rule, { model, element }, all, view);
      if (!found.isComplete) notes.push(notChecked({ model, element }, rule.facet, all));
      conflicts.push(...found.conflicts);
    }
  }
  return { conflicts, notes };
}

function check(rule: Rule, at: Place, claims: readonly Claim[], view: WideView): Assembled {
  const surroundings = { ...view.surroundings(at.model, at.element), unlessLeftOut: () => false };
  const found = assembleConflicts(rule, at, claims, surroundings);
  if (rule !== requiredBudgetRule) return found;
  return { ...found, conflicts: found.conflicts.map((conflict) => ({ ...conflict, mustYield: mustYield(conflict, claims) })) };
}

/** The claims the budgets add up. What a budget names along its path may belong to other entities. */
function summed(index: ClaimIndex, budgets: readonly Claim[], sum: string): readonly Claim[] {
  const facet = (sum === 'required' ? 'presence' : sum) as Facet;
  const { model, element } = budgets[0] ?? { model: '', element: '' };
  const scopes = [...new Map(budgets.map((budget) => [scopeOf(budget), budget])).values()];
  const entities = new Set([entityOf(element), ...budgets.flatMap((budget) => budget.along ?? []).map(entityOf)]);
  const found: Claim[] = [];
  for (const entity of entities) {
    for (const group of index.within(model, entity)) {
      if (!speaksOf(group, facet) || !scopes.some((budget) => inBudget(budget, group.element))) continue;
      for (const claim of group.claims) if (claim.facet === facet && (sum !== 'required' || claim.is === 'required')) found.push(claim);
    }
  }
  return found;
}

/** How many of the fields required where the proof clashes are too many. */
function mustYield(conflict: Conflict, claims: readonly Claim[]): number {
  const taking = new Set(conflict.sides.flatMap((side) => side.who.map((member) => member.claim)));
  const part = claims.filter((claim) => taking.has(claimKey(claim)));
  const proof = part.filter((claim) => claim.facet === 'budget' && conflict.core.includes(claimKey(claim)));
  return Math.max(1, ...proof.map((budget) => excess(budget, part)));
}
