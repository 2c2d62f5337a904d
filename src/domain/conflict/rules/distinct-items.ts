/** CROSS_FACET_CLASH of a list: it may repeat nothing, and has to be longer than there are different values for its items. */

import type { Facet } from '../../context/product-context';
import { canonicalJson } from '../canonical-json';
import type { Claim } from '../claim';
import { accepts } from '../shape/accepts';
import { claimToSchema } from '../shape/claims-to-schema';
import { namedTypes, type JsonSchema } from '../shape/json-schema';
import { crossFacetRule } from './cross-facet';
import type { Rule } from './rule';

/** Facets that say which values an item can have. */
export const OF_ITEMS: readonly Facet[] = ['values', 'type', 'range', 'length', 'step', 'pattern'];

/** The rule for the list at this path. */
export function distinctItemsRule(list: string): Rule {
  return {
    code: 'CROSS_FACET_CLASH', facet: 'unique', also: ['count', ...OF_ITEMS], nothing: 'No value satisfies',
    ask: (claim) => `${claim.element}|${crossFacetRule.ask(claim)}`,
    words: (claim) => `${crossFacetRule.words(claim)}${claim.element === list ? '' : ' for each item'}`,
    clashes: (claims) => {
      const least = Math.max(0, ...claims.map((claim) => (claim.facet === 'count' ? claim.min ?? 0 : 0)));
      return claims.some(({ unique }) => unique === true) && different(claims.filter(({ element }) => element !== list)) < least;
    },
  };
}

/** How many different values an item can have at most. */
function different(items: readonly Claim[]): number {
  const schemas = items.map((claim) => claimToSchema(claim, claim.element));
  const values = schemas.map(listed).find((some) => some !== undefined);
  if (values === undefined) return Number.POSITIVE_INFINITY;
  return new Set(values.filter((value) => schemas.every((schema) => accepts(schema, value) !== false)).map(canonicalJson)).size;
}

/** The few values that a schema leaves; undefined where they are too many to list. */
function listed(schema: JsonSchema): readonly unknown[] | undefined {
  if (typeof schema === 'boolean' || schema.enum !== undefined) return typeof schema === 'boolean' ? undefined : schema.enum;
  return namedTypes(schema)?.every((type) => type === 'boolean' || type === 'null') === true ? [true, false, null] : undefined;
}
