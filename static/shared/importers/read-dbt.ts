/** Elements of dbt schema files: tables with columns; tests and constraints say what is required, unique and allowed. */

import * as z from 'zod';
import { explainIssues } from '../../../src/contract/explain-issues';
import { fieldOf } from '../../../src/domain/conflict/element-path';
import { MOST_LISTED, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { isObject, type Schema } from './json-facts';
import { ImportRefused } from './refusal';
import { sqlKind } from './sql-types';

const text = z.string().nullish().catch(undefined);
const test = z.union([z.string(), z.record(z.string(), z.unknown())]);
const tests = z.array(test).nullish().catch(undefined);
const constraints = z.array(z.looseObject({ type: z.string() })).nullish().catch(undefined);
const column = z.looseObject({ name: z.coerce.string(), description: text, data_type: text, data_tests: tests, tests, constraints });
const table = z.looseObject({ name: z.coerce.string(), description: text, columns: z.array(column).nullish(), data_tests: tests, tests, constraints });
const dbt = z.looseObject({
  models: z.array(table).nullish(), seeds: z.array(table).nullish(), snapshots: z.array(table).nullish(),
  sources: z.array(z.looseObject({ name: z.coerce.string(), tables: z.array(table).nullish() })).nullish(),
});
type Table = z.infer<typeof table>;
type Column = z.infer<typeof column>;

/** Words of dbt that constrain no data. */
const ABOUT = new Set([
  'name', 'version', 'description', 'docs', 'tags', 'meta', 'config', 'quote', 'columns', 'schema', 'database', 'loader', 'identifier', 'loaded_at_field', 'latest_version', 'group', 'access', 'external',
  'data_type', 'data_tests', 'tests', 'constraints', 'models', 'sources', 'seeds', 'snapshots', 'tables', 'relation', 'overrides',
]);

export function readDbt(value: Schema, found: FoundElements): void {
  const parsed = dbt.safeParse(value);
  if (!parsed.success) throw new ImportRefused(`This does not read as a dbt schema file. ${explainIssues(parsed.error, value)[0] ?? ''}. Correct that and choose it again.`);
  leave(value, '#', found);
  const { models, seeds, snapshots, sources } = parsed.data;
  const tables: { readonly table: Table; readonly source?: string; readonly at: string }[] = [
    ...Object.entries({ models, seeds, snapshots }).flatMap(([list, all]) => (all ?? []).map((one, at) => ({ table: one, at: `#/${list}/${at}` }))),
    ...(sources ?? []).flatMap((source, number) => (source.tables ?? []).map((one, at) => ({ table: one, source: source.name, at: `#/sources/${number}/tables/${at}` }))),
  ];
  const names = new Map<string, number>();
  for (const one of tables) names.set(one.table.name, (names.get(one.table.name) ?? 0) + 1);
  for (const { table: one, source, at } of tables) {
    // Two sources may each have a table of one name.
    const name = source !== undefined && (names.get(one.name) ?? 0) > 1 ? `${source}.${one.name}` : one.name;
    addTable(name, one, at, found);
  }
}

function addTable(name: string, one: Table, at: string, found: FoundElements): void {
  leave(one, at, found);
  found.add({ path: name, kind: 'entity', type: 'table', many: false, required: false, ...described(one.description), ...ownerOf(one) });
  if ((one.columns ?? []).length === 0) found.skip(at, `The file names no columns of ${name}.`);
  for (const [number, each] of (one.columns ?? []).entries()) found.add(toElement(name, each, `${at}/columns/${number}`, found));
  for (const check of [...(one.data_tests ?? []), ...(one.tests ?? [])]) found.leave(`test ${testName(check)}`, `${at}/data_tests`);
  for (const constraint of one.constraints ?? []) {
    const columns = Array.isArray(constraint['columns']) ? constraint['columns'].map(String) : [];
    const [only, ...others] = columns;
    if (constraint.type === 'primary_key') for (const each of columns) found.update(fieldOf(name, each), { required: true });
    else if (constraint.type === 'not_null') for (const each of columns) found.update(fieldOf(name, each), { required: true });
    if (only !== undefined && others.length === 0 && (constraint.type === 'unique' || constraint.type === 'primary_key')) found.update(fieldOf(name, only), { unique: true });
    else if (!['primary_key', 'not_null'].includes(constraint.type)) found.leave(`constraint ${constraint.type}`, `${at}/constraints`);
  }
}

function toElement(parent: string, one: Column, at: string, found: FoundElements): ModelElement {
  leave(one, at, found);
  let facts: Partial<ModelElement> = {};
  for (const check of [...(one.data_tests ?? []), ...(one.tests ?? [])]) {
    const fact = factOf(check, at, found);
    if (fact === undefined) found.leave(`test ${testName(check)}`, `${at}/data_tests`);
    else facts = { ...facts, ...fact };
  }
  for (const { type } of one.constraints ?? []) {
    if (type === 'not_null') facts = { ...facts, required: true };
    else if (type === 'unique') facts = { ...facts, unique: true };
    else if (type === 'primary_key') facts = { ...facts, required: true, unique: true };
    else found.leave(`constraint ${type}`, `${at}/constraints`);
  }
  const type = one.data_type ?? '';
  return { path: fieldOf(parent, one.name), kind: 'field', type, many: false, required: false, ...sqlKind(type), ...facts, ...described(one.description), ...ownerOf(one) };
}

/** A test is a name, or a name with what it is told; told under `arguments` since dbt 1.10. Undefined where no element can hold it. */
function factOf(check: string | Schema, at: string, found: FoundElements): Partial<ModelElement> | undefined {
  const name = testName(check);
  const told = typeof check === 'string' ? {} : isObject(check[name]) ? check[name] : {};
  const config = isObject(told['config']) ? told['config'] : {};
  if ((told['severity'] ?? config['severity']) === 'warn' || told['where'] !== undefined || config['where'] !== undefined) {
    found.skip(`${at}/data_tests`, `${name} only warns, or looks at some rows only; it was not taken.`);
    return {};
  }
  const given = isObject(told['arguments']) ? { ...told, ...told['arguments'] } : told;
  switch (name.split('.').at(-1)) {
    case 'not_null': return { required: true };
    case 'unique': return { unique: true };
    case 'accepted_values': {
      const values: unknown = given['values'];
      return Array.isArray(values) && values.length > 0 && values.length <= MOST_LISTED ? { values: values.map(String) } : undefined;
    }
    case 'accepted_range': return rangeOf(given);
    default: return undefined;
  }
}

function rangeOf({ min_value: min, max_value: max, inclusive }: Schema): Partial<ModelElement> | undefined {
  const low = typeof min === 'number' ? { min, ...(inclusive === false ? { exclusiveMin: true } : {}) } : {};
  const high = typeof max === 'number' ? { max, ...(inclusive === false ? { exclusiveMax: true } : {}) } : {};
  const both = { ...low, ...high };
  return Object.keys(both).length === 0 ? undefined : both;
}

function testName(check: string | Schema): string {
  if (typeof check === 'string') return check.slice(0, 80);
  const [first] = Object.keys(check).filter((key) => !['config', 'name', 'description'].includes(key));
  return (first === 'test_name' ? String(check['test_name']) : (first ?? 'without a name')).slice(0, 80);
}

function ownerOf(one: Schema): { owner?: string } {
  const { config } = one;
  const owner = [one['meta'], isObject(config) ? config['meta'] : undefined].map((meta) => (isObject(meta) ? meta['owner'] : undefined)).find((name) => typeof name === 'string' && name !== '');
  return typeof owner === 'string' ? { owner: owner.slice(0, 100) } : {};
}

function leave(schema: Schema, at: string, found: FoundElements): void {
  for (const [word, said] of Object.entries(schema)) if (!ABOUT.has(word) && said !== null) found.leave(word, `${at}/${word}`);
}
