import { isSameValue } from './same-value';

/** Two people wrote different things into the same place. */
export interface MergeConflict {
  /** For people and for finding the input: `thresholds.t1.goal`; lists are addressed by the ids of their entries. */
  readonly field: string;
  /** The same, in steps; ids may contain dots. */
  readonly path: readonly string[];
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** How far a value may be taken apart: an atom is kept whole, because half of mine and half of theirs is what nobody wrote. */
export type Shape =
  | { readonly kind: 'atom' }
  | { readonly kind: 'fields'; readonly of: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly key: string; readonly entry: Shape };

export const ATOM: Shape = { kind: 'atom' };
/** A record whose parts are atoms. */
export const PARTS: Shape = { kind: 'fields', of: {} };

/** What both changed without disagreeing, and mine where they disagree, with the disagreements. */
export function mergeThreeWays(shape: Shape, base: unknown, mine: unknown, theirs: unknown): { merged: unknown; conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  return { merged: merge(shape, [], { base, mine, theirs }, conflicts), conflicts };
}

interface Sides {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

function merge(shape: Shape, path: readonly string[], sides: Sides, conflicts: MergeConflict[]): unknown {
  const { base, mine, theirs } = sides;
  if (isSameValue(mine, theirs) || isSameValue(base, theirs)) return mine;
  if (isSameValue(base, mine)) return theirs;
  if (canTakeApart(shape, sides)) {
    return shape.kind === 'list' ? mergeLists(shape, path, sides, conflicts) : mergeFields(shape, path, sides, conflicts);
  }
  conflicts.push({ field: path.join('.'), path, base, mine, theirs });
  return mine;
}

function canTakeApart(shape: Shape, { base, mine, theirs }: Sides): shape is Exclude<Shape, { kind: 'atom' }> {
  if (shape.kind === 'atom') return false;
  const fits = (side: unknown) => (shape.kind === 'list' ? hasDistinctKeys(side, shape.key) : isRecord(side));
  return fits(mine) && fits(theirs) && (base === undefined || fits(base));
}

function mergeFields(shape: Shape, path: readonly string[], { base, mine, theirs }: Sides, conflicts: MergeConflict[]): unknown {
  const sides = [base, mine, theirs].map((side) => (isRecord(side) ? side : {}));
  const [was = {}, my = {}, their = {}] = sides;
  const merged: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(my), ...Object.keys(their), ...Object.keys(was)])) {
    const value = merge(partOf(shape, key), [...path, key], { base: was[key], mine: my[key], theirs: their[key] }, conflicts);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeLists(
  shape: Extract<Shape, { kind: 'list' }>, path: readonly string[], { base, mine, theirs }: Sides, conflicts: MergeConflict[],
): unknown {
  const [was, my, their] = [base, mine, theirs].map((side) => byKey(side, shape.key));
  const keys = new Set([...(my?.keys() ?? []), ...(their?.keys() ?? [])]);
  return [...keys]
    .map((key) => merge(shape.entry, [...path, key], { base: was?.get(key), mine: my?.get(key), theirs: their?.get(key) }, conflicts))
    .filter((entry) => entry !== undefined);
}

/** The value with what stands at a conflict's path replaced; `undefined` removes it. */
export function replaceAt(shape: Shape, value: unknown, path: readonly string[], next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (shape.kind === 'list') return setEntry(shape, Array.isArray(value) ? value : [], step, rest, next);
  const record = isRecord(value) ? value : {};
  const part = replaceAt(partOf(shape, step), record[step], rest, next);
  const others = Object.entries(record).filter(([key]) => key !== step);
  return Object.fromEntries(part === undefined ? others : [...others, [step, part]]);
}

function setEntry(
  shape: Extract<Shape, { kind: 'list' }>, list: readonly unknown[], step: string, rest: readonly string[], next: unknown,
): unknown {
  const at = list.findIndex((entry) => isRecord(entry) && entry[shape.key] === step);
  const entry = replaceAt(shape.entry, at === -1 ? undefined : list[at], rest, next);
  if (at === -1) return entry === undefined ? list : [...list, entry];
  return entry === undefined ? list.toSpliced(at, 1) : list.with(at, entry);
}

function partOf(shape: Shape, key: string): Shape {
  return shape.kind === 'fields' && Object.hasOwn(shape.of, key) ? (shape.of[key] ?? ATOM) : ATOM;
}

/** A list written by hand may name an id twice; it is then kept whole rather than losing an entry. */
function hasDistinctKeys(side: unknown, key: string): boolean {
  return Array.isArray(side) && byKey(side, key).size === side.length;
}

function byKey(side: unknown, key: string): Map<string, unknown> {
  const entries = (Array.isArray(side) ? side : []).filter(isRecord).filter((entry) => typeof entry[key] === 'string');
  return new Map(entries.map((entry) => [String(entry[key]), entry]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
