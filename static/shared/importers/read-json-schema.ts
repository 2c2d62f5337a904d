/** Elements of a JSON Schema, draft-04 to 2020-12: definitions become entities, their properties fields. */

import { fieldOf, itemsOf } from '../../../src/domain/conflict/element-path';
import { referencesOf, type Referred } from '../../../src/domain/model/json-reference';
import { MOST_DEPTH, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { isObject, leaveUnused, listFacts, pointerPart, typeWords, valueFacts, type Schema } from './json-facts';

/** Parts of `allOf` that lead from one to the next. */
const MOST_PARTS = 100;

interface Reading {
  readonly found: FoundElements;
  readonly resolve: (reference: string) => Referred | undefined;
}

/** `fallbackName` names the entity of a schema without a title. */
export function readJsonSchema(root: Schema, fallbackName: string, found: FoundElements): void {
  const reading: Reading = { found, resolve: referencesOf(root) };
  for (const folder of ['definitions', '$defs']) {
    for (const [name, schema] of Object.entries(isObject(root[folder]) ? root[folder] : {})) readEntity(reading, name, schema, `#/${folder}/${pointerPart(name)}`);
  }
  if (!['properties', 'allOf', 'items', 'oneOf', 'anyOf'].some((keyword) => root[keyword] !== undefined)) return;
  readEntity(reading, typeof root['title'] === 'string' && root['title'] !== '' ? nameFrom(root['title']) : fallbackName, root, '#');
}

/** Schemas by name, as OpenAPI has them; its schemas are JSON Schemas. */
export function readSchemas(root: Schema, schemas: Schema, folder: string, found: FoundElements): void {
  const reading: Reading = { found, resolve: referencesOf(root) };
  for (const [name, schema] of Object.entries(schemas)) readEntity(reading, name, schema, `${folder}/${pointerPart(name)}`);
}

/** One entity with its fields; `at` is its JSON pointer. */
function readEntity(reading: Reading, name: string, schema: unknown, at: string): void {
  const { found } = reading;
  if (!isObject(schema)) {
    found.skip(at, 'It says nothing about its content.');
    return;
  }
  const value = innermost(schema, at);
  const fields = fieldsOf(reading, value.schema, value.at);
  if (fields.size === 0 && schema['enum'] === undefined && ['', 'object'].includes(typeWords(value.schema))) {
    found.skip(at, 'It has no properties, so there is nothing to make a claim on.');
    return;
  }
  addValue(reading, { path: name, kind: 'entity', schema, required: false, at, within: new Set(), depth: 1 });
}

interface Value {
  readonly path: string;
  readonly kind: ModelElement['kind'];
  readonly schema: Schema;
  readonly required: boolean;
  readonly at: string;
  /** Schemas that this value stands in: a circle of references is entered once. */
  readonly within: ReadonlySet<unknown>;
  readonly depth: number;
}

/** A value with the fields in it; items of a list have a path of their own. */
function addValue(reading: Reading, { path, kind, schema: whole, required, at, within, depth }: Value): void {
  const { found } = reading;
  found.step();
  const schema = withoutNull(whole);
  leaveAlternatives(whole, schema, at, found);
  const many = isList(schema);
  const inner = many && isObject(schema['items']) ? withoutNull(schema['items']) : schema;
  const innerAt = many && isObject(schema['items']) ? `${at}/items` : at;
  for (const part of new Set([whole, schema])) leaveUnused(part, at, found);
  if (inner !== schema) leaveUnused(inner, innerAt, found);
  const reference = referenceOf(inner);
  const target = reference === undefined ? undefined : reading.resolve(reference);
  if (reference !== undefined && target === undefined) found.skip(innerAt, `"${reference}" is not in this file; nothing is fetched.`);
  // What a reference leads to is an entity of its own, unless it is a plain value.
  const facts = isObject(target?.schema) && isPlain(target.schema) ? target.schema : inner;
  const nested = inner !== schema && facts === inner && isList(inner);
  const fields = reference === undefined || (kind === 'entity' && !many) ? fieldsOf(reading, inner, innerAt) : new Map<string, Field>();
  if (reference === undefined && fields.size === 0 && inner['allOf'] !== undefined) found.leave('allOf', `${innerAt}/allOf`);
  found.add({
    path, kind, many, required, type: reference === undefined ? typeWords(inner) || (kind === 'entity' ? 'object' : '') : lastPart(reference),
    ...described(whole['description'] ?? schema['description'] ?? inner['description']),
    ...(many ? listFacts(schema) : {}), ...(nested ? {} : valueFacts(withNull(facts, whole, many), innerAt, found)),
    ...(inner['additionalProperties'] === false && inner['patternProperties'] === undefined && fields.size > 0 ? { closed: true } : {}),
  });
  const below = { required: false, at: innerAt, within: new Set([...within, inner]), depth: depth + 1 };
  if (nested) addValue(reading, { ...below, path: itemsOf(path), kind: 'field', schema: inner });
  else if (fields.size > 0) addFields(reading, many ? itemsOf(path) : path, fields, below);
}

function addFields(reading: Reading, path: string, fields: ReadonlyMap<string, Field>, below: Pick<Value, 'within' | 'depth'>): void {
  for (const [name, { schema, required, at }] of fields) {
    const own = fieldOf(path, name);
    if (schema === false) {
      reading.found.add({ path: own, kind: 'field', type: '', many: false, required: false, forbidden: true });
      continue;
    }
    if (below.within.has(schema)) reading.found.skip(at, 'It is inside itself; one round was taken.');
    else if (below.depth > MOST_DEPTH + 1) reading.found.skip(at, `It is nested more than ${MOST_DEPTH} levels deep.`);
    else addValue(reading, { ...below, path: own, kind: 'field', schema, required, at });
  }
}

interface Field {
  readonly schema: Schema | false;
  readonly required: boolean;
  readonly at: string;
}

/** Properties of a schema with those of its `allOf` parts, and of alternatives that are written out here, which nobody has to fill in. */
function fieldsOf({ found, resolve }: Reading, schema: Schema, at: string): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const required = new Set<string>();
  const seen = new Set<unknown>();
  const open: { readonly part: Schema; readonly at: string; readonly isOne: boolean; readonly isInline?: boolean }[] = [{ part: schema, at, isOne: false }];
  for (const next of open) {
    found.step();
    const { part, isOne } = next;
    if (seen.has(part)) continue;
    seen.add(part);
    if (next.isInline === true) leaveUnused(part, next.at, found);
    if (seen.size > MOST_PARTS) {
      found.skip(next.at, `More than ${MOST_PARTS} schemas are put together here; the others were left out.`);
      break;
    }
    if (!isOne && Array.isArray(part['required'])) for (const name of part['required']) if (typeof name === 'string') required.add(name);
    for (const [name, property] of Object.entries(isObject(part['properties']) ? part['properties'] : {})) {
      if (fields.has(name)) continue;
      // In one of several alternatives a field is there, but what holds of it holds in that one only.
      const own = property === false ? false : isObject(property) ? property : {};
      fields.set(name, { schema: isOne && own !== false ? bare(own) : own, required: false, at: `${next.at}/properties/${pointerPart(name)}` });
    }
    for (const [keyword, isAlternative] of [['allOf', isOne], ['anyOf', true], ['oneOf', true]] as const) {
      for (const [number, one] of (Array.isArray(part[keyword]) ? part[keyword] : []).entries()) {
        found.step();
        const place = `${next.at}/${keyword}/${String(number)}`;
        const reference = isObject(one) && typeof one['$ref'] === 'string' ? one['$ref'] : undefined;
        if (reference !== undefined && keyword !== 'allOf') continue;
        const target = reference === undefined ? { schema: one, pointer: place } : resolve(reference);
        if (target === undefined) found.skip(place, 'It refers to something that is not in this file; nothing is fetched.');
        else if (isObject(target.schema)) open.push({ part: target.schema, at: `#${target.pointer.replace(/^#/, '')}`, isOne: isAlternative, isInline: reference === undefined });
      }
    }
    if (typeof part['$ref'] === 'string' && (part === schema || isObject(part['properties']))) {
      const target = resolve(part['$ref']);
      if (isObject(target?.schema)) open.push({ part: target.schema, at: `#${target.pointer}`, isOne });
    }
  }
  for (const name of required) {
    const field = fields.get(name);
    if (field !== undefined) fields.set(name, { ...field, required: true });
  }
  return fields;
}

