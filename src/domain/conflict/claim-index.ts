/** Claims by element, in one pass. */

import { FACETS, type Facet } from '../context/product-context';
import type { Claim } from './claim';
import type { Place } from './conflict';
import { lastStep } from './element-path';

export interface ElementClaims extends Place {
  readonly claims: Claim[];
}

export interface ClaimIndex {
  readonly elements: readonly ElementClaims[];
  /** Claims that speak of every field of `place`, by model and element. */
  readonly wildcards: readonly ElementClaims[];
  find(model: string, element: string): readonly Claim[];
}

/** Groups what takes part; withdrawn claims do not. */
export function indexClaims(claims: readonly Claim[]): ClaimIndex {
  const models = new Map<string, Map<string, ElementClaims>>();
  const elements: ElementClaims[] = [];
  for (const claim of claims) {
    if (claim.status === 'withdrawn') continue;
    let model = models.get(claim.model);
    if (model === undefined) models.set(claim.model, (model = new Map<string, ElementClaims>()));
    const known = model.get(claim.element);
    if (known !== undefined) {
      known.claims.push(claim);
      continue;
    }
    const group: ElementClaims = { model: claim.model, element: claim.element, claims: [claim] };
    model.set(claim.element, group);
    elements.push(group);
  }
  const wildcards = elements.filter((group) => group.element.endsWith('.*'));
  const index = { elements, wildcards, find: (model: string, element: string) => models.get(model)?.get(element)?.claims ?? [] };
  return wildcards.length === 0 ? index : { ...index, elements: elements.map((group) => withWildcards(group, index)) };
}

/** What is said of every field holds for this one, unless it is excepted. */
function withWildcards(group: ElementClaims, index: ClaimIndex): ElementClaims {
  const step = lastStep(group.element);
  if (step === undefined || !('field' in step) || step.field === '*') return group;
  const general = index.find(group.model, `${step.parent}.*`).filter((claim) => claim.except?.includes(step.field) !== true);
  return general.length === 0 ? group : { ...group, claims: [...group.claims, ...general] };
}

const NUMBER_OF: ReadonlyMap<Facet, number> = new Map(FACETS.map((facet, at) => [facet, at]));

/** Claims of one element by facet; facets nobody speaks of have no entry. */
export function claimsByFacet(claims: readonly Claim[]): ReadonlyMap<Facet, readonly Claim[]> {
  const first = claims[0];
  if (first === undefined) return new Map();
  if (claims.every((claim) => claim.facet === first.facet)) return new Map([[first.facet, claims]]);
  const groups = new Map<Facet, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.facet);
    if (group === undefined) groups.set(claim.facet, [claim]);
    else group.push(claim);
  }
  return new Map([...groups].sort(([a], [b]) => (NUMBER_OF.get(a) ?? 0) - (NUMBER_OF.get(b) ?? 0)));
}
