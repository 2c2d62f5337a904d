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

/** The facets of some claims, as an index knows them of an element. */
export function spokenIn(claims: readonly Claim[]): number {
  return claims.reduce((spoken, { facet }) => spoken | BITS[facet], 0);
}

const NUMBERS = Object.fromEntries(FACETS.map((facet, at) => [facet, at])) as Readonly<Record<Facet, number>>;
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
    within: (model, entity) => (entities ??= groupByEntity(all)).get(model)?.get(entity) ?? [],
    wide: { budget: speaking('budget'), shape: speaking('shape') },
  };
}

function byPlace(a: Place, b: Place): number {
  return compareTexts(a.model, b.model) || compareTexts(a.element, b.element);
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
  for (const model of models.values()) for (const groups of model.values()) groups.sort(byPlace);
  return models;
}

/** Claims facet by facet; facets nobody speaks of have no entry. Not kept: few elements of thousands clash. */
export function facetsOf({ claims, spoken }: Pick<ElementClaims, 'claims' | 'spoken'>): readonly FacetClaims[] {
  const [first] = claims;
  if (first === undefined) return [];
  if ((spoken & (spoken - 1)) === 0) return [{ facet: first.facet, claims }];
  SIZES.fill(0);
  for (const { facet } of claims) SIZES[NUMBERS[facet]] = (SIZES[NUMBERS[facet]] ?? 0) + 1;
  const facets: FacetClaims[] = [];
  for (let rest = spoken; rest !== 0; rest &= rest - 1) {
    const at = 31 - Math.clz32(rest & -rest);
    const facet = FACETS[at] ?? first.facet;
    facets.push({ facet, claims: some(claims, facet, SIZES[at] ?? 0) });
  }
  return facets;
}

/** How many claims there are of each facet, while they are counted: asked for every element, so that nothing is made for it. */
const SIZES = new Int32Array(FACETS.length);

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
  // Most often the next claim is on the same model.
  let [name, model] = ['', groupsOf(models, '')];
  for (const claim of claims) {
    if (claim.status === 'withdrawn') continue;
    if (claim.model !== name) [name, model] = [claim.model, groupsOf(models, claim.model)];
    let group = model.get(claim.element);
    if (group === undefined) {
      group = { model: name, element: claim.element, claims: [], spoken: 0 };
      model.set(claim.element, group);
      elements.push(group);
    }
    group.claims.push(claim);
    group.spoken |= BITS[claim.facet];
  }
  return { models, elements };
}

function groupsOf(models: Map<string, Map<string, Group>>, model: string): Map<string, Group> {
  const known = models.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Group>();
  models.set(model, made);
  return made;
}

/** What is said of every field holds for this one, unless it is excepted. */
function withWildcards(group: ElementClaims, find: ClaimIndex['find']): ElementClaims {
  const step = lastStep(group.element);
  if (step === undefined || !('field' in step) || step.field === '*') return group;
  const general = find(group.model, `${step.parent}.*`).filter((claim) => claim.except?.includes(step.field) !== true);
  if (general.length === 0) return group;
  return { ...group, claims: [...group.claims, ...general], spoken: group.spoken | spokenIn(general) };
}
