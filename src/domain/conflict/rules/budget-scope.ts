/** Which elements a budget speaks of. */

import type { Claim } from '../claim';
import { fieldOf } from '../element-path';

/** Whether the element is one of those a budget sums: those along its path, or everything inside its entity. */
export function inBudget(budget: Claim, element: string): boolean {
  const { along } = budget;
  if (along === undefined || along.length === 0) return element.startsWith(`${budget.element}.`) || element.startsWith(`${budget.element}[`);
  return along.some((name) => name === element || fieldOf(budget.element, name) === element);
}

/** What a budget adds up: `required` counts elements, a facet adds its lower bounds. */
export function summedBy(budget: Claim): string {
  return budget.is ?? 'required';
}
