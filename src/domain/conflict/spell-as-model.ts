/**
 * Claims with paths as their imported model writes them. Tickets keep what they once said: `Order.lines.sku` of a claim that is older
 * than the model's `Order.lines[].sku`, or `Order.a.b` for the field `Order["a.b"]`. And who picks the list `Order.tags` and asks
 * for a length means each tag.
 */

import type { Facet } from '../context/product-context';
import { MODEL_TICKET, type Claim } from './claim';
import type { Decision } from './decisions/decision';
import { fieldOf, isInside, itemsOf, lastStep } from './element-path';

/** Facets that speak of a value, so of each item where there are several. */
const OF_VALUES: ReadonlySet<Facet> = new Set<Facet>(['values', 'range', 'length', 'step', 'pattern', 'format']);

interface Written {
  readonly paths: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  /** Paths by how they look without marks of lists and quoted names; those that two share are left out. */
  readonly byLook: ReadonlyMap<string, string>;
}

/** Claims of models that nobody imported stay as they are. Twice is once. */
export function spellAsModel(claims: readonly Claim[]): readonly Claim[] {
  const models = modelsWritten(claims);
  if (models.size === 0) return claims;
  const typed = new Set(claims.flatMap((claim) => (claim.facet === 'type' ? [`${String(claim.ticket.id)} ${claim.element}`] : [])));
  return claims.map((claim) => {
    const known = claim.ticket.id === MODEL_TICKET ? undefined : models.get(claim.model);
    if (known === undefined) return claim;
    // A schema that names the type speaks of the value it describes, not of items.
    const isWhole = claim.json === true || typed.has(`${String(claim.ticket.id)} ${claim.element}`);
    const element = isWhole ? spell(claim.element, known) : spellOf(claim.facet, claim.element, known);
    const along = claim.along?.map((part) => spell(part, known));
    if (element === claim.element && (along === undefined || along.every((part, at) => part === claim.along?.[at]))) return claim;
    return { ...claim, element, ...(along === undefined ? {} : { along }) };
  });
}

/** Decisions with their places as the imported model of these claims writes them. */
export function spellDecisions(decisions: readonly Decision[], claims: readonly Claim[]): readonly Decision[] {
  const models = modelsWritten(claims);
  return decisions.map((decision) => {
    const { at, conflict } = decision;
    const known = models.get(at.model);
    return known === undefined ? decision : { ...decision, at: { ...at, element: spellOf(conflict.facet, at.element, known) } };
  });
}

/** Whether two paths name one place, however each is spelled; a list and its items count as one. */
export function isSameElement(one: string, other: string): boolean {
  return one === other || ((one.includes('[') || other.includes('[')) && lookOf(one) === lookOf(other));
}

/** Whether a path is `root`, or something in it, however each is spelled. */
export function isSameOrInside(path: string, root: string): boolean {
  return isInside(path, root) || isInside(lookOf(path), lookOf(root));
}

function spellOf(facet: Facet | 'several', path: string, known: Written): string {
  const spelled = spell(path, known);
  return facet !== 'several' && OF_VALUES.has(facet) && known.lists.has(spelled) ? itemsOf(spelled) : spelled;
}

/** Says of a path how this model writes it; of one that the model has nothing like, the path itself. */
export function pathSpeller(elements: readonly { readonly path: string; readonly many: boolean }[]): (path: string) => string {
  const known = written(elements.map((element) => element.path), elements.filter(({ many }) => many).map((element) => element.path));
  return (path) => spell(path, known);
}

function modelsWritten(claims: readonly Claim[]): ReadonlyMap<string, Written> {
  if (!claims.some(({ ticket }) => ticket.id === MODEL_TICKET)) return new Map();
  const own = new Map<string, { paths: string[]; lists: string[] }>();
  for (const { ticket, model, element, facet, is } of claims) {
    if (ticket.id !== MODEL_TICKET) continue;
    const known = own.get(model) ?? { paths: [], lists: [] };
    if (known.paths.length === 0) own.set(model, known);
    known.paths.push(element);
    if (facet === 'type' && is === 'array') known.lists.push(element);
  }
  return new Map([...own].map(([model, { paths, lists }]) => [model, written(paths, lists)]));
}

function written(paths: readonly string[], lists: readonly string[]): Written {
  const byLook = new Map<string, string>();
  const shared = new Set<string>();
  for (const path of new Set(paths)) {
    if (!path.includes('[') || path.endsWith('[]') || path.endsWith('.*')) continue;
    const look = lookOf(path);
    if (byLook.has(look)) shared.add(look);
    byLook.set(look, path);
  }
  for (const look of shared) byLook.delete(look);
  return { paths: new Set(paths), lists: new Set(lists), byLook };
}

function spell(path: string, { paths, lists, byLook }: Written): string {
  if (paths.has(path)) return path;
  const step = lastStep(path);
  if (step === undefined) return path;
  const found = 'field' in step && step.field !== '*' ? byLook.get(lookOf(path)) : undefined;
  if (found !== undefined) return found;
  const known = { paths, lists, byLook };
  if ('items' in step) return itemsOf(spell(step.parent, known));
  let parent = spell(step.parent, known);
  while (lists.has(parent)) parent = itemsOf(parent);
  return step.field === '*' ? `${parent}.*` : fieldOf(parent, step.field);
}

function lookOf(path: string): string {
  const step = lastStep(path);
  if (step === undefined) return path;
  return 'items' in step ? lookOf(step.parent) : `${lookOf(step.parent)}.${step.field}`;
}
