/** Elements of shared data that can be picked, and the search over them. */

import type { Claim } from '../../../src/domain/conflict/claim';
import type { ModelElement, SharedModel } from '../../../src/domain/model/shared-model';

/** An element that somebody imported or already requires something of. */
export interface KnownElement {
  readonly model: string;
  readonly modelName: string;
  readonly path: string;
  /** Absent: no imported model has it, only other tickets speak of it. */
  readonly element?: ModelElement;
  readonly owner?: string;
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
  for (const { model, element, ticket } of claims) {
    const key = elementKey(model, element);
    used.set(key, (used.get(key) ?? new Set<number>()).add(ticket.id));
  }
  const found = new Map<string, KnownElement>();
  for (const model of models) {
    for (const element of model.elements) {
      const key = elementKey(model.id, element.path);
      const owner = element.owner ?? model.owner;
      found.set(key, { model: model.id, modelName: model.name, path: element.path, element, tickets: used.get(key)?.size ?? 0, ...(owner === undefined ? {} : { owner }) });
    }
  }
  const names = new Map(models.map(({ id, name }) => [id, name]));
  for (const { model, element } of claims) {
    const key = elementKey(model, element);
    if (!found.has(key)) found.set(key, { model, modelName: names.get(model) ?? model, path: element, tickets: used.get(key)?.size ?? 0 });
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
  const ranked = known.flatMap((one): { one: KnownElement; rank: number }[] => {
    const rank = rankOf(one, words);
    return rank === undefined ? [] : [{ one, rank: rank + (recency.has(elementKey(one.model, one.path)) ? -10 + (recency.get(elementKey(one.model, one.path)) ?? 0) / 100 : 0) }];
  });
  ranked.sort((a, b) => a.rank - b.rank || (words.length === 0 ? b.one.tickets - a.one.tickets : a.one.path.length - b.one.path.length) || compare(a.one.path, b.one.path));
  return { shown: ranked.slice(0, MOST_SHOWN).map(({ one }) => one), matches: ranked.length };
}

function rankOf({ path, modelName, element }: KnownElement, words: readonly string[]): number | undefined {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('.') + 1);
  let rank = 0;
  for (const word of words) {
    if (lower === word) rank += 0;
    else if (name.startsWith(word)) rank += 1;
    else if (lower.startsWith(word) || lower.includes(`.${word}`)) rank += 2;
    else if (lower.includes(word)) rank += 3;
    else if (modelName.toLowerCase().includes(word) || element?.description?.toLowerCase().includes(word) === true) rank += 4;
    else return undefined;
  }
  return rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
