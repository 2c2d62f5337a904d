/** Elements of an Open Data Contract Standard document (v3): tables with columns, what the contract checks and what it promises. */

import * as z from 'zod';
import { explainIssues } from '../../../src/contract/explain-issues';
import { fieldOf, itemsOf } from '../../../src/domain/conflict/element-path';
import { JSON_KINDS, MOST_DEPTH, MOST_LISTED, type JsonKind, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { isObject, listFacts, numberFacts, textFacts, type Schema } from './json-facts';
import { readPromises } from './odcs-promises';
import { ImportRefused } from './refusal';

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const rules = z.array(z.record(z.string(), z.unknown())).nullish().catch(undefined);

interface Item extends Schema {
  readonly logicalType?: string | null | undefined;
  readonly physicalType?: string | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly unique?: boolean | null | undefined;
  readonly primaryKey?: boolean | null | undefined;
  readonly description?: string | null | undefined;
  readonly properties?: readonly Property[] | null | undefined;
  readonly items?: Item | null | undefined;
  readonly quality?: readonly Schema[] | null | undefined;
}
interface Property extends Item {
  readonly name: string;
}

const parts = { logicalType: text, physicalType: text, required: flag, unique: flag, primaryKey: flag, description: text, quality: rules };
const property: z.ZodType<Property> = z.lazy(() => z.looseObject({ name: z.coerce.string(), ...parts, properties: z.array(property).nullish(), items: item.nullish() }));
const item: z.ZodType<Item> = z.lazy(() => z.looseObject({ ...parts, properties: z.array(property).nullish(), items: item.nullish() }));

const odcs = z.looseObject({
  apiVersion: z.string(),
  schema: z.array(z.looseObject({ name: z.coerce.string(), description: text, quality: rules, properties: z.array(property).nullish() })).default([]),
});

/** Words of the standard that constrain no data. */
const ABOUT = new Set([
  'kind', 'apiVersion', 'id', 'name', 'version', 'status', 'dataProduct', 'domain', 'tenant', 'description', 'tags', 'servers', 'support', 'price', 'contractCreatedTs', 'authoritativeDefinitions',
  'businessName', 'physicalName', 'physicalType', 'logicalType', 'dataGranularityDescription', 'examples', 'transformSourceObjects', 'transformLogic', 'transformDescription', 'partitioned',
  'partitionKeyPosition', 'primaryKeyPosition', 'encryptedName', 'slaDefaultElement', 'customProperties',
]);
const READ = new Set(['name', 'schema', 'team', 'slaProperties', 'properties', 'items', 'required', 'unique', 'primaryKey', 'quality', 'logicalTypeOptions']);

export function readOdcs(value: Schema, found: FoundElements): void {
  const version = String(value['apiVersion'] ?? value['dataContractSpecification'] ?? '');
  if (!/^v?3\b/.test(version)) throw new ImportRefused(`This data contract is of version "${version.slice(0, 20)}"; version 3 of ODCS is read. Convert it to apiVersion v3 and choose it again.`);
  const parsed = odcs.safeParse(value);
  if (!parsed.success) throw new ImportRefused(`This data contract does not read as ODCS v3. ${explainIssues(parsed.error, value)[0] ?? ''}. Correct that and choose it again.`);
  leave(value, '#', found);
  const owner = ownerOf(value);
  for (const [at, table] of parsed.data.schema.entries()) {
    const place = `#/schema/${at}`;
    found.add({ path: table.name, kind: 'entity', type: 'table', many: false, required: false, ...described(table.description), ...(owner === undefined ? {} : { owner }) });
    leave(table, place, found);
    for (const rule of table.quality ?? []) leaveRule(rule, `${place}/quality`, found);
    for (const [number, one] of (table.properties ?? []).entries()) addProperty(found, fieldOf(table.name, one.name), one, 1, `${place}/properties/${number}`);
  }
  readPromises(value, found);
}

function addProperty(found: FoundElements, path: string, one: Item, depth: number, at: string): void {
  const many = one.logicalType === 'array';
  const inner: Item = many ? (one.items ?? {}) : one;
  leave(one, at, found);
  if (inner !== one) leave(inner, `${at}/items`, found);
  const checked = checksOf([...(one.quality ?? [])], at, found);
  const key = one.primaryKey === true;
  found.add({
    path, kind: 'field', many, type: (many ? (inner.logicalType ?? inner.physicalType) : undefined) ?? one.logicalType ?? one.physicalType ?? '',
    ...checked, required: one.required === true || key || checked.required === true,
    ...(one.unique === true || key ? { unique: true } : {}), ...described(one.description),
    ...(many ? listFacts(optionsOf(one)) : {}), ...valueFacts(inner, at, found),
  });
  const below = many ? itemsOf(path) : path;
  if (many && inner.logicalType === 'array') {
    if (depth >= MOST_DEPTH) found.skip(at, `It is nested more than ${MOST_DEPTH} levels deep.`);
    else addProperty(found, below, inner, depth + 1, `${at}/items`);
    return;
  }
  const fields = inner.properties ?? [];
  if (fields.length > 0 && depth >= MOST_DEPTH) found.skip(at, `It is nested more than ${MOST_DEPTH} levels deep.`);
  else for (const [number, child] of fields.entries()) addProperty(found, fieldOf(below, child.name), child, depth + 1, `${at}${many ? '/items' : ''}/properties/${number}`);
}

function optionsOf(one: Item): Schema {
  return isObject(one['logicalTypeOptions']) ? one['logicalTypeOptions'] : {};
}

/** Dates and times have formats of their own kind, and bounds that are texts. */
function valueFacts(one: Item, at: string, found: FoundElements): Partial<ModelElement> {
  const options = optionsOf(one);
  const kind = JSON_KINDS.find((known) => known === one.logicalType);
  const used = new Set(USED[kind ?? ''] ?? []);
  for (const option of Object.keys(options)) if (!used.has(option)) found.leave(`logicalTypeOptions.${option}`, `${at}/logicalTypeOptions/${option}`);
  const holds = kind === undefined || kind === 'array' ? {} : { holds: [kind] as readonly JsonKind[] };
  if (kind === 'string') return { ...holds, ...textFacts(options, at, found) };
  return kind === 'number' || kind === 'integer' ? { ...holds, ...numberFacts(options) } : holds;
}

const OF_NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
const USED: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format'], number: OF_NUMBERS, integer: OF_NUMBERS, array: ['minItems', 'maxItems', 'uniqueItems'],
};

