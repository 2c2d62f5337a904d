/** What a second import of a model changes, and which claims that touches. */

import type { ClaimContent } from '../context/product-context';
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

const COMPARED = ['type', 'many', 'required', 'unique', 'values', 'min', 'max', 'pattern', 'owner'] as const satisfies readonly (keyof ModelElement)[];

/** Descriptions may change freely: they constrain nothing. */
export function compareModels(before: readonly ModelElement[], after: readonly ModelElement[]): ModelDifference {
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

/** Claims on elements that were removed or changed. */
export function claimsTouched<C extends Pick<ClaimContent, 'element'>>({ removed, changed }: ModelDifference, claims: readonly C[]): C[] {
  const touched = new Set([...removed, ...changed].map(({ path }) => path));
  return claims.filter(({ element }) => touched.has(element));
}

function describeChange(part: string, before: unknown, after: unknown): string[] {
  const [from, to] = [show(before), show(after)];
  return from === to ? [] : [`${part}: ${from} → ${to}`];
}

function show(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
