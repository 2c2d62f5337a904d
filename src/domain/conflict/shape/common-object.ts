/** An object that several schemas accept. */

import { accepts, fieldSchemas } from './accepts';
import { NONE, UNKNOWN, type Common, type Finder } from './find-common-value';
import type { JsonSchema, SchemaObject } from './json-schema';
import { textsThatMatch } from './pattern-intersection';

/** Objects with more fields than this are not written out. */
const MOST_FIELDS = 500;
const ANY_LENGTH = { min: 0, max: Number.POSITIVE_INFINITY };

export function commonObject(literals: readonly SchemaObject[], find: Finder): Common {
  const required = [...new Set(literals.flatMap((one) => one.required ?? []))];
  const absent = new Set(literals.flatMap((one) => one.absent ?? []));
  const most = Math.min(Number.POSITIVE_INFINITY, ...literals.map((one) => one.maxProperties ?? Number.POSITIVE_INFINITY));
  const least = Math.max(0, ...literals.map((one) => one.minProperties ?? 0));
  if (required.some((name) => absent.has(name)) || required.length > most || least > most) return NONE;
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let unknown = false;
  for (const name of required) {
    const field = fieldOf(name, literals, find);
    if (field.kind === 'none') return NONE;
    if (field.kind === 'some') value[name] = field.value;
    else unknown = true;
  }
  const names = namesToTry(literals).filter((name) => !absent.has(name));
  const closed = closedTo(literals);
  let possible = required.length;
  for (const name of [...names, ...spare(least)]) {
    if (Object.keys(value).length >= least && closed === undefined) break;
    if (Object.hasOwn(value, name) || required.includes(name)) continue;
    const field = fieldOf(name, literals, find);
    if (field.kind !== 'none') possible++;
    if (field.kind === 'some' && Object.keys(value).length < least) value[name] = field.value;
  }
  if (closed !== undefined && possible < least) return NONE;
  return unknown || Object.keys(value).length < least ? UNKNOWN : { kind: 'some', value: { ...value } };
}

function fieldOf(name: string, literals: readonly SchemaObject[], find: Finder): Common {
  if (literals.some((one) => one.propertyNames !== undefined && accepts(one.propertyNames, name) === false)) return NONE;
  const schemas = literals.flatMap((one) => fieldSchemas(one, name));
  const known: readonly JsonSchema[] = schemas.filter((schema) => schema !== undefined);
  const found = find(known);
  return found.kind === 'some' && known.length < schemas.length ? UNKNOWN : found;
}

/** The only names that somebody allows at all, where there is such a list. */
function closedTo(literals: readonly SchemaObject[]): readonly string[] | undefined {
  const closed = literals.find((one) => one.additionalProperties === false && one.patternProperties === undefined);
  return closed === undefined ? undefined : Object.keys(closed.properties ?? {});
}

function namesToTry(literals: readonly SchemaObject[]): readonly string[] {
  const named = literals.flatMap((one) => Object.keys(one.properties ?? {}));
  const patterns = [...new Set(literals.flatMap((one) => Object.keys(one.patternProperties ?? {})))];
  const byPattern = patterns.flatMap((pattern) => textsThatMatch([pattern], ANY_LENGTH, 4));
  const names = literals.flatMap((one) => (typeof one.propertyNames === 'object' ? namesLike(one.propertyNames) : []));
  return [...new Set([...named, ...byPattern, ...names])].slice(0, MOST_FIELDS);
}

function namesLike(schema: SchemaObject): readonly string[] {
  const listed = [schema.const, ...(schema.enum ?? [])].filter((one) => typeof one === 'string');
  const length = schema.minLength ?? 0;
  const long = length > 0 && length < 200 ? ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(length)) : [];
  return [...listed, ...long, ...(schema.pattern === undefined ? [] : textsThatMatch([schema.pattern], ANY_LENGTH, 6))];
}

function spare(count: number): readonly string[] {
  return Array.from({ length: Math.min(count + 3, MOST_FIELDS) }, (_, at) => (at < 26 ? String.fromCharCode(97 + at) : `zz${String(at)}`));
}
