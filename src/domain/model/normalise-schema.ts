/**
 * A JSON Schema of any draft as the checker reads it: references written out, older spellings made new, annotations left away.
 * What is not understood is named with its pointer and left away.
 */

import type { JsonSchema, SchemaObject } from '../conflict/shape/json-schema';

export interface NotUnderstood {
  /** JSON pointer into the schema as given: `/properties/a/unevaluatedProperties`. */
  readonly pointer: string;
  readonly why: string;
}

/** Deeper nesting, or more schemas after writing out references, than this is not read. */
const DEEPEST = 40;
const MOST_SCHEMAS = 20_000;

const ANNOTATIONS = new Set([
  '$schema', '$id', 'id', '$anchor', '$comment', '$defs', 'definitions', '$vocabulary', 'title', 'description', 'default', 'examples', 'example',
  'deprecated', 'readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', 'xml', 'externalDocs', 'discriminator',
]);
const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'];
const NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const SCHEMAS = ['contains', 'propertyNames', 'not', 'if', 'then', 'else', 'additionalProperties'];
const SCHEMA_LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas'];
const TYPES = new Set(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

type Raw = Readonly<Record<string, unknown>>;
interface Reading {
  readonly root: unknown;
  readonly notUnderstood: NotUnderstood[];
  schemas: number;
}

/** Never throws; a schema that is none at all is reported and allows everything. */
export function normaliseSchema(schema: unknown): { readonly schema: JsonSchema; readonly notUnderstood: readonly NotUnderstood[] } {
  const reading: Reading = { root: schema, notUnderstood: [], schemas: 0 };
  const read = readSchema(schema, '', [], reading);
  return { schema: read, notUnderstood: reading.notUnderstood };
}

function readSchema(raw: unknown, pointer: string, trail: readonly string[], reading: Reading): JsonSchema {
  if (typeof raw === 'boolean') return raw;
  if (!isObject(raw)) return refuse(reading, pointer, 'expected a schema: an object, true or false');
  if (trail.length > DEEPEST) return refuse(reading, pointer, `nested deeper than ${String(DEEPEST)} schemas`);
  if (++reading.schemas > MOST_SCHEMAS) return refuse(reading, pointer, `more than ${String(MOST_SCHEMAS)} schemas once references are written out`);
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(raw)) readKeyword(keyword, value, raw, result, `${pointer}/${escapePart(keyword)}`, [...trail, pointer], reading);
  return result as SchemaObject;
}

function refuse(reading: Reading, pointer: string, why: string): true {
  reading.notUnderstood.push({ pointer, why });
  return true;
}

function readKeyword(keyword: string, value: unknown, raw: Raw, result: Record<string, unknown>, pointer: string, trail: readonly string[], reading: Reading): void {
  const sub = (one: unknown, at: string) => readSchema(one, at, trail, reading);
  if (ANNOTATIONS.has(keyword) || keyword.startsWith('x-')) return;
  if (keyword === 'type') return readType(value, raw, result, pointer, reading);
  if (keyword === '$ref') return readReference(value, result, pointer, trail, reading);
  if (keyword === 'enum') return keep(Array.isArray(value) && value.length > 0, 'a list of at least one value');
  if (keyword === 'const') return keep(true, '');
  if (NUMBERS.includes(keyword)) return readNumber(keyword, value, raw, result, pointer, reading);
  if (keyword === 'multipleOf') return keep(typeof value === 'number' && Number.isFinite(value) && value > 0, 'a number above 0');
  if (COUNTS.includes(keyword)) return keep(typeof value === 'number' && value >= 0 && Number.isInteger(value), 'a whole number, 0 or more');
  if (keyword === 'pattern') return keep(isPattern(value), 'a regular expression');
  if (keyword === 'format') return keep(typeof value === 'string', 'a name');
  if (keyword === 'uniqueItems' || keyword === 'nullable') return keep(typeof value === 'boolean', 'true or false', keyword === 'nullable');
  if (keyword === 'required') return readRequired(value, result, pointer, reading);
  if (keyword === 'items' || keyword === 'additionalItems') return readItems(keyword, value, raw, result, pointer, sub);
  if (SCHEMAS.includes(keyword)) result[keyword] = sub(value, pointer);
  else if (SCHEMA_LISTS.includes(keyword)) readList(keyword, value, result, pointer, sub, reading);
  else if (SCHEMA_MAPS.includes(keyword)) readMap(keyword, value, result, pointer, sub, reading);
  else if (keyword === 'dependentRequired' || keyword === 'dependencies') readDependencies(value, result, pointer, sub, reading);
  else refuse(reading, pointer, `${keyword} is a keyword that the checker does not understand`);

  function keep(valid: boolean, expected: string, drop = false): void {
    if (!valid) refuse(reading, pointer, `expected ${expected}, got ${short(value)}`);
    else if (!drop) result[keyword] = value;
  }
}

function readType(value: unknown, raw: Raw, result: Record<string, unknown>, pointer: string, reading: Reading): void {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (names.length === 0 || !names.every((name) => typeof name === 'string' && TYPES.has(name))) {
    refuse(reading, pointer, `expected a type of JSON Schema, got ${short(value)}`);
    return;
  }
  // OpenAPI 3.0 writes "or null" beside the type.
  const all = raw['nullable'] === true && !names.includes('null') ? [...names, 'null'] : names;
  result['type'] = all.length === 1 ? all[0] : all;
}

