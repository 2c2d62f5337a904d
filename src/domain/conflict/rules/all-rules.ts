/** The rules that look at one facet of one element, by facet. Budgets, cross-facet and shape rules look further. */

import type { Facet } from '../../context/product-context';
import { accessRule } from './access';
import { countRule } from './count';
import { formatRule } from './format';
import { freshnessRule } from './freshness';
import { latencyRule } from './latency';
import { lengthRule } from './length';
import { lifecycleRule } from './lifecycle';
import { mutabilityRule } from './mutability';
import { ownerRule } from './owner';
import { patternRule } from './pattern';
import { presenceRule } from './presence';
import { rangeRule } from './range';
import { retentionRule } from './retention';
import type { Rule } from './rule';
import { typeRule } from './type';
import { uniqueRule } from './unique';
import { valuesRule } from './values';

/** `step` stands with `range` in a rule of its own; `budget` and `shape` concern more than one element. */
export const FACET_RULES: Readonly<Partial<Record<Facet, Rule>>> = {
  presence: presenceRule, count: countRule, type: typeRule, values: valuesRule, range: rangeRule, length: lengthRule,
  format: formatRule, pattern: patternRule, unique: uniqueRule, freshness: freshnessRule, latency: latencyRule,
  retention: retentionRule, access: accessRule, owner: ownerRule, mutability: mutabilityRule, lifecycle: lifecycleRule,
};
