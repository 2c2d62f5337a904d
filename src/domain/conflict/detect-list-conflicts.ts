/** Conflicts between a list and its items: how many there have to be, and how many different ones there can be. */

import { assembleConflicts } from './assemble-conflicts';
import type { Conflict, Findings, Note } from './conflict';
import type { WideView } from './detect-budget-conflicts';
import { notChecked } from './notes/not-checked';
import { OF_ITEMS, distinctItemsRule } from './rules/distinct-items';

/** Looks at lists that may repeat nothing and have at least two items. */
export function detectListConflicts({ index, surroundings }: WideView): Findings {
  const conflicts: Conflict[] = [];
  const notes: Note[] = [];
  for (const group of index.elements) {
    if (!group.element.endsWith('[]')) continue;
    const { model } = group;
    const element = group.element.slice(0, -2);
    const list = index.find(model, element).filter((claim) => claim.unique === true || (claim.facet === 'count' && (claim.min ?? 0) > 1));
    if (!list.some(({ unique }) => unique === true) || list.every(({ unique }) => unique === true)) continue;
    const claims = [...list, ...group.claims.filter(({ facet }) => OF_ITEMS.includes(facet))];
    const rule = distinctItemsRule(element);
    if (!rule.clashes(claims)) continue;
    const found = assembleConflicts(rule, { model, element }, claims, surroundings(model, element), 'several');
    conflicts.push(...found.conflicts);
    if (!found.isComplete) notes.push(notChecked({ model, element }, rule.facet, claims));
  }
  return { conflicts, notes };
}