/** Draft 4 wrote `exclusiveMinimum: true` beside `minimum`. */
function readNumber(keyword: string, value: unknown, raw: Raw, result: Record<string, unknown>, pointer: string, reading: Reading): void {
  const exclusive = keyword === 'minimum' ? 'exclusiveMinimum' : keyword === 'maximum' ? 'exclusiveMaximum' : undefined;
  if (exclusive === undefined && typeof value === 'boolean') return;
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(reading, pointer, `expected a number, got ${short(value)}`);
  else if (exclusive !== undefined && raw[exclusive] === true) result[exclusive] = value;
  else result[keyword] = value;
}

function readRequired(value: unknown, result: Record<string, unknown>, pointer: string, reading: Reading): void {
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string')) refuse(reading, pointer, `expected a list of names, got ${short(value)}`);
  else if (value.length > 0) result['required'] = [...new Set(value)];
}

/** Until 2019-09 a list under `items` meant positions, and `additionalItems` the rest. */
function readItems(
  keyword: string, value: unknown, raw: Raw, result: Record<string, unknown>, pointer: string, sub: (one: unknown, at: string) => JsonSchema,
): void {
  const positions = Array.isArray(raw['items']);
  if (keyword === 'additionalItems') {
    if (positions) result['items'] = sub(value, pointer);
  } else if (Array.isArray(value)) {
    result['prefixItems'] = value.map((one, at) => sub(one, `${pointer}/${String(at)}`));
  } else result['items'] = sub(value, pointer);
}

function readList(
  keyword: string, value: unknown, result: Record<string, unknown>, pointer: string, sub: (one: unknown, at: string) => JsonSchema, reading: Reading,
): void {
  if (!Array.isArray(value) || value.length === 0) refuse(reading, pointer, `expected a list of schemas, got ${short(value)}`);
  else {
    const read = value.map((one, at) => sub(one, `${pointer}/${String(at)}`));
    // A reference may have been written out into `allOf` before.
    result[keyword] = keyword === 'allOf' ? [...((result['allOf'] as readonly JsonSchema[] | undefined) ?? []), ...read] : read;
  }
}

function readMap(
  keyword: string, value: unknown, result: Record<string, unknown>, pointer: string, sub: (one: unknown, at: string) => JsonSchema, reading: Reading,
): void {
  if (!isObject(value)) {
    refuse(reading, pointer, `expected schemas by name, got ${short(value)}`);
    return;
  }
  const entries = Object.entries(value).filter(([name]) => keyword !== 'patternProperties' || isPattern(name)
    || !refuse(reading, `${pointer}/${escapePart(name)}`, 'expected a regular expression as the name'));
  const before = (result[keyword] as Readonly<Record<string, JsonSchema>> | undefined) ?? {};
  result[keyword] = { ...before, ...Object.fromEntries(entries.map(([name, one]) => [name, sub(one, `${pointer}/${escapePart(name)}`)])) };
}

/** Draft 7 had one keyword for both kinds of dependency. */
function readDependencies(
  value: unknown, result: Record<string, unknown>, pointer: string, sub: (one: unknown, at: string) => JsonSchema, reading: Reading,
): void {
  if (!isObject(value)) {
    refuse(reading, pointer, `expected dependencies by name, got ${short(value)}`);
    return;
  }
  const names: [string, unknown][] = [];
  const schemas: [string, JsonSchema][] = [];
  for (const [name, one] of Object.entries(value)) {
    if (Array.isArray(one) && one.every((need) => typeof need === 'string')) names.push([name, one]);
    else schemas.push([name, sub(one, `${pointer}/${escapePart(name)}`)]);
  }
  if (names.length > 0) result['dependentRequired'] = Object.fromEntries(names);
  if (schemas.length > 0) {
    const before = (result['dependentSchemas'] as Readonly<Record<string, JsonSchema>> | undefined) ?? {};
    result['dependentSchemas'] = { ...before, ...Object.fromEntries(schemas) };
  }
}

/** References inside the schema are written out; one that comes back to itself describes values of any depth and is not. */
function readReference(value: unknown, result: Record<string, unknown>, pointer: string, trail: readonly string[], reading: Reading): void {
  const target = typeof value === 'string' && value.startsWith('#') ? value.slice(1) : undefined;
  if (target === undefined) {
    refuse(reading, pointer, `${short(value)} is outside this schema; nothing is fetched`);
    return;
  }
  const path = decode(target);
  const found = path === undefined ? undefined : follow(reading.root, path);
  if (found === undefined || path === undefined) {
    refuse(reading, pointer, `${short(value)} points to nothing in this schema`);
    return;
  }
  if (trail.some((passed) => passed === path)) {
    refuse(reading, pointer, `${short(value)} refers back to where it stands`);
    return;
  }
  const referred = readSchema(found, path, trail, reading);
  if (referred !== true) result['allOf'] = [...((result['allOf'] as readonly JsonSchema[] | undefined) ?? []), referred];
}

function decode(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target);
    return path === '' || path.startsWith('/') ? path : undefined;
  } catch {
    return undefined;
  }
}

function follow(root: unknown, path: string): unknown {
  let at = root;
  for (const part of path.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Raw)[name];
  }
  return at;
}

function escapePart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
