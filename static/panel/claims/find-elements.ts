/** Elements of shared data that can be picked, and the search over them. */

import type { Claim } from '../../../src/domain/conflict/claim';
import { pathSpeller } from '../../../src/domain/conflict/spell-as-model';
import type { ModelElement, SharedModel } from '../../../src/domain/model/shared-model';

/** An element that somebody imported or already requires something of. */
export interface KnownElement {
  readonly model: string;
  readonly modelName: string;
  readonly path: string;
  /** Absent: no imported model has it, only other tickets speak of it. */
  readonly element?: ModelElement;
  readonly owner?: string;
  /** The path, and then model and description, in lower case: made once, searched at every key. */
  readonly sought: { readonly path: string; readonly about: string };
  /** How many other tickets require something of it. */
  readonly tickets: number;
}

export interface ElementsFound {
  readonly shown: readonly KnownElement[];
  /** How many match in all. */
  readonly matches: number;
}

/** Most matches shown at once: more than anybody reads. */
export const MOST_SHOWN = 40;

/** All elements by path, those of models first; what only tickets name is added. */
export function knownElements(models: readonly SharedModel[], claims: readonly Claim[]): readonly KnownElement[] {
  const used = new Map<string, Set<number>>();
  const spellers = new Map(models.map(({ id, elements }) => [id, pathSpeller(elements)]));
  const spelled = ({ model, element }: Claim): string => spellers.get(model)?.(element) ?? element;
  for (const claim of claims) {
    const { model, ticket } = claim;
    const key = elementKey(model, spelled(claim));
    used.set(key, (used.get(key) ?? new Set<number>()).add(ticket.id));
  }
  const found = new Map<string, KnownElement>();
  for (const model of models) {
    for (const element of model.elements) {
      const key = elementKey(model.id, element.path);
      const owner = element.owner ?? model.owner;
      const sought = { path: element.path.toLowerCase(), about: `${model.name} ${element.description ?? ''}`.toLowerCase() };
      found.set(key, { model: model.id, modelName: model.name, path: element.path, element, sought, tickets: used.get(key)?.size ?? 0, ...(owner === undefined ? {} : { owner }) });
    }
  }
  const names = new Map(models.map(({ id, name }) => [id, name]));
  for (const claim of claims) {
    const { model } = claim;
    const element = spelled(claim);
    const key = elementKey(model, element);
    const modelName = names.get(model) ?? model;
    const sought = { path: element.toLowerCase(), about: modelName.toLowerCase() };
    if (!found.has(key)) found.set(key, { model, modelName, path: element, sought, tickets: used.get(key)?.size ?? 0 });
  }
  return [...found.values()].sort((a, b) => compare(a.path, b.path) || compare(a.model, b.model));
}

/** One text for a place; a model's id has no such sign. */
export function elementKey(model: string, path: string): string {
  return `${model}|${path}`;
}

/**
 * Every word typed must occur in path, description or model. Nothing typed: recently used ones first, then those that most
 * tickets speak of. Otherwise names that begin with it come before those that contain it, short paths before long ones.
 */
export function findElements(known: readonly KnownElement[], typed: string, recent: readonly string[]): ElementsFound {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const recency = new Map(recent.map((key, at) => [key, at]));
  const ranked: { readonly one: KnownElement; readonly rank: number }[] = [];
  for (const one of known) {
    const rank = rankOf(one, words);
    if (rank === undefined) continue;
    const last = recency.size === 0 ? undefined : recency.get(elementKey(one.model, one.path));
    ranked.push({ one, rank: last === undefined ? rank : rank - 10 + last / 100 });
  }
  ranked.sort((a, b) => a.rank - b.rank || (words.length === 0 ? b.one.tickets - a.one.tickets : a.one.path.length - b.one.path.length) || compare(a.one.path, b.one.path));
  return { shown: ranked.slice(0, MOST_SHOWN).map(({ one }) => one), matches: ranked.length };
}

function rankOf({ sought: { path, about } }: KnownElement, words: readonly string[]): number | undefined {
  let rank = 0;
  for (const word of words) {
    const at = path.indexOf(word);
    if (at >= 0) rank += path === word ? 0 : path.startsWith(word, path.lastIndexOf('.') + 1) ? 1 : at === 0 || path.includes(`.${word}`) ? 2 : 3;
    else if (about.includes(word)) rank += 4;
    else return undefined;
  }
  return rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
