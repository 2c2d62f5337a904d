/** Claims from a JSON Schema (draft-07, 2020-12 and OpenAPI's dialect), so that an architect can paste what a team sent. */

import type { Condition, Facet, Grade, Level } from '../context/product-context';
import { canonicalJson } from '../conflict/canonical-json';
import type { Claim, TicketRef } from '../conflict/claim';
import { anyFieldOf, fieldOf, itemsOf } from '../conflict/element-path';
import { namedTypes, type JsonSchema, type SchemaObject } from '../conflict/shape/json-schema';
import { normaliseSchema, type NotUnderstood } from './normalise-schema';

export interface SchemaOrigin {
  readonly ticket: TicketRef;
  /** Id of the consuming team. */
  readonly team: string;
  /** Id of the shared data model, which is also the element the schema describes unless `element` says another. */
  readonly model: string;
  readonly level: Level;
  /** Who demands it, where `level` is `limit`. */
  readonly authority?: string;
  readonly when?: Condition;
  /** The element the schema describes: `BuyerProfile`, `BuyerProfile.address`. */
  readonly element?: string;
  /** Grade of the ticket; a draft unless said otherwise. */
  readonly grade?: Grade;
}

export interface SchemaClaims {
  readonly claims: readonly Claim[];
  /** What the claims do not say, each with its pointer: nothing is dropped silently. */
  readonly notUnderstood: readonly NotUnderstood[];
}

/** The limits of a claim in the record: values in a list, characters of a value, of a pattern and of a shape. */
const MOST_VALUES = 500;
const LONGEST_VALUE = 200;
const LONGEST_PATTERN = 500;
const LONGEST_SHAPE = 4_000;

/**
 * Reads a schema fragment. What one facet can say becomes a claim of that facet; alternatives, negations and dependencies become
 * `shape` claims, which the checker takes together with everything inside the entity.
 */
export function claimsFromJsonSchema(schema: unknown, origin: SchemaOrigin): SchemaClaims {
  const { schema: read, notUnderstood } = normaliseSchema(schema);
  const writer: Writer = { origin, claims: [], notUnderstood: [...notUnderstood] };
  write(read, { element: origin.element ?? origin.model, pointer: '', except: undefined }, writer);
  return { claims: writer.claims, notUnderstood: writer.notUnderstood };
}

interface Writer {
  readonly origin: SchemaOrigin;
  readonly claims: Claim[];
  readonly notUnderstood: NotUnderstood[];
}

interface Spot {
  readonly element: string;
  readonly pointer: string;
  /** Fields that a claim on every field does not speak of. */
  readonly except: readonly string[] | undefined;
}

type Content = Partial<Claim> & { readonly facet: Facet };

function add(writer: Writer, spot: Spot, content: Content): void {
  const { origin } = writer;
  writer.claims.push({
    id: `s${String(writer.claims.length + 1)}`, model: origin.model, element: spot.element, level: origin.level, team: origin.team,
    ticket: origin.ticket, status: 'proposed', grade: origin.grade ?? 'none',
    ...(origin.authority === undefined ? {} : { authority: origin.authority }),
    ...(origin.when === undefined ? {} : { when: origin.when }),
    ...(spot.except === undefined ? {} : { except: spot.except }),
    ...content,
  });
}

function write(schema: JsonSchema, spot: Spot, writer: Writer): void {
  if (schema === true) return;
  if (schema === false) {
    addShape(writer, spot, false);
    return;
  }
  for (const [at, part] of (schema.allOf ?? []).entries()) write(part, { ...spot, pointer: `${spot.pointer}/allOf/${String(at)}` }, writer);
  const own: SchemaObject = Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'allOf'));
  writeType(own, spot, writer);
  writeValues(own, spot, writer);
  for (const family of FAMILIES) {
    const part = pick(own, family.keywords);
    if (part === undefined || !appliesTo(own, family)) continue;
    if (isOnlyType(own, family)) family.write(part, spot, writer);
    else addShape(writer, spot, part);
  }
  writeLogic(own, spot, writer);
}

interface Family {
  readonly types: readonly string[];
  readonly keywords: readonly (keyof SchemaObject)[];
  readonly write: (part: SchemaObject, spot: Spot, writer: Writer) => void;
}

