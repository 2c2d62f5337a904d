/** Elements of an ODCS data contract (v3) and of dbt schema files: both are YAML lists of tables with columns. */

import * as z from 'zod';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import { MOST_DEPTH } from '../../../src/domain/model/shared-model';
import type { FoundElements } from './read-json-schema';
import { ImportRefused } from './refusal';

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

interface Property {
  readonly name: string;
  readonly logicalType?: string | null | undefined;
  readonly physicalType?: string | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly unique?: boolean | null | undefined;
  readonly primaryKey?: boolean | null | undefined;
  readonly description?: string | null | undefined;
  readonly properties?: readonly Property[] | null | undefined;
  readonly items?: Partial<Property> | null | undefined;
}

const property: z.ZodType<Property> = z.lazy(() => z.object({
  name: z.coerce.string(), logicalType: text, physicalType: text, required: flag, unique: flag, primaryKey: flag, description: text,
  properties: z.array(property).nullish(), items: z.object({ logicalType: text, properties: z.array(property).nullish() }).nullish(),
}));

const odcs = z.object({
  kind: z.literal('DataContract'), apiVersion: z.string(),
  team: z.object({ name: text }).nullish().catch(undefined),
  schema: z.array(z.object({ name: z.coerce.string(), description: text, properties: z.array(property).nullish() })).default([]),
});

/** An Open Data Contract Standard document. */
export function readOdcs(value: unknown): FoundElements {
  const parsed = odcs.safeParse(value);
  if (!parsed.success) throw new ImportRefused(`This data contract does not read as ODCS v3: ${z.prettifyError(parsed.error).split('\n')[0] ?? ''}.`);
  const found: FoundElements = { elements: [], skipped: [] };
  const owner = parsed.data.team?.name ?? undefined;
  for (const { name, description, properties } of parsed.data.schema) {
    found.elements.push({ path: name, kind: 'entity', type: 'table', many: false, required: false, ...described(description), ...(owner === undefined ? {} : { owner }) });
    for (const one of properties ?? []) addProperty(found, name, one, 1);
  }
  return found;
}

function addProperty(found: FoundElements, parent: string, one: Property, depth: number): void {
  const path = `${parent}.${one.name}`;
  found.elements.push({
    path, kind: 'field', type: one.logicalType ?? one.physicalType ?? '', many: one.logicalType === 'array',
    required: one.required === true || one.primaryKey === true,
    ...(one.unique === true || one.primaryKey === true ? { unique: true } : {}), ...described(one.description),
  });
  const inner = [...(one.properties ?? []), ...(one.items?.properties ?? [])];
  if (inner.length > 0 && depth >= MOST_DEPTH) found.skipped.push({ at: path, why: `It is nested more than ${MOST_DEPTH} levels deep.` });
  else for (const child of inner) addProperty(found, path, child, depth + 1);
}

const dbtTest = z.union([z.string(), z.record(z.string(), z.unknown())]);
const tests = z.array(dbtTest).nullish().catch(undefined);
const column = z.object({ name: z.coerce.string(), description: text, data_type: text, data_tests: tests, tests });
const table = z.object({ name: z.coerce.string(), description: text, columns: z.array(column).nullish() });
const dbt = z.object({
  models: z.array(table).nullish(), seeds: z.array(table).nullish(), snapshots: z.array(table).nullish(),
  sources: z.array(z.object({ name: z.coerce.string(), tables: z.array(table).nullish() })).nullish(),
});

/** A dbt schema file (`models:` or `sources:`). Tests say what is required, unique and which values are accepted. */
export function readDbt(value: unknown): FoundElements {
  const parsed = dbt.safeParse(value);
  if (!parsed.success) throw new ImportRefused(`This does not read as a dbt schema file: ${z.prettifyError(parsed.error).split('\n')[0] ?? ''}.`);
  const found: FoundElements = { elements: [], skipped: [] };
  const { models, seeds, snapshots, sources } = parsed.data;
  const tables = [...(models ?? []), ...(seeds ?? []), ...(snapshots ?? []), ...(sources ?? []).flatMap((source) => source.tables ?? [])];
  for (const { name, description, columns } of tables) {
    found.elements.push({ path: name, kind: 'entity', type: 'table', many: false, required: false, ...described(description) });
    if ((columns ?? []).length === 0) found.skipped.push({ at: name, why: 'The file names no columns of it.' });
    for (const one of columns ?? []) found.elements.push(dbtColumn(name, one));
  }
  return found;
}

function dbtColumn(tableName: string, { name, description, data_type: type, data_tests, tests: older }: z.infer<typeof column>): ModelElement {
  const checks = [...(data_tests ?? []), ...(older ?? [])];
  const has = (check: string) => checks.includes(check);
  const accepted = checks.flatMap((check) => (typeof check === 'object' && check['accepted_values'] !== undefined ? [check['accepted_values']] : []))[0];
  const values = z.object({ values: z.array(z.coerce.string()) }).safeParse(accepted);
  return {
    path: `${tableName}.${name}`, kind: 'field', type: type ?? '', many: false, required: has('not_null'),
    ...(has('unique') ? { unique: true } : {}), ...described(description), ...(values.success ? { values: values.data.values } : {}),
  };
}

function described(words: string | null | undefined): { description?: string } {
  return words === undefined || words === null || words === '' ? {} : { description: words.slice(0, 300) };
}
