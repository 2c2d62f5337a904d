/** LIKELY_SAME_ELEMENT: names that differ in case, hyphens, underscores or a plural only, or in their model. It proposes; it never decides. */

import { MODEL_TICKET } from '../claim';
import type { ElementClaims } from '../claim-index';
import { compareTexts } from '../compare-texts';
import type { Note } from '../conflict';

/** One note per pair of names, the first in the alphabet with each of the others. Claims on two models never meet, so a name in two of them is told. */
export function noteSimilarElements(elements: readonly ElementClaims[]): readonly Note[] {
  const groups = new Map<string, ElementClaims[]>();
  for (const element of elements) {
    const key = plain(element.element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => {
    const [first, ...others] = [...group].sort((a, b) => compareTexts(a.element, b.element) || compareTexts(a.model, b.model));
    if (first === undefined) return [];
    return others.flatMap((other) => noteOf(first, other));
  });
}

/** Two names that only imported models have are their own business: a ticket must require something of one of them. */
function noteOf(first: ElementClaims, other: ElementClaims): Note[] {
  const claims = [...first.claims, ...other.claims];
  if (claims.every(({ ticket }) => ticket.id <= MODEL_TICKET)) return [];
  const detail = other.model === first.model ? other.element : `${other.element} of the model ${other.model}`;
  return [{ code: 'LIKELY_SAME_ELEMENT', at: { model: first.model, element: first.element }, claims, detail }];
}

const MARKS = /[_\- ]/;

function plain(element: string): string {
  const lower = element.toLowerCase();
  const letters = MARKS.test(lower) ? lower.replaceAll(/[_\- ]/g, '') : lower;
  return letters.endsWith('s') && !letters.endsWith('ss') ? letters.slice(0, -1) : letters;
}
