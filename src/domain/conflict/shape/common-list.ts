/** A list that several schemas accept. */

import { canonicalJson } from '../canonical-json';
import { accepts } from './accepts';
import { NONE, UNKNOWN, type Common, type Finder } from './find-common-value';
import type { JsonSchema, SchemaObject } from './json-schema';
import { negate } from './negate';

/** Longer lists are not written out. */
const LONGEST = 60;

interface Need {
  readonly schema: JsonSchema;
  readonly min: number;
}

export function commonList(literals: readonly SchemaObject[], find: Finder): Common {
  const prefix = Math.max(0, ...literals.map((one) => one.prefixItems?.length ?? 0));
  const at = (index: number) => literals.map((one) => one.prefixItems?.[index] ?? one.items ?? true);
  const forbidden = literals.flatMap((one) => (one.contains !== undefined && one.maxContains === 0 ? [negate(one.contains)] : []));
  const asked = (index: number) => [...at(Math.min(index, prefix)), ...forbidden];
  const needs = needsOf(literals);
  let longest = Math.min(Number.POSITIVE_INFINITY, ...literals.map((one) => one.maxItems ?? Number.POSITIVE_INFINITY));
  for (let index = 0; index <= prefix && index < longest; index++) if (find(asked(index)).kind === 'none') longest = index;
  const shortest = Math.max(0, ...literals.map((one) => one.minItems ?? 0), ...needs.map((need) => need.min));
  if (shortest > longest || needs.some((need) => cannotMeet(need, literals, asked, prefix, longest, find))) return NONE;
  const unique = literals.some((one) => one.uniqueItems === true);
  for (let length = shortest; length <= Math.min(longest, shortest + needs.length + 2, LONGEST); length++) {
    const list = write(length, asked, needs, unique, find);
    if (list === 'none') return NONE;
    if (list !== undefined && literals.every((literal) => accepts(literal, list) === true)) return { kind: 'some', value: list };
  }
  return UNKNOWN;
}

/** What has to be contained how often; the same schema asked for twice is one need. */
function needsOf(literals: readonly SchemaObject[]): readonly Need[] {
  const needs = new Map<string, Need>();
  for (const { contains, minContains = 1 } of literals) {
    if (contains === undefined || minContains < 1) continue;
    const key = canonicalJson(contains);
    if ((needs.get(key)?.min ?? 0) < minContains) needs.set(key, { schema: contains, min: minContains });
  }
  return [...needs.values()];
}

/** Fewer places than needed can hold such an item, or fewer different ones exist, or somebody allows fewer. */
function cannotMeet(
  need: Need, literals: readonly SchemaObject[], asked: (index: number) => readonly JsonSchema[], prefix: number, longest: number, find: Finder,
): boolean {
  const key = canonicalJson(need.schema);
  const most = Math.min(Number.POSITIVE_INFINITY, ...literals.map((one) => (one.contains !== undefined && canonicalJson(one.contains) === key ? one.maxContains ?? Infinity : Infinity)));
  if (need.min > most) return true;
  let places = 0;
  for (let index = 0; index <= prefix && index < longest; index++) {
    if (find([...asked(index), need.schema]).kind !== 'none') places += index === prefix ? longest - prefix : 1;
  }
  if (places < need.min) return true;
  return literals.some((one) => one.uniqueItems === true) && fewerThan(need.min, [...asked(prefix), need.schema], prefix, find);
}

/** Without places of their own, all items are drawn from one set of values. */
function fewerThan(count: number, schemas: readonly JsonSchema[], prefix: number, find: Finder): boolean {
  return prefix === 0 && count <= LONGEST && distinct(count, () => schemas, find) === 'none';
}

function write(
  length: number, asked: (index: number) => readonly JsonSchema[], needs: readonly Need[], unique: boolean, find: Finder,
): readonly unknown[] | 'none' | undefined {
  const wanted = Array.from({ length }, (_, index) => [...asked(index)]);
  for (const need of needs) place(need, wanted, find);
  const schemasAt = (index: number) => wanted[index] ?? [];
  if (unique) {
    const list = distinct(length, schemasAt, find);
    // "None" is a proof only where every place draws from the same set.
    return list === 'none' && (needs.length > 0 || length === 0 || !sameEverywhere(wanted)) ? undefined : list;
  }
  const items = wanted.map((schemas) => find(schemas));
  return items.every((item) => item.kind === 'some') ? items.map((item) => item.value) : undefined;
}

/** From the end, where fewer schemas have a say; places that already have a need come last. */
function place(need: Need, wanted: JsonSchema[][], find: Finder): void {
  let left = need.min;
  const free = [...wanted.keys()].reverse().sort((a, b) => (wanted[a]?.length ?? 0) - (wanted[b]?.length ?? 0));
  for (const index of free) {
    const schemas = wanted[index];
    if (left === 0 || schemas === undefined) return;
    if (find([...schemas, need.schema]).kind !== 'some') continue;
    schemas.push(need.schema);
    left--;
  }
}

function sameEverywhere(wanted: readonly (readonly JsonSchema[])[]): boolean {
  return new Set(wanted.map((schemas) => canonicalJson(schemas))).size <= 1;
}

/** Items that all differ, each found with the ones before excluded. */
function distinct(length: number, schemasAt: (index: number) => readonly JsonSchema[], find: Finder): readonly unknown[] | 'none' | undefined {
  const list: unknown[] = [];
  for (let index = 0; index < length; index++) {
    const found = find([...schemasAt(index), { notEnum: [...list] }]);
    if (found.kind === 'none') return 'none';
    if (found.kind === 'unknown') return undefined;
    list.push(found.value);
  }
  return list;
}
