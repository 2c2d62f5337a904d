/** Rules by the code they find. */

import type { ConflictCode } from '../codes';
import { FACET_RULES } from './all-rules';
import { crossFacetRule } from './cross-facet';
import { requiredBudgetRule } from './required-budget';
import type { Rule } from './rule';
import { stepRule } from './step';
import { sumBudgetRule } from './sum-budget';

const RULES: ReadonlyMap<ConflictCode, Pick<Rule, 'nothing'>> = new Map(
  [...Object.values(FACET_RULES), stepRule, crossFacetRule, requiredBudgetRule, sumBudgetRule, { code: 'THRESHOLD_OPPOSED' as const, nothing: 'No level satisfies' }]
    .map((rule) => [rule.code, rule]),
);

/** How the second sentence of a conflict begins: "No count satisfies". */
export function rulesByCode(code: ConflictCode): Pick<Rule, 'nothing'> {
  return RULES.get(code) ?? { nothing: 'Nothing satisfies' };
}
