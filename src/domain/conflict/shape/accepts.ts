/** Whether a schema accepts a value; undefined where it cannot be decided (a pattern beyond the bound). */

import { canonicalJson } from '../canonical-json';
import { multipleWithin } from '../rules/multiple-within';
import { jsonTypeOf, namedTypes, type JsonSchema, type SchemaObject } from './json-schema';
import { textMatches } from './pattern-intersection';

export type Verdict = boolean | undefined;

export function accepts(schema: JsonSchema, value: unknown): Verdict {
  if (typeof schema === 'boolean') return schema;
  if (!acceptsType(schema, value) || !acceptsListed(schema, value)) return false;
  const logic = acceptsLogic(schema, value);
  const verdict = logic === false ? false : both(logic, acceptsContent(schema, value));
  return verdict === true && schema.undecided === true ? undefined : verdict;
}

/** False if one is false, undefined if one is and none is false. */
function both(one: Verdict, other: Verdict): Verdict {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

/** The same of many; not asked beyond the first that is false. */
function every<T>(items: readonly T[], check: (item: T, at: number) => Verdict): Verdict {
  let verdict: Verdict = true;
  let at = 0;
  for (const item of items) {
    verdict = both(verdict, check(item, at++));
    if (verdict === false) return false;
  }
  return verdict;
}

function negated(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

function acceptsType(schema: SchemaObject, value: unknown): boolean {
  const types = namedTypes(schema);
  if (types === undefined) return true;
  const type = jsonTypeOf(value);
  return types.includes(type) || (type === 'number' && Number.isInteger(value) && types.includes('integer'));
}

function acceptsListed(schema: SchemaObject, value: unknown): boolean {
  const isConst = Object.hasOwn(schema, 'const');
  // Most schemas list nothing, and large values are long texts.
  if (!isConst && schema.enum === undefined && schema.notEnum === undefined) return true;
  const text = canonicalJson(value);
  if (isConst && canonicalJson(schema.const) !== text) return false;
  if (schema.enum !== undefined && !schema.enum.some((one) => canonicalJson(one) === text)) return false;
  return schema.notEnum?.some((one) => canonicalJson(one) === text) !== true;
}

function acceptsLogic(schema: SchemaObject, value: unknown): Verdict {
  const { allOf, anyOf, oneOf, not, if: condition } = schema;
  let verdict: Verdict = allOf === undefined ? true : every(allOf, (one) => accepts(one, value));
  if (verdict !== false && anyOf !== undefined) verdict = both(verdict, negated(every(anyOf, (one) => negated(accepts(one, value)))));
  if (verdict !== false && oneOf !== undefined) verdict = both(verdict, exactlyOne(oneOf.map((one) => accepts(one, value))));
  if (verdict !== false && not !== undefined) verdict = both(verdict, negated(accepts(not, value)));
  return verdict !== false && condition !== undefined ? both(verdict, conditional(schema, condition, value)) : verdict;
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
  const { minLength, maxLength } = schema;
  if (minLength !== undefined || maxLength !== undefined) {
    const length = [...value].length;
    if (length < (minLength ?? 0) || length > (maxLength ?? Number.POSITIVE_INFINITY)) return false;
  }
  return both(
    schema.pattern === undefined ? true : textMatches(schema.pattern, value),
    schema.notPattern === undefined ? true : negated(textMatches(schema.notPattern, value)),
  );
}

function acceptsList(schema: SchemaObject, value: readonly unknown[]): Verdict {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) return false;
  if (!acceptsRepetition(schema, value)) return false;
  const { prefixItems = [], items = true, contains } = schema;
  const verdict = every(value, (item, at) => accepts(prefixItems[at] ?? items, item));
  return verdict !== false && contains !== undefined ? both(verdict, acceptsCount(schema, contains, value)) : verdict;
}

function acceptsRepetition({ uniqueItems, notUnique }: SchemaObject, value: readonly unknown[]): boolean {
  if (uniqueItems !== true && notUnique !== true) return true;
  const isDistinct = new Set(value.map(canonicalJson)).size === value.length;
  return !(uniqueItems === true && !isDistinct) && !(notUnique === true && isDistinct);
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
  const has = (name: string) => Object.hasOwn(value, name);
  if (schema.dependentRequired !== undefined && !Object.entries(schema.dependentRequired).every(([name, needs]) => !has(name) || needs.every(has))) return false;
  let verdict = every(names, (name) => every(fieldSchemas(schema, name), (one) => (one === undefined ? undefined : accepts(one, value[name]))));
  const { propertyNames, dependentSchemas } = schema;
  if (verdict !== false && propertyNames !== undefined) verdict = both(verdict, every(names, (name) => accepts(propertyNames, name)));
  return verdict === false || dependentSchemas === undefined ? verdict : both(verdict, every(Object.entries(dependentSchemas), ([name, one]) => (has(name) ? accepts(one, value) : true)));
}

/** What one schema object asks of a field: its own, by pattern, or else what is asked of additional ones. Undefined: cannot say. */
export function fieldSchemas(schema: SchemaObject, name: string): readonly (JsonSchema | undefined)[] {
  const own = schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? [schema.properties[name] ?? true] : [];
  if (schema.patternProperties === undefined && own.length > 0) return own;
  const byPattern = Object.entries(schema.patternProperties ?? {}).flatMap(([pattern, one]): readonly (JsonSchema | undefined)[] => {
    const matches = textMatches(pattern, name);
    return matches === undefined ? [undefined] : matches ? [one] : [];
  });
  const known = [...own, ...byPattern];
  return known.length === 0 && schema.additionalProperties !== undefined ? [schema.additionalProperties] : known;
}
