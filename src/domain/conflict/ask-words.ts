import { nameTeams } from '../context/name-teams';
import type { Claim } from './claim';
import { FACET_RULES } from './rules/all-rules';
import { requiredBudgetRule } from './rules/required-budget';
import { shapeRule } from './rules/shape';
import { stepRule } from './rules/step';
import { sumBudgetRule } from './rules/sum-budget';

/** What a claim asks, in plain words that go after "asks for": `at least 2`. */
export function askWords(asked: Claim, teamName: (id: string) => string): string {
  const claim = nameTeams(asked, teamName);
  if (claim.facet === 'budget') return ((claim.is ?? 'required') === 'required' ? requiredBudgetRule : sumBudgetRule).words(claim);
  if (claim.facet === 'shape') return shapeRule(claim.element).words(claim);
  return (FACET_RULES[claim.facet] ?? stepRule).words(claim);
}
