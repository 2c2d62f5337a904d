/** Elements of a JSON Schema, draft-06 to 2020-12: definitions become entities, their properties fields. */

import { MOST_DEPTH, type ModelElement, type SkippedPart } from '../../../src/domain/model/shared-model';

type Schema = Readonly<Record<string, unknown>>;

export interface FoundElements {
  readonly elements: ModelElement[];
  readonly skipped: SkippedPart[];
}

/** `fallbackName` names the entity of a schema without a title. */
export function readJsonSchema(root: unknown, fallbackName: string): FoundElements {
  const found: FoundElements = { elements: [], skipped: [] };
  if (!isObject(root)) return { elements: [], skipped: [{ at: '#', why: 'The schema is not an object.' }] };
  for (const folder of ['definitions', '$defs']) {
    for (const [name, schema] of Object.entries(asObject(root[folder]))) {
      readEntity(root, name, schema, `#/${folder}/${pointer(name)}`, found);
    }
  }
  if (isObject(root['properties']) || Array.isArray(root['allOf'])) {
    readEntity(root, typeof root['title'] === 'string' && root['title'] !== '' ? nameFrom(root['title']) : fallbackName, root, '#', found);
  }
  return found;
}

/** One entity with its fields; `at` is its JSON pointer. Shared with OpenAPI, whose schemas are JSON Schemas. */
export function readEntity(root: Schema, name: string, schema: unknown, at: string, found: FoundElements): void {
  if (!isObject(schema)) {
    found.skipped.push({ at, why: 'It says nothing about its content.' });
    return;
  }
  const fields = fieldsOf(root, schema, new Set(), at, found);
  if (fields.size === 0) {
    const type = typeOf(schema);
    if (Array.isArray(schema['enum']) || (type !== '' && type !== 'object')) {
      found.elements.push(element(name, 'entity', schema, false, root));
    } else found.skipped.push({ at, why: 'It has no properties, so there is nothing to make a claim on.' });
    return;
  }
  found.elements.push(element(name, 'entity', schema, false, root));
  walk(root, name, fields, at, 1, found);
}

interface Field {
  readonly schema: Schema;
  readonly required: boolean;
}

function walk(root: Schema, path: string, fields: ReadonlyMap<string, Field>, at: string, depth: number, found: FoundElements): void {
  for (const [name, { schema, required }] of fields) {
    const own = `${path}.${name}`;
    found.elements.push(element(own, 'field', schema, required, root));
    const inner = innerSchema(schema);
    if (typeof inner['$ref'] === 'string') continue;
    const nested = fieldsOf(root, inner, new Set(), `${at}/properties/${pointer(name)}`, found);
    if (nested.size === 0) continue;
    if (depth >= MOST_DEPTH) found.skipped.push({ at: `${at}/properties/${pointer(name)}`, why: `It is nested more than ${MOST_DEPTH} levels deep.` });
    else walk(root, own, nested, `${at}/properties/${pointer(name)}`, depth + 1, found);
  }
}

/** Properties of a schema, those of its allOf parts included; a circle of references is entered once. */
function fieldsOf(root: Schema, schema: Schema, seen: Set<unknown>, at: string, found: FoundElements): Map<string, Field> {
  const fields = new Map<string, Field>();
  if (seen.has(schema)) return fields;
  seen.add(schema);
  const required = new Set(Array.isArray(schema['required']) ? schema['required'].filter((name) => typeof name === 'string') : []);
  for (const part of Array.isArray(schema['allOf']) ? schema['allOf'] : []) {
    const target = isObject(part) && typeof part['$ref'] === 'string' ? resolve(root, part['$ref']) : part;
    if (isObject(target)) for (const [name, field] of fieldsOf(root, target, seen, at, found)) fields.set(name, field);
    else found.skipped.push({ at, why: 'A part of allOf refers to something that is not in this file; nothing is fetched.' });
  }
  for (const [name, property] of Object.entries(asObject(schema['properties']))) {
    fields.set(name, { schema: isObject(property) ? property : {}, required: required.has(name) });
  }
  for (const name of required) {
    const field = fields.get(name);
    if (field !== undefined && !field.required) fields.set(name, { ...field, required: true });
  }
  return fields;
}

function element(path: string, kind: ModelElement['kind'], schema: Schema, required: boolean, root: Schema): ModelElement {
  const many = typeOf(schema) === 'array' || (typeOf(schema) === '' && isObject(schema['items']));
  const inner = innerSchema(schema);
  const target = typeof inner['$ref'] === 'string' ? resolve(root, inner['$ref']) : undefined;
  const facts = isObject(target) && !isObject(target['properties']) ? target : inner;
  const values = facts['const'] !== undefined ? [facts['const']] : facts['enum'];
  const description = [schema['description'], inner['description']].find((text) => typeof text === 'string' && text !== '') as string | undefined;
  return {
    path, kind, many, required,
    type: typeof inner['$ref'] === 'string' ? lastPart(inner['$ref']) : typeOf(inner) || (kind === 'entity' ? 'object' : ''),
    ...(description === undefined ? {} : { description: description.slice(0, 300) }),
    ...(Array.isArray(values) && values.length <= 200 ? { values: values.map(String) } : {}),
    ...number('min', facts['minimum'] ?? facts['exclusiveMinimum']), ...number('max', facts['maximum'] ?? facts['exclusiveMaximum']),
    ...(typeof facts['pattern'] === 'string' && facts['pattern'].length <= 500 ? { pattern: facts['pattern'] } : {}),
  };
}

function number<K extends 'min' | 'max'>(key: K, value: unknown): { [key in K]?: number } {
  return (typeof value === 'number' ? { [key]: value } : {}) as { [key in K]?: number };
}

function innerSchema(schema: Schema): Schema {
  if (isObject(schema['items'])) return schema['items'];
  const real = ['anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word].filter((part) => isObject(part) && part['type'] !== 'null') : []));
  const [only] = real;
  return real.length === 1 && isObject(only) && schema['type'] === undefined ? only : schema;
}

function typeOf(schema: Schema): string {
  const { type } = schema as { type?: unknown };
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return type.filter((one) => one !== 'null').map(String).join(' or ');
  return '';
}

function resolve(root: Schema, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const step of reference.slice(2).split('/')) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

function lastPart(reference: string): string {
  return reference.split(/[/#]/).filter((part) => part !== '').at(-1) ?? reference;
}

function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A title or a file's name as an entity name: `Buyer profile` becomes `BuyerProfile`. */
export function nameFrom(title: string): string {
  return title.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Root';
}

function asObject(value: unknown): Schema {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
