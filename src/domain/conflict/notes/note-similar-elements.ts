/** LIKELY_SAME_ELEMENT: names that differ in case, hyphens, underscores or a plural only. It proposes; it never decides. */

import { claimsOf, type ElementClaims } from '../claim-index';
import { compareTexts } from '../compare-texts';
import type { Note } from '../conflict';

/** One note per pair of names, the first name in the alphabet with each of the others. */
export function noteSimilarElements(elements: readonly ElementClaims[]): readonly Note[] {
  const groups = new Map<string, ElementClaims[]>();
  for (const element of elements) {
    const key = `${element.model}\n${plain(element.element)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => {
    const [first, ...others] = [...group].sort((a, b) => compareTexts(a.element, b.element));
    if (first === undefined) return [];
    return others.map((other): Note => ({
      code: 'LIKELY_SAME_ELEMENT', at: { model: first.model, element: first.element }, claims: [...claimsOf(first), ...claimsOf(other)], detail: other.element,
    }));
  });
}

const MARKS = /[_\- ]/;

function plain(element: string): string {
  const lower = element.toLowerCase();
  const letters = MARKS.test(lower) ? lower.replaceAll(/[_\- ]/g, '') : lower;
  return letters.endsWith('s') && !letters.endsWith('ss') ? letters.slice(0, -1) : letters;
}
