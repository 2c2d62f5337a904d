/** An import as it is sent: checked element by element, in parts that fit a call and a stored chunk. */

import { ELEMENTS_A_PART, modelElementSchema } from '../../../src/contract/models';
import { pathSpeller } from '../../../src/domain/conflict/spell-as-model';
import type { ModelElement, SkippedPart } from '../../../src/domain/model/shared-model';

/** Characters of one part: well under a stored value of 240 KiB, also where letters take more than one byte. */
const PART_CHARACTERS = 80_000;

/** What can be kept, and what is longer than it may be, with the reason. */
export function fitElements(elements: readonly ModelElement[]): { readonly elements: readonly ModelElement[]; readonly skipped: readonly SkippedPart[] } {
  const fitting: ModelElement[] = [];
  const skipped: SkippedPart[] = [];
  for (const element of elements) {
    const parsed = modelElementSchema.safeParse(shorten(element));
    if (parsed.success) fitting.push(parsed.data);
    else skipped.push({ at: element.path.slice(0, 120), why: `It does not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).slice(0, 2).join('; ')}.` });
  }
  return { elements: fitting, skipped };
}

/** Words about an element may be cut; what constrains it may not. */
function shorten(element: ModelElement): ModelElement {
  return {
    ...element, type: element.type.slice(0, 200),
    ...(element.description === undefined ? {} : { description: element.description.slice(0, 300) }), ...(element.owner === undefined ? {} : { owner: element.owner.slice(0, 100) }),
  };
}

/** Consecutive parts, none empty unless there is nothing at all. */
export function partsOf(elements: readonly ModelElement[]): readonly (readonly ModelElement[])[] {
  const parts: ModelElement[][] = [];
  let part: ModelElement[] = [];
  let characters = 0;
  for (const element of elements) {
    const size = JSON.stringify(element).length;
    if (part.length > 0 && (part.length >= ELEMENTS_A_PART || characters + size > PART_CHARACTERS)) {
      parts.push(part);
      part = [];
      characters = 0;
    }
    part.push(element);
    characters += size;
  }
  return [...parts, part];
}

/** Counts by path, with each path as the model writes it. */
export function countsAsSpelled(counts: ReadonlyMap<string, number>, elements: readonly ModelElement[]): ReadonlyMap<string, number> {
  const spelled = pathSpeller(elements);
  const summed = new Map<string, number>();
  for (const [path, count] of counts) summed.set(spelled(path), (summed.get(spelled(path)) ?? 0) + count);
  return summed;
}

/** An id from a name: lower-case letters, digits and hyphens; `taken` gets a number. */
export function modelIdFrom(name: string, taken: ReadonlySet<string>): string {
  const base = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 34).replace(/-+$/, '') || 'model';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}
