/** Whose work is it? Counted from who asks for the same element; people rule, and rulings are remembered. Rules: PL10 to PL12. */

import type { Ruling } from '../context/product-context';

export interface BoundaryAsk {
  readonly key: string;
  readonly team: string;
  readonly elements: readonly string[];
  readonly ruling?: Ruling;
  readonly why?: string;
}

export interface BoundarySuggestion {
  readonly element: string;
  readonly teams: readonly string[];
  /** One team suggests application, two or more shared. */
  readonly suggests: Ruling;
  /** Rulings already made on tickets that touch this element, most frequent first. */
  readonly earlier: readonly { readonly ruling: Ruling; readonly keys: readonly string[]; readonly why?: string }[];
}

/** What speaks for which side, for every element this ticket touches; elements with the most askers first. */
export function suggestBoundary(ticket: Pick<BoundaryAsk, 'key' | 'elements'>, asks: readonly BoundaryAsk[]): BoundarySuggestion[] {
  return [...new Set(ticket.elements)].map((element) => {
    const touching = asks.filter(({ elements }) => elements.includes(element));
    const teams = [...new Set(touching.map(({ team }) => team).filter((team) => team !== ''))].sort();
    return { element, teams, suggests: teams.length > 1 ? 'shared' as const : 'application' as const, earlier: rulings(touching.filter(({ key }) => key !== ticket.key)) };
  }).sort((a, b) => b.teams.length - a.teams.length || (a.element < b.element ? -1 : 1));
}

function rulings(asks: readonly BoundaryAsk[]): BoundarySuggestion['earlier'] {
  const found = new Map<Ruling, { keys: string[]; why?: string }>();
  for (const { ruling, key, why } of asks) {
    if (ruling === undefined) continue;
    const entry = found.get(ruling) ?? { keys: [], ...(why === undefined ? {} : { why }) };
    entry.keys.push(key);
    found.set(ruling, entry);
  }
  return [...found].map(([ruling, entry]) => ({ ruling, ...entry })).sort((a, b) => b.keys.length - a.keys.length);
}
