/** What a JSON Schema says of one value, as facts of an element; what it says beyond them is left, and said so. */

import { JSON_KINDS, MOST_LISTED, type Bounds, type JsonKind, type ModelElement } from '../../../src/domain/model/shared-model';
import type { FoundElements } from './found-elements';

export type Schema = Readonly<Record<string, unknown>>;

/** Keywords that an importer reads; whoever reads a schema part by part looks at them itself. */
const READ = new Set([
  'type', 'properties', 'required', 'items', 'allOf', 'anyOf', 'oneOf', '$ref', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum',
  'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'pattern', 'format', 'additionalProperties', 'description', 'nullable',
]);
/** Keywords that constrain nothing. */
const ABOUT = new Set([
  '$schema', '$id', 'id', '$anchor', '$comment', '$defs', 'definitions', '$vocabulary', 'title', 'default', 'examples', 'example', 'deprecated', 'xml', 'externalDocs',
  'discriminator', 'readOnly', 'writeOnly',
]);
const OF_TEXT = ['minLength', 'maxLength', 'pattern', 'format'] as const;
const OF_NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const;

/** Says which keywords here are used by nobody. */
export function leaveUnused(schema: Schema, at: string, found: FoundElements): void {
  for (const keyword of Object.keys(schema)) {
    if (!READ.has(keyword) && !ABOUT.has(keyword) && !keyword.startsWith('x-')) found.leave(keyword, `${at}/${pointerPart(keyword)}`);
  }
  const { additionalProperties: others } = schema;
  if (isObject(others) && Object.keys(others).length > 0) found.leave('additionalProperties', `${at}/additionalProperties`);
}

/** Facts of the value: of a list, of its items. A keyword that speaks of other types than the schema names says nothing. */
export function valueFacts(schema: Schema, at: string, found: FoundElements): Partial<ModelElement> {
  const names = typeNames(schema);
  const kinds = names.length > 0 && names.every(isKind) ? kindsOf(schema, names) : undefined;
  const isText = kinds === undefined || kinds.includes('string');
  const isNumber = kinds === undefined || kinds.includes('number') || kinds.includes('integer');
  if (!isText) for (const keyword of OF_TEXT) if (schema[keyword] !== undefined) found.leave(`${keyword} of what is no text`, `${at}/${keyword}`);
  if (!isNumber) for (const keyword of OF_NUMBERS) if (schema[keyword] !== undefined) found.leave(`${keyword} of what is no number`, `${at}/${keyword}`);
  return {
    ...(kinds === undefined ? {} : { holds: kinds }), ...listed(schema, at, found),
    ...(isNumber ? numberFacts(schema) : {}), ...(isText ? textFacts(schema, at, found) : {}),
  };
}

/** Facts of a list as a whole. */
export function listFacts(schema: Schema): Partial<ModelElement> {
  const items = bounds(schema['minItems'], schema['maxItems']);
  return { ...(items === undefined ? {} : { items }), ...(schema['uniqueItems'] === true ? { unique: true } : {}) };
}

export function typeNames(schema: Schema): readonly string[] {
  const { type } = schema;
  const names: readonly unknown[] = Array.isArray(type) ? type : [type];
  return names.filter((name) => typeof name === 'string');
}

/** The type in words, without "or null". */
export function typeWords(schema: Schema): string {
  return typeNames(schema).filter((name) => name !== 'null').join(' or ');
}

function isKind(name: string): name is JsonKind {
  return (JSON_KINDS as readonly string[]).includes(name);
}

function kindsOf(schema: Schema, names: readonly JsonKind[]): readonly JsonKind[] {
  return schema['nullable'] === true && !names.includes('null') ? [...names, 'null'] : [...new Set(names)];
}

function listed(schema: Schema, at: string, found: FoundElements): { values?: readonly string[] } {
  const values: unknown = Object.hasOwn(schema, 'const') ? [schema['const']] : schema['enum'];
  if (!Array.isArray(values)) return {};
  const said = values.filter((value) => value !== null).map((value) => (typeof value === 'object' ? undefined : String(value)));
  if (said.length > 0 && said.length <= MOST_LISTED && said.every((value) => value !== undefined && value.length <= 200)) return { values: said as string[] };
  if (said.length > 0) found.leave('enum', `${at}/enum`);
  return {};
}

/** Until draft 4 `exclusiveMinimum` was true or false beside the bound. */
export function numberFacts(schema: Schema): Partial<ModelElement> {
  const low = bound(schema['minimum'], schema['exclusiveMinimum'], Math.max);
  const high = bound(schema['maximum'], schema['exclusiveMaximum'], Math.min);
  const step = schema['multipleOf'];
  return {
    ...(low === undefined ? {} : { min: low.value, ...(low.open ? { exclusiveMin: true } : {}) }),
    ...(high === undefined ? {} : { max: high.value, ...(high.open ? { exclusiveMax: true } : {}) }),
    ...(typeof step === 'number' && Number.isFinite(step) && step > 0 ? { step } : {}),
  };
}

function bound(plain: unknown, exclusive: unknown, tighter: (a: number, b: number) => number): { readonly value: number; readonly open: boolean } | undefined {
  const closed = typeof plain === 'number' ? plain : undefined;
  if (typeof exclusive !== 'number') return closed === undefined ? undefined : { value: closed, open: exclusive === true };
  const value = closed === undefined ? exclusive : tighter(closed, exclusive);
  return { value, open: value === exclusive };
}

export function textFacts(schema: Schema, at: string, found: FoundElements): Partial<ModelElement> {
  const length = bounds(schema['minLength'], schema['maxLength']);
  const { pattern, format } = schema;
  const isUsable = typeof pattern === 'string' && pattern.length <= 500;
  if (pattern !== undefined && !isUsable) found.leave('pattern', `${at}/pattern`);
  return {
    ...(length === undefined ? {} : { length }), ...(isUsable ? { pattern } : {}),
    ...(typeof format === 'string' && format !== '' && format.length <= 200 ? { format } : {}),
  };
}

export function bounds(min: unknown, max: unknown): Bounds | undefined {
  const low = typeof min === 'number' && min > 0 ? { min } : {};
  const high = typeof max === 'number' && max >= 0 ? { max } : {};
  const both = { ...low, ...high };
  return Object.keys(both).length === 0 ? undefined : both;
}

export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