/** What quality rules of the standard's own library check. */
function checksOf(quality: readonly Schema[], at: string, found: FoundElements): Partial<ModelElement> {
  let facts: Partial<ModelElement> = {};
  for (const rule of quality) {
    const name = rule['metric'] ?? rule['rule'];
    const values = rule['validValues'] ?? (isObject(rule['arguments']) ? rule['arguments']['validValues'] : undefined);
    if (rule['mustBe'] === 0 && (name === 'nullValues' || name === 'nullCheck' || name === 'missingValues')) facts = { ...facts, required: true };
    else if (rule['mustBe'] === 0 && (name === 'duplicateValues' || name === 'duplicateCount')) facts = { ...facts, unique: true };
    else if ((name === 'validValues' || (name === 'invalidValues' && rule['mustBe'] === 0)) && Array.isArray(values) && values.length > 0 && values.length <= MOST_LISTED) facts = { ...facts, values: values.map(String) };
    else leaveRule(rule, `${at}/quality`, found);
  }
  return facts;
}

function leaveRule(rule: Schema, at: string, found: FoundElements): void {
  const name = rule['metric'] ?? rule['rule'] ?? rule['type'];
  found.leave(`quality: ${typeof name === 'string' ? name.slice(0, 60) : 'a rule'}`, at);
}

/** Since v3.1 the team has a name; before, it was a list of people, one of whom owns. */
function ownerOf(value: Schema): string | undefined {
  const { team, customProperties } = value as { team?: unknown; customProperties?: unknown };
  const own = (list: unknown): readonly Schema[] => (Array.isArray(list) ? list.filter(isObject) : []);
  const named = isObject(team) ? team['name'] : undefined;
  const custom = own(customProperties).find((one) => one['property'] === 'owner')?.['value'];
  const member = own(team).find((one) => /owner/i.test(String(one['role'] ?? '')) && one['dateOut'] === undefined)?.['username'];
  const owner = [named, custom, member].find((one) => typeof one === 'string' && one !== '');
  return typeof owner === 'string' ? owner.slice(0, 100) : undefined;
}

function leave(schema: Schema, at: string, found: FoundElements): void {
  for (const [word, said] of Object.entries(schema)) {
    if (!ABOUT.has(word) && !READ.has(word) && said !== null && said !== false) found.leave(word, `${at}/${word}`);
  }
}
