import { addressOf, type Draft } from './draft';

/** Findings about a whole part are told at its first question. */
const PARTS: Readonly<Record<string, string>> = {
  claims: 'shared.answer', touchesSharedData: 'shared.answer', askArchitect: 'shared.answer', effort: 'effort.low', boundary: 'boundary.ruling',
  answer: 'answer.state', 'value.worth': 'value.answer', 'value.notMoney': 'value.answer', value: 'value.answer', infra: 'infra',
};

/** The address of the field where a finding's path is told. */
export function fieldOfFinding(path: string, draft: Draft): string {
  return PARTS[path] ?? addressOf(path, draft);
}

/** Focuses the field at this address, or the first one below it, and opens what hides it. False when there is none. */
export function focusField(address: string): boolean {
  const field = findField(address);
  if (field === null) return false;
  for (let part = field.closest('details'); part !== null; part = part.parentElement?.closest('details') ?? null) part.open = true;
  const target = field.matches('fieldset') ? field.querySelector<HTMLElement>('input:checked, input') : field;
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
  return target !== null;
}

function findField(address: string): HTMLElement | null {
  const quoted = CSS.escape(address);
  return document.querySelector<HTMLElement>(`[data-address="${quoted}"]`)
    ?? document.querySelector<HTMLElement>(`[data-address^="${quoted}."]`)
    ?? (address.includes('.') ? findField(address.slice(0, address.lastIndexOf('.'))) : null);
}
