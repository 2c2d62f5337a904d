import { isSameValue } from './same-value';
import type { ContextContent } from './product-context';

/** Two people wrote different things into the same field. */
export interface MergeConflict {
  /** For people and for finding the input: `thresholds.t1.goal`; lists are addressed by the ids of their entries. */
  readonly field: string;
  /** The same, in steps; ids may contain dots. */
  readonly path: readonly string[];
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  /** What both changed without disagreeing, and mine where they disagree. */
  readonly merged: ContextContent;
  readonly conflicts: readonly MergeConflict[];
}

/** How far a value may be taken apart: an atom is kept whole, because half of mine and half of theirs is what nobody wrote. */
type Shape =
  | { readonly kind: 'atom' }
  | { readonly kind: 'fields'; readonly of: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly key: string; readonly entry: Shape };

const ATOM: Shape = { kind: 'atom' };
const PARTS: Shape = { kind: 'fields', of: {} };
const CONTENT: Shape = {
  kind: 'fields',
  of: {
    value: PARTS,
    thresholds: { kind: 'list', key: 'id', entry: PARTS },
    claims: { kind: 'list', key: 'id', entry: ATOM },
    outcome: { kind: 'fields', of: { levels: { kind: 'list', key: 'threshold', entry: PARTS } } },
  },
};

/** Three-way merge, field by field: what only one side changed is taken, what both changed differently is a conflict. */
export function mergeContexts(base: ContextContent, mine: ContextContent, theirs: ContextContent): Merge {
  const conflicts: MergeConflict[] = [];
  const merged = merge(CONTENT, [], { base, mine, theirs }, conflicts);
  return { merged: (merged ?? {}) as ContextContent, conflicts };
}

/** The merged content with one conflict settled for a side. */
export function chooseSide(merged: ContextContent, conflict: MergeConflict, side: 'mine' | 'theirs'): ContextContent {
  return (setAt(CONTENT, merged, conflict.path, conflict[side]) ?? {}) as ContextContent;
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

function setAt(shape: Shape, value: unknown, path: readonly string[], next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (shape.kind === 'list') return setEntry(shape, Array.isArray(value) ? value : [], step, rest, next);
  const record = isRecord(value) ? value : {};
  const part = setAt(partOf(shape, step), record[step], rest, next);
  const others = Object.entries(record).filter(([key]) => key !== step);
  return Object.fromEntries(part === undefined ? others : [...others, [step, part]]);
}

function setEntry(
  shape: Extract<Shape, { kind: 'list' }>, list: readonly unknown[], step: string, rest: readonly string[], next: unknown,
): unknown {
  const at = list.findIndex((entry) => isRecord(entry) && entry[shape.key] === step);
  const entry = setAt(shape.entry, at === -1 ? undefined : list[at], rest, next);
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
