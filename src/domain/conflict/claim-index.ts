/** Claims by element and facet, in one pass. */

import type { Facet } from '../context/product-context';
import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import type { Place } from './conflict';
import { entityOf, lastStep } from './element-path';

export interface FacetClaims {
  readonly facet: Facet;
  readonly claims: readonly Claim[];
}

export interface ElementClaims extends Place {
  /** Facets nobody speaks of have no entry. */
  readonly facets: readonly FacetClaims[];
}

export interface ClaimIndex {
  /** By model, then by path. */
  readonly elements: readonly ElementClaims[];
  /** Elements with a claim of a facet that concerns more than the element itself. */
  readonly wide: Readonly<Record<'budget' | 'shape', ReadonlySet<ElementClaims>>>;
  find(model: string, element: string): readonly Claim[];
  /** The entity with everything in it, by path. */
  within(model: string, entity: string): readonly ElementClaims[];
}

/** Groups what takes part; withdrawn claims do not. */
export function indexClaims(claims: readonly Claim[]): ClaimIndex {
  const models = groupByPlace(claims);
  const elements = [...models.values()].flatMap((model) => [...model.values()])
    .sort((a, b) => compareTexts(a.model, b.model) || compareTexts(a.element, b.element));
  const find = (model: string, element: string) => {
    const group = models.get(model)?.get(element);
    return group === undefined ? [] : claimsOf(group);
  };
  const general = elements.some(({ element }) => element.endsWith('.*'));
  const all = general ? elements.map((group) => withWildcards(group, find)) : elements;
  let entities: ByEntity | undefined;
  return {
    elements: all,
    within: (model, entity) => (entities ??= groupByEntity(all)).get(model)?.get(entity) ?? [],
    wide: { budget: withFacet(elements, 'budget'), shape: withFacet(elements, 'shape') },
    find,
  };
}

type ByEntity = ReadonlyMap<string, ReadonlyMap<string, readonly ElementClaims[]>>;

function groupByEntity(elements: readonly ElementClaims[]): ByEntity {
  const models = new Map<string, Map<string, ElementClaims[]>>();
  for (const group of elements) {
    let model = models.get(group.model);
    if (model === undefined) models.set(group.model, (model = new Map<string, ElementClaims[]>()));
    const entity = entityOf(group.element);
    const known = model.get(entity);
    if (known === undefined) model.set(entity, [group]);
    else known.push(group);
  }
  return models;
}

/** Everything said of an element. */
export function claimsOf({ facets }: ElementClaims): readonly Claim[] {
  return facets.flatMap(({ claims }) => claims);
}

/** What is said of an element in one facet. */
export function claimsIn({ facets }: ElementClaims, facet: Facet): readonly Claim[] {
  for (const one of facets) if (one.facet === facet) return one.claims;
  return NONE;
}

const NONE: readonly Claim[] = [];

interface Group extends Place {
  readonly facets: { readonly facet: Facet; readonly claims: Claim[] }[];
}

function groupByPlace(claims: readonly Claim[]): ReadonlyMap<string, ReadonlyMap<string, Group>> {
  const models = new Map<string, Map<string, Group>>();
  for (const claim of claims) {
    if (claim.status === 'withdrawn') continue;
    let model = models.get(claim.model);
    if (model === undefined) models.set(claim.model, (model = new Map<string, Group>()));
    let group = model.get(claim.element);
    if (group === undefined) model.set(claim.element, (group = { model: claim.model, element: claim.element, facets: [] }));
    addTo(group, claim);
  }
  return models;
}

function addTo({ facets }: Group, claim: Claim): void {
  for (const one of facets) {
    if (one.facet === claim.facet) {
      one.claims.push(claim);
      return;
    }
  }
  facets.push({ facet: claim.facet, claims: [claim] });
}

function withFacet(elements: readonly ElementClaims[], facet: Facet): ReadonlySet<ElementClaims> {
  return new Set(elements.filter(({ facets }) => facets.some((one) => one.facet === facet)));
}

/** What is said of every field holds for this one, unless it is excepted. */
function withWildcards(group: ElementClaims, find: ClaimIndex['find']): ElementClaims {
  const step = lastStep(group.element);
  if (step === undefined || !('field' in step) || step.field === '*') return group;
  const general = find(group.model, `${step.parent}.*`).filter((claim) => claim.except?.includes(step.field) !== true);
  if (general.length === 0) return group;
  return { model: group.model, element: group.element, facets: byFacet([...claimsOf(group), ...general]) };
}

function byFacet(claims: readonly Claim[]): readonly FacetClaims[] {
  return [...new Set(claims.map(({ facet }) => facet))].map((facet) => ({ facet, claims: claims.filter((claim) => claim.facet === facet) }));
}
