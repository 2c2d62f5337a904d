/** Whether a schema accepts a value; undefined where it cannot be decided (a pattern beyond the bound). */

import { canonicalJson } from '../canonical-json';
import { multipleWithin } from '../rules/multiple-within';
import { jsonTypeOf, namedTypes, type JsonSchema, type SchemaObject } from './json-schema';
import { textMatches } from './pattern-intersection';

export type Verdict = boolean | undefined;

export function accepts(schema: JsonSchema, value: unknown): Verdict {
  if (typeof schema === 'boolean') return schema;
  return every([
    () => (schema.undecided === true ? undefined : true),
    () => acceptsType(schema, value), () => acceptsListed(schema, value), () => acceptsLogic(schema, value),
    () => acceptsContent(schema, value),
  ]);
}

/** False as soon as one is false; undefined if one is and none is false. */
function every(checks: readonly (() => Verdict)[]): Verdict {
  let verdict: Verdict = true;
  for (const check of checks) {
    const one = check();
    if (one === false) return false;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

function all(verdicts: readonly Verdict[]): Verdict {
  return every(verdicts.map((verdict) => () => verdict));
}

function negated(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function some(verdicts: readonly Verdict[]): Verdict {
  return negated(all(verdicts.map(negated)));
}

function acceptsType(schema: SchemaObject, value: unknown): Verdict {
  const types = namedTypes(schema);
  if (types === undefined) return true;
  const type = jsonTypeOf(value);
  return types.includes(type) || (type === 'number' && Number.isInteger(value) && types.includes('integer'));
}

function acceptsListed(schema: SchemaObject, value: unknown): Verdict {
  const text = canonicalJson(value);
  if (Object.hasOwn(schema, 'const') && canonicalJson(schema.const) !== text) return false;
  if (schema.enum !== undefined && !schema.enum.some((one) => canonicalJson(one) === text)) return false;
  return schema.notEnum?.some((one) => canonicalJson(one) === text) !== true;
}

function acceptsLogic(schema: SchemaObject, value: unknown): Verdict {
  return every([
    () => all((schema.allOf ?? []).map((one) => accepts(one, value))),
    () => (schema.anyOf === undefined ? true : some(schema.anyOf.map((one) => accepts(one, value)))),
    () => (schema.oneOf === undefined ? true : exactlyOne(schema.oneOf.map((one) => accepts(one, value)))),
    () => (schema.not === undefined ? true : negated(accepts(schema.not, value))),
    () => (schema.if === undefined ? true : conditional(schema, schema.if, value)),
  ]);
}

function exactlyOne(verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((verdict) => verdict === true).length;
  if (met > 1) return false;
  if (verdicts.includes(undefined)) return undefined;
  return met === 1;
}

function conditional(schema: SchemaObject, condition: JsonSchema, value: unknown): Verdict {
  const met = accepts(condition, value);
  if (met === undefined) return undefined;
  const then = met ? schema.then : schema.else;
  return then === undefined ? true : accepts(then, value);
}

function acceptsContent(schema: SchemaObject, value: unknown): Verdict {
  if (typeof value === 'number') return acceptsNumber(schema, value);
  if (typeof value === 'string') return acceptsText(schema, value);
  if (Array.isArray(value)) return acceptsList(schema, value);
  if (value !== null && typeof value === 'object') return acceptsObject(schema, value as Readonly<Record<string, unknown>>);
  return true;
}

function acceptsNumber(schema: SchemaObject, value: number): Verdict {
  if (schema.minimum !== undefined && value < schema.minimum) return false;
  if (schema.maximum !== undefined && value > schema.maximum) return false;
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) return false;
  if (schema.exclusiveMaximum !== undefined && value >= schema.exclusiveMaximum) return false;
  if (schema.multipleOf !== undefined && !isMultiple(value, schema.multipleOf)) return false;
  return schema.notMultipleOf === undefined || !isMultiple(value, schema.notMultipleOf);
}

/** Decimal fractions are multiples as written: 0.3 is three times 0.1. */
export function isMultiple(value: number, step: number): boolean {
  const distance = Math.abs(value);
  return multipleWithin([step], { low: distance, high: distance, lowOpen: false, highOpen: false }) === 'yes';
}

function acceptsText(schema: SchemaObject, value: string): Verdict {
  const length = [...value].length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) return false;
  return all([
    schema.pattern === undefined ? true : textMatches(schema.pattern, value),
    schema.notPattern === undefined ? true : negated(textMatches(schema.notPattern, value)),
  ]);
}

function acceptsList(schema: SchemaObject, value: readonly unknown[]): Verdict {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) return false;
  const distinct = new Set(value.map(canonicalJson)).size === value.length;
  if ((schema.uniqueItems === true && !distinct) || (schema.notUnique === true && distinct)) return false;
  const prefix = schema.prefixItems ?? [];
  return every([
    () => all(value.map((item, at) => accepts(prefix[at] ?? schema.items ?? true, item))),
    () => (schema.contains === undefined ? true : acceptsCount(schema, schema.contains, value)),
  ]);
}

function acceptsCount(schema: SchemaObject, contains: JsonSchema, value: readonly unknown[]): Verdict {
  const verdicts = value.map((item) => accepts(contains, item));
  const met = verdicts.filter((verdict) => verdict === true).length;
  const open = verdicts.filter((verdict) => verdict === undefined).length;
  const [min, max] = [schema.minContains ?? 1, schema.maxContains ?? Number.POSITIVE_INFINITY];
  if (met > max || met + open < min) return false;
  return open === 0 ? true : undefined;
}

function acceptsObject(schema: SchemaObject, value: Readonly<Record<string, unknown>>): Verdict {
  const names = Object.keys(value);
  if (names.length < (schema.minProperties ?? 0) || names.length > (schema.maxProperties ?? Number.POSITIVE_INFINITY)) return false;
  if (schema.required?.every((name) => Object.hasOwn(value, name)) === false) return false;
  if (schema.absent?.some((name) => Object.hasOwn(value, name)) === true) return false;
  return every([
    () => all(names.flatMap((name) => fieldSchemas(schema, name).map((one) => (one === undefined ? undefined : accepts(one, value[name]))))),
    () => (schema.propertyNames === undefined ? true : all(names.map((name) => accepts(schema.propertyNames ?? true, name)))),
    () => Object.entries(schema.dependentRequired ?? {}).every(([name, needs]) => !Object.hasOwn(value, name) || needs.every((need) => Object.hasOwn(value, need))),
    () => all(Object.entries(schema.dependentSchemas ?? {}).map(([name, one]) => (Object.hasOwn(value, name) ? accepts(one, value) : true))),
  ]);
}

/** What one schema object asks of a field: its own, by pattern, or else what is asked of additional ones. Undefined: cannot say. */
export function fieldSchemas(schema: SchemaObject, name: string): readonly (JsonSchema | undefined)[] {
  const own = schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? [schema.properties[name] ?? true] : [];
  const byPattern = Object.entries(schema.patternProperties ?? {}).flatMap(([pattern, one]): readonly (JsonSchema | undefined)[] => {
    const matches = textMatches(pattern, name);
    return matches === undefined ? [undefined] : matches ? [one] : [];
  });
  const known = [...own, ...byPattern];
  return known.length === 0 && schema.additionalProperties !== undefined ? [schema.additionalProperties] : known;
}
