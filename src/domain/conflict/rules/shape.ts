/** CROSS_FACET_CLASH of shapes: alternatives and dependencies that leave no value together with everything else that is asked. */

import { FACETS } from '../../context/product-context';
import type { Claim } from '../claim';
import { claimsToSchemas } from '../shape/claims-to-schemas';
import { findCommonValue, type Common } from '../shape/find-common-value';
import { FACET_RULES } from './all-rules';
import { crossFacetRule } from './cross-facet';
import type { Rule } from './rule';
import { stepRule } from './step';

/** Shapes are shown up to here; the whole stands on the ticket. */
const SHOWN = 80;

/** The rule for values of `root`, an element with shapes in it. */
export function shapeRule(root: string): Rule {
  return {
    code: 'CROSS_FACET_CLASH', facet: 'shape', also: FACETS, nothing: 'No value satisfies',
    ask: (claim) => `${claim.element}|${claim.facet}|${askOf(claim)}`,
    words: (claim) => placedWords(claim, root),
    clashes: (claims) => commonValueOf(root, claims).kind === 'none',
  };
}

/** A value of `root` that keeps all claims. An entity with fields is an object, even if nobody says so. */
export function commonValueOf(root: string, claims: readonly Claim[]): Common {
  const schemas = claimsToSchemas(claims, root);
  const typed = claims.some((claim) => claim.element === root && claim.facet === 'type');
  const fields = claims.some((claim) => claim.element.startsWith(`${root}.`) || claim.element.startsWith(`${root}["`));
  return findCommonValue(!typed && fields ? [{ type: 'object' }, ...schemas] : schemas);
}

function askOf(claim: Claim): string {
  if (claim.facet === 'shape') return claim.schema ?? '';
  return (FACET_RULES[claim.facet] ?? stepRule).ask(claim) + (claim.except ?? []).join('\n');
}

/** Beside the whole, each part says where it is. */
function placedWords(claim: Claim, root: string): string {
  const { element, facet } = claim;
  if (facet === 'presence') return (FACET_RULES.presence?.words(claim) ?? '').replace(/^it /, `${element} `);
  const words = facet === 'shape' ? shapeWords(claim) : crossFacetRule.words(claim);
  return element === root ? words : `${words} for ${element}`;
}

function shapeWords({ schema = 'true' }: Claim): string {
  return `the shape ${schema.length > SHOWN ? `${schema.slice(0, SHOWN - 1)}…` : schema}`;
}
