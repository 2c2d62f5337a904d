/** Which elements a budget speaks of. */

import type { Claim } from '../claim';
import { fieldOf } from '../element-path';

/** Whether the element is one of those a budget sums: those along its path, or everything inside its entity. */
export function inBudget(budget: Claim, element: string): boolean {
  const { along, element: entity } = budget;
  // Asked for every claim of an entity: nothing is made on the way.
  if (along === undefined || along.length === 0) return element.length > entity.length && (element[entity.length] === '.' || element[entity.length] === '[') && element.startsWith(entity);
  return along.some((name) => name === element || fieldOf(budget.element, name) === element);
}

/** What a budget adds up: `required` counts elements, a facet adds its lower bounds. */
export function summedBy(budget: Claim): string {
  return budget.is ?? 'required';
}

/** Budgets with one scope speak of the same elements. */
export function scopeOf({ element, along = [] }: Claim): string {
  return along.length === 0 ? element : JSON.stringify([element, ...along]);
}
