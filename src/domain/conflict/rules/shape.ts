/** CROSS_FACET_CLASH of shapes: alternatives and dependencies that leave no value together with everything else that is asked. */

import { FACETS } from '../../context/product-context';
import type { Claim } from '../claim';
import { claimsToSchemas } from '../shape/claims-to-schemas';
import { findCommonValue, type Common } from '../shape/find-common-value';
import { FACET_RULES } from './all-rules';
import type { Rule } from './rule';
import { stepRule } from './step';

/** Shapes are shown up to here; the whole stands on the ticket. */
const SHOWN = 80;

/** The rule for values of `root`, an element with shapes in it. */
export function shapeRule(root: string): Rule {
  return {
    code: 'CROSS_FACET_CLASH', facet: 'shape', also: FACETS, nothing: 'No value satisfies',
    ask: (claim) => `${claim.element}|${claim.facet}|${askOf(claim)}`,
    words,
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

function words(claim: Claim): string {
  const place = claim.facet === 'presence' ? `${claim.element}: ` : '';
  if (claim.facet !== 'shape') return place + (FACET_RULES[claim.facet] ?? stepRule).words(claim);
  const text = claim.schema ?? 'true';
  return `the shape ${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}`;
}
