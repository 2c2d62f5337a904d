/** What a second import of a model changes, and which claims that touches. */

import type { ClaimContent } from '../context/product-context';
import { anyFieldOf, itemsOf, placesAbove } from '../conflict/element-path';
import { pathSpeller } from '../conflict/spell-as-model';
import type { ModelElement } from './shared-model';

export interface ChangedElement {
  readonly path: string;
  /** `required: no → yes`. */
  readonly changes: readonly string[];
}

export interface ModelDifference {
  readonly added: readonly ModelElement[];
  readonly removed: readonly ModelElement[];
  readonly changed: readonly ChangedElement[];
}

const COMPARED = [
  'type', 'many', 'required', 'unique', 'values', 'min', 'max', 'exclusiveMin', 'exclusiveMax',
  'length', 'items', 'step', 'pattern', 'format', 'forbidden', 'closed', 'promises', 'owner',
] as const satisfies readonly (keyof ModelElement)[];

/** Descriptions may change freely: they constrain nothing. Nor is another spelling of a path a change. */
export function compareModels(earlierElements: readonly ModelElement[], after: readonly ModelElement[]): ModelDifference {
  const before = spelledAs(after, earlierElements);
  const old = new Map(before.map((element) => [element.path, element]));
  const fresh = new Map(after.map((element) => [element.path, element]));
  const changed: ChangedElement[] = [];
  for (const element of after) {
    const earlier = old.get(element.path);
    const changes = earlier === undefined ? [] : COMPARED.flatMap((part) => describeChange(part, earlier[part], element[part]));
    if (changes.length > 0) changed.push({ path: element.path, changes });
  }
  return {
    added: after.filter(({ path }) => !old.has(path)),
    removed: before.filter(({ path }) => !fresh.has(path)),
    changed,
  };
}

function spelledAs(after: readonly ModelElement[], before: readonly ModelElement[]): readonly ModelElement[] {
  const spelled = pathSpeller(after);
  return before.map((element) => ({ ...element, path: spelled(element.path) }));
}

interface Compared {
  readonly before: readonly ModelElement[];
  readonly after: readonly ModelElement[];
}

/**
 * Claims on elements that were removed or changed, however their paths are spelled: on the items of a list, on every field of an
 * entity, and on what stood below something removed.
 */
export function claimsTouched<C extends Pick<ClaimContent, 'element'>>({ removed, changed }: ModelDifference, claims: readonly C[], { before, after }: Compared): C[] {
  const spelled = pathSpeller([...after, ...spelledAs(after, before)]);
  const touched = new Set([...removed, ...changed].flatMap(({ path }) => [path, itemsOf(path)]));
  for (const { path } of [...removed, ...changed]) for (const above of placesAbove(path).slice(0, 1)) touched.add(anyFieldOf(above));
  const gone = new Set(removed.map(({ path }) => path));
  return claims.filter(({ element }) => {
    const path = spelled(element);
    return touched.has(path) || placesAbove(path).some((place) => gone.has(place));
  });
}

function describeChange(part: string, before: unknown, after: unknown): string[] {
  const [from, to] = [show(before), show(after)];
  return from === to ? [] : [`${part}: ${from} → ${to}`];
}

function show(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, part]) => `${name} ${String(part)}`).join(' ');
  return String(value);
}