/** A reference on its own, or the only part of `allOf`: OpenAPI's way to put words beside a reference. */
function referenceOf(schema: Schema): string | undefined {
  if (typeof schema['$ref'] === 'string') return schema['$ref'];
  const [only, ...others] = Array.isArray(schema['allOf']) ? (schema['allOf'] as unknown[]) : [];
  return others.length === 0 && isObject(only) && typeof only['$ref'] === 'string' && !isObject(schema['properties']) ? only['$ref'] : undefined;
}

/** The one alternative besides null. */
function withoutNull(schema: Schema): Schema {
  if (schema['type'] !== undefined || schema['properties'] !== undefined) return schema;
  const real = ['anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? (schema[word] as unknown[]).filter((part) => isObject(part) && part['type'] !== 'null') : []));
  const [only] = real;
  return real.length === 1 && isObject(only) ? only : schema;
}

function withNull(facts: Schema, whole: Schema, many: boolean): Schema {
  const isNullable = !many && ['anyOf', 'oneOf'].some((word) => Array.isArray(whole[word]) && (whole[word] as unknown[]).some((part) => isObject(part) && part['type'] === 'null'));
  return isNullable ? { ...facts, nullable: true } : facts;
}

function leaveAlternatives(whole: Schema, schema: Schema, at: string, found: FoundElements): void {
  if (whole !== schema) return;
  for (const keyword of ['anyOf', 'oneOf']) if (whole[keyword] !== undefined) found.leave(keyword, `${at}/${keyword}`);
  if (Array.isArray(whole['items'])) found.leave('items by position', `${at}/items`);
}

function isList(schema: Schema): boolean {
  return typeWords(schema) === 'array' || (typeWords(schema) === '' && isObject(schema['items']));
}

function innermost(schema: Schema, at: string): { readonly schema: Schema; readonly at: string } {
  const own = withoutNull(schema);
  return isList(own) && isObject(own['items']) ? innermost(own['items'], `${at}/items`) : { schema: own, at };
}

/** A schema of values without fields: what refers to it is no entity. */
function isPlain(schema: Schema): boolean {
  return !['properties', 'allOf', 'anyOf', 'oneOf', '$ref', 'items'].some((keyword) => schema[keyword] !== undefined) && !['object', 'array'].includes(typeWords(schema));
}

function bare({ type, description, items, $ref }: Schema): Schema {
  return Object.fromEntries(Object.entries({ type, description, items, $ref }).filter(([, value]) => value !== undefined));
}

function lastPart(reference: string): string {
  return reference.split(/[/#]/).filter((part) => part !== '').at(-1) ?? reference;
}

/** A title or a file's name as an entity name: `Buyer profile` becomes `BuyerProfile`. */
export function nameFrom(title: string): string {
  return title.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Root';
}