/** Keywords speak of values of one type and let all others pass. */
const FAMILIES: readonly Family[] = [
  { types: ['number', 'integer'], keywords: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'], write: writeNumber },
  { types: ['string'], keywords: ['minLength', 'maxLength', 'pattern', 'format'], write: writeText },
  { types: ['array'], keywords: ['minItems', 'maxItems', 'uniqueItems', 'items', 'prefixItems', 'contains', 'minContains', 'maxContains'], write: writeList },
  {
    types: ['object'],
    keywords: ['required', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'],
    write: writeObject,
  },
];

function pick(schema: SchemaObject, keywords: readonly (keyof SchemaObject)[]): SchemaObject | undefined {
  const found = Object.entries(schema).filter(([keyword]) => keywords.includes(keyword as keyof SchemaObject));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Keywords about texts say nothing where only numbers are allowed. */
function appliesTo(schema: SchemaObject, family: Family): boolean {
  return namedTypes(schema)?.some((type) => family.types.includes(type)) ?? true;
}

/** Whether a claim that implies the type says the same: the type is named (or null), or nothing points to another. */
function isOnlyType(schema: SchemaObject, family: Family): boolean {
  const types = namedTypes(schema);
  if (types !== undefined) return types.every((type) => type === 'null' || family.types.includes(type));
  return FAMILIES.every((other) => other === family || pick(schema, other.keywords) === undefined);
}

function writeType(schema: SchemaObject, spot: Spot, writer: Writer): void {
  const types = namedTypes(schema);
  if (types === undefined) return;
  const [only] = types;
  add(writer, spot, types.length === 1 && only !== undefined ? { facet: 'type', is: only } : { facet: 'type', oneOf: types });
}

function writeValues(schema: SchemaObject, spot: Spot, writer: Writer): void {
  if (schema.enum !== undefined) addValues(writer, spot, 'oneOf', schema.enum, 'enum');
  if (Object.hasOwn(schema, 'const')) addValues(writer, spot, 'oneOf', [schema.const], 'const');
}

function addValues(writer: Writer, spot: Spot, list: 'oneOf' | 'noneOf', values: readonly unknown[], keyword: string): void {
  const texts = [...new Set(values.map(canonicalJson))];
  if (texts.length <= MOST_VALUES && texts.every((text) => text.length <= LONGEST_VALUE)) add(writer, spot, { facet: 'values', [list]: texts, json: true });
  else addShape(writer, { ...spot, pointer: `${spot.pointer}/${keyword}` }, list === 'oneOf' ? { enum: values } : { not: { enum: values } });
}

function addShape(writer: Writer, spot: Spot, schema: JsonSchema): void {
  const text = JSON.stringify(schema);
  if (text.length <= LONGEST_SHAPE) add(writer, spot, { facet: 'shape', schema: text });
  else writer.notUnderstood.push({ pointer: spot.pointer, why: `alternatives of ${String(text.length)} characters are more than one requirement can hold (${String(LONGEST_SHAPE)})` });
}

function writeNumber(part: SchemaObject, spot: Spot, writer: Writer): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = part;
  if (minimum !== undefined || maximum !== undefined) add(writer, spot, { facet: 'range', ...ends(minimum, maximum) });
  if (exclusiveMinimum !== undefined) add(writer, spot, { facet: 'range', min: exclusiveMinimum, exclusiveMin: true });
  if (exclusiveMaximum !== undefined) add(writer, spot, { facet: 'range', max: exclusiveMaximum, exclusiveMax: true });
  if (multipleOf !== undefined) add(writer, spot, { facet: 'step', step: multipleOf });
}

function ends(min: number | undefined, max: number | undefined): Partial<Claim> {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function writeText(part: SchemaObject, spot: Spot, writer: Writer): void {
  const { minLength, maxLength, pattern, format } = part;
  if (minLength !== undefined || maxLength !== undefined) add(writer, spot, { facet: 'length', ...ends(minLength, maxLength) });
  if (pattern !== undefined && pattern.length <= LONGEST_PATTERN) add(writer, spot, { facet: 'pattern', pattern });
  else if (pattern !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/pattern` }, { pattern });
  if (format !== undefined) add(writer, spot, { facet: 'format', is: format });
}

function writeList(part: SchemaObject, spot: Spot, writer: Writer): void {
  const { minItems, maxItems, uniqueItems, items, prefixItems, contains, minContains, maxContains } = part;
  if (minItems !== undefined || maxItems !== undefined) add(writer, spot, { facet: 'count', ...ends(minItems, maxItems) });
  if (uniqueItems === true) add(writer, spot, { facet: 'unique', unique: true });
  if (contains !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/contains` }, defined({ contains, minContains, maxContains }));
  if (prefixItems !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/prefixItems` }, defined({ prefixItems, items }));
  else if (items === false) add(writer, spot, { facet: 'count', max: 0 });
  else if (items !== undefined) write(items, { element: itemsOf(spot.element), pointer: `${spot.pointer}/items`, except: undefined }, writer);
}

function defined(schema: Readonly<Record<string, unknown>>): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}

function writeObject(part: SchemaObject, spot: Spot, writer: Writer): void {
  const { required = [], properties = {}, patternProperties, additionalProperties, ...other } = part;
  for (const name of required) add(writer, childOf(spot, name), { facet: 'presence', is: 'required' });
  for (const [name, field] of Object.entries(properties)) {
    if (field === false) add(writer, childOf(spot, name), { facet: 'presence', is: 'forbidden' });
    else write(field, childOf(spot, name), writer);
  }
  if (patternProperties !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/patternProperties` }, withNames(properties, { patternProperties, additionalProperties }));
  else if (additionalProperties !== undefined) writeOthers(additionalProperties, Object.keys(properties), spot, writer);
  for (const [keyword, value] of Object.entries(other)) addShape(writer, { ...spot, pointer: `${spot.pointer}/${keyword}` }, { [keyword]: value });
}

function childOf(spot: Spot, name: string): Spot {
  return { element: fieldOf(spot.element, name), pointer: `${spot.pointer}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, except: undefined };
}

/** The names matter only to say which fields are additional. */
function withNames(properties: Readonly<Record<string, JsonSchema>>, schema: Readonly<Record<string, unknown>>): SchemaObject {
  const names = Object.keys(properties);
  return defined({ ...schema, ...(names.length === 0 ? {} : { properties: Object.fromEntries(names.map((name) => [name, true])) }) });
}

/** What is asked of every other field: a claim on `.*` where that says it, else a shape. */
function writeOthers(schema: JsonSchema, names: readonly string[], spot: Spot, writer: Writer): void {
  const at: Spot = { element: anyFieldOf(spot.element), pointer: `${spot.pointer}/additionalProperties`, except: names };
  if (schema === true) return;
  const fits = names.length <= MOST_VALUES && names.every((name) => name.length <= LONGEST_VALUE);
  if (fits && schema === false) add(writer, at, { facet: 'presence', is: 'forbidden' });
  else if (fits && schema !== false && isPlain(schema)) write(schema, at, writer);
  else addShape(writer, { ...spot, pointer: at.pointer }, withNames(Object.fromEntries(names.map((name) => [name, true])), { additionalProperties: schema }));
}

/** Says everything about the field itself, nothing about what is in it, and needs no shape. */
function isPlain(schema: SchemaObject): boolean {
  const inside: readonly string[] = [...(FAMILIES[2]?.keywords ?? []), ...(FAMILIES[3]?.keywords ?? []), 'allOf', 'anyOf', 'oneOf', 'not', 'if'];
  return (namedTypes(schema)?.filter((type) => type !== 'null').length ?? 1) <= 1 && Object.keys(schema).every((keyword) => !inside.includes(keyword));
}

function writeLogic(schema: SchemaObject, spot: Spot, writer: Writer): void {
  const { anyOf, oneOf, not, if: condition, then, else: otherwise } = schema;
  if (anyOf !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/anyOf` }, { anyOf });
  if (oneOf !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/oneOf` }, { oneOf });
  if (condition !== undefined) addShape(writer, { ...spot, pointer: `${spot.pointer}/if` }, defined({ if: condition, then, else: otherwise }));
  if (not !== undefined) writeNot(not, { ...spot, pointer: `${spot.pointer}/not` }, writer);
}

/** "None of these values" has a facet; any other negation is a shape. */
function writeNot(not: JsonSchema, spot: Spot, writer: Writer): void {
  const keywords = typeof not === 'boolean' ? [] : Object.keys(not);
  if (typeof not !== 'boolean' && keywords.length === 1 && not.enum !== undefined) addValues(writer, spot, 'noneOf', not.enum, 'enum');
  else if (typeof not !== 'boolean' && keywords.length === 1 && Object.hasOwn(not, 'const')) addValues(writer, spot, 'noneOf', [not.const], 'const');
  else addShape(writer, spot, { not });
}
