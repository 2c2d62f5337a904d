/** Claims by element, in one pass. */

import type { Facet } from '../context/product-context';
import type { Claim } from './claim';
import type { Place } from './conflict';
import { lastStep } from './element-path';

export interface ElementClaims extends Place {
  readonly claims: Claim[];
}

export interface ClaimIndex {
  readonly elements: readonly ElementClaims[];
  /** Elements with a claim of a facet that concerns more than the element itself. */
  readonly wide: Readonly<Record<'budget' | 'shape', ReadonlySet<ElementClaims>>>;
  find(model: string, element: string): readonly Claim[];
}

/** Groups what takes part; withdrawn claims do not. */
export function indexClaims(claims: readonly Claim[]): ClaimIndex {
  const models = new Map<string, Map<string, ElementClaims>>();
  const elements: ElementClaims[] = [];
  const wide = { budget: new Set<ElementClaims>(), shape: new Set<ElementClaims>() };
  let general = false;
  for (const claim of claims) {
    if (claim.status === 'withdrawn') continue;
    let model = models.get(claim.model);
    if (model === undefined) models.set(claim.model, (model = new Map<string, ElementClaims>()));
    let group = model.get(claim.element);
    if (group === undefined) {
      group = { model: claim.model, element: claim.element, claims: [] };
      model.set(claim.element, group);
      elements.push(group);
      general ||= claim.element.endsWith('.*');
    }
    group.claims.push(claim);
    if (claim.facet === 'budget' || claim.facet === 'shape') wide[claim.facet].add(group);
  }
  const index = { elements, wide, find: (model: string, element: string) => models.get(model)?.get(element)?.claims ?? [] };
  return general ? { ...index, elements: elements.map((group) => withWildcards(group, index)) } : index;
}

/** What is said of every field holds for this one, unless it is excepted. */
function withWildcards(group: ElementClaims, index: ClaimIndex): ElementClaims {
  const step = lastStep(group.element);
  if (step === undefined || !('field' in step) || step.field === '*') return group;
  const general = index.find(group.model, `${step.parent}.*`).filter((claim) => claim.except?.includes(step.field) !== true);
  return general.length === 0 ? group : { ...group, claims: [...group.claims, ...general] };
}

/** Claims of one element by facet; facets nobody speaks of have no entry. */
export function claimsByFacet(claims: readonly Claim[]): ReadonlyMap<Facet, readonly Claim[]> {
  const groups = new Map<Facet, Claim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.facet);
    if (group === undefined) groups.set(claim.facet, [claim]);
    else group.push(claim);
  }
  return groups;
}
