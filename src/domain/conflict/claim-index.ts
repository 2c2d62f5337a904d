/** Claims by element, in one pass. */

import { FACETS, type Facet } from '../context/product-context';
import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import type { Place } from './conflict';
import { entityOf, lastStep } from './element-path';

/** Everything said of an element. */
export interface ElementClaims extends Place {
  readonly claims: readonly Claim[];
  /** Facets somebody speaks of, one bit each: most questions are about few of them, and claims lie far apart in memory. */
  readonly spoken: number;
}

/** Whether somebody speaks of this facet. */
export function speaksOf({ spoken }: Pick<ElementClaims, 'spoken'>, facet: Facet): boolean {
  return (spoken & BITS[facet]) !== 0;
}

const BITS = Object.fromEntries(FACETS.map((facet, at) => [facet, 1 << at])) as Readonly<Record<Facet, number>>;

export interface FacetClaims {
  readonly facet: Facet;
  readonly claims: readonly Claim[];
}

export interface ClaimIndex {
  readonly elements: readonly ElementClaims[];
  /** Elements with a claim of a facet that concerns more than the element itself, by model, then by path. */
  readonly wide: Readonly<Record<'budget' | 'shape', readonly ElementClaims[]>>;
  find(model: string, element: string): readonly Claim[];
  /** The entity with everything in it, by path. */
  within(model: string, entity: string): readonly ElementClaims[];
}

/** Groups what takes part; withdrawn claims do not. */
export function indexClaims(claims: readonly Claim[]): ClaimIndex {
  const { models, elements } = groupByPlace(claims);
  const speaking = (facet: Facet) => elements.filter((group) => speaksOf(group, facet)).sort(byPlace);
  const find = (model: string, element: string) => models.get(model)?.get(element)?.claims ?? NONE;
  const general = elements.some(({ element }) => element.endsWith('.*'));
  const all = general ? elements.map((group) => withWildcards(group, find)) : elements;
  let entities: ByEntity | undefined;
  return {
    elements: all, find,
    within: (model, entity) => (entities ??= groupByEntity(all)).get(model)?.get(entity)?.sort(byPlace) ?? [],
    wide: { budget: speaking('budget'), shape: speaking('shape') },
  };
}

function byPlace(a: Place, b: Place): number {
  return compareTexts(a.model, b.model) || compareTexts(a.element, b.element);
}

type ByEntity = ReadonlyMap<string, ReadonlyMap<string, ElementClaims[]>>;

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

/** Claims facet by facet; facets nobody speaks of have no entry. Not kept: few elements of thousands clash. */
export function facetsOf(claims: readonly Claim[]): readonly FacetClaims[] {
  const facets: Facet[] = [];
  const sizes: number[] = [];
  for (const { facet } of claims) {
    const at = facets.indexOf(facet);
    if (at !== -1) sizes[at] = (sizes[at] ?? 0) + 1;
    else {
      facets.push(facet);
      sizes.push(1);
    }
  }
  return facets.map((facet, at) => ({ facet, claims: facets.length === 1 ? claims : some(claims, facet, sizes[at] ?? 0) }));
}

/** A list of just its size: one that grows takes several times the room, for each facet of each element. */
function some(claims: readonly Claim[], facet: Facet, size: number): readonly Claim[] {
  const found = new Array<Claim>(size);
  let next = 0;
  for (const claim of claims) if (claim.facet === facet) found[next++] = claim;
  return found;
}

const NONE: readonly Claim[] = [];

interface Group extends Place {
  readonly claims: Claim[];
  spoken: number;
}

interface Places {
  readonly models: ReadonlyMap<string, ReadonlyMap<string, Group>>;
  readonly elements: readonly Group[];
}

function groupByPlace(claims: readonly Claim[]): Places {
  const models = new Map<string, Map<string, Group>>();
  const elements: Group[] = [];
  for (const claim of claims) {
    if (claim.status === 'withdrawn') continue;
    let model = models.get(claim.model);
    if (model === undefined) models.set(claim.model, (model = new Map<string, Group>()));
    let group = model.get(claim.element);
    if (group === undefined) {
      group = { model: claim.model, element: claim.element, claims: [], spoken: 0 };
      model.set(claim.element, group);
      elements.push(group);
    }
    group.claims.push(claim);
    group.spoken |= BITS[claim.facet];
  }
  return { models, elements };
}

/** What is said of every field holds for this one, unless it is excepted. */
function withWildcards(group: ElementClaims, find: ClaimIndex['find']): ElementClaims {
  const step = lastStep(group.element);
  if (step === undefined || !('field' in step) || step.field === '*') return group;
  const general = find(group.model, `${step.parent}.*`).filter((claim) => claim.except?.includes(step.field) !== true);
  if (general.length === 0) return group;
  return { ...group, claims: [...group.claims, ...general], spoken: general.reduce((spoken, { facet }) => spoken | BITS[facet], group.spoken) };
}
