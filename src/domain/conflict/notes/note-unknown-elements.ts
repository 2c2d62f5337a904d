/** UNKNOWN_ELEMENT: claims on what the shared data model does not have (any more). They are still checked. */

import type { ElementClaims } from '../claim-index';
import type { Note } from '../conflict';
import { sharedElement } from '../decisions/own-element';

/** Empty where nobody can say what the model has. */
export function noteUnknownElements(
  elements: readonly ElementClaims[], knows: ((model: string, element: string) => boolean) | undefined,
): readonly Note[] {
  if (knows === undefined) return [];
  return elements
    // What a team keeps on its own stands for an element that the model has.
    .filter(({ model, element }) => !element.endsWith('.*') && !knows(model, listOf(element)) && !knows(model, listOf(sharedElement(element))))
    .map((group) => ({ code: 'UNKNOWN_ELEMENT', at: { model: group.model, element: group.element }, claims: group.claims }));
}

/** A model names the list, not its items. */
function listOf(element: string): string {
  return element.endsWith('[]') ? listOf(element.slice(0, -2)) : element;
}
