/** The schema that accepts exactly what another refuses; as alternatives, one for each way to fail. */

import { JSON_TYPES, namedTypes, type JsonSchema, type SchemaObject } from './json-schema';

export function negate(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return !schema;
  const ways = [
    ...typeWays(schema), ...numberWays(schema), ...textWays(schema), ...listWays(schema), ...objectWays(schema), ...logicWays(schema),
  ];
  return ways.length === 0 ? false : { anyOf: ways };
}

type Ways = readonly JsonSchema[];

function typeWays(schema: SchemaObject): Ways {
  const ways: JsonSchema[] = [];
  const types = namedTypes(schema);
  if (types !== undefined) {
    ways.push({ type: JSON_TYPES.filter((type) => !types.includes(type) && !(type === 'number' && types.includes('integer'))) });
    if (types.includes('integer') && !types.includes('number')) ways.push({ type: 'number', notMultipleOf: 1 });
  }
  if (schema.enum !== undefined) ways.push({ notEnum: schema.enum });
  if (Object.hasOwn(schema, 'const')) ways.push({ notEnum: [schema.const] });
  if (schema.notEnum !== undefined) ways.push({ enum: schema.notEnum });
  if (schema.undecided === true) ways.push({ undecided: true });
  return ways;
}

function numberWays(schema: SchemaObject): Ways {
  const ways: SchemaObject[] = [];
  if (schema.minimum !== undefined) ways.push({ exclusiveMaximum: schema.minimum });
  if (schema.maximum !== undefined) ways.push({ exclusiveMinimum: schema.maximum });
  if (schema.exclusiveMinimum !== undefined) ways.push({ maximum: schema.exclusiveMinimum });
  if (schema.exclusiveMaximum !== undefined) ways.push({ minimum: schema.exclusiveMaximum });
  if (schema.multipleOf !== undefined) ways.push({ notMultipleOf: schema.multipleOf });
  if (schema.notMultipleOf !== undefined) ways.push({ multipleOf: schema.notMultipleOf });
  return ways.map((way) => ({ type: 'number', ...way }));
}

function textWays(schema: SchemaObject): Ways {
  const ways: SchemaObject[] = [];
  if ((schema.minLength ?? 0) > 0) ways.push({ maxLength: (schema.minLength ?? 0) - 1 });
  if (schema.maxLength !== undefined) ways.push({ minLength: schema.maxLength + 1 });
  if (schema.pattern !== undefined) ways.push({ notPattern: schema.pattern });
  if (schema.notPattern !== undefined) ways.push({ pattern: schema.notPattern });
  return ways.map((way) => ({ type: 'string', ...way }));
}

function listWays(schema: SchemaObject): Ways {
  const ways: SchemaObject[] = [];
  if ((schema.minItems ?? 0) > 0) ways.push({ maxItems: (schema.minItems ?? 0) - 1 });
  if (schema.maxItems !== undefined) ways.push({ minItems: schema.maxItems + 1 });
  if (schema.uniqueItems === true) ways.push({ notUnique: true });
  if (schema.notUnique === true) ways.push({ uniqueItems: true });
  const prefix = schema.prefixItems ?? [];
  for (const [at, item] of prefix.entries()) ways.push({ minItems: at + 1, prefixItems: [...Array<JsonSchema>(at).fill(true), negate(item)] });
  // Only without a prefix does "some item fails" have a keyword.
  if (schema.items !== undefined) ways.push(prefix.length === 0 ? { contains: negate(schema.items) } : { minItems: prefix.length + 1, undecided: true });
  if (schema.contains !== undefined) {
    const min = schema.minContains ?? 1;
    if (min > 0) ways.push({ contains: schema.contains, minContains: 0, maxContains: min - 1 });
    if (schema.maxContains !== undefined) ways.push({ contains: schema.contains, minContains: schema.maxContains + 1 });
  }
  return ways.map((way) => ({ type: 'array', ...way }));
}

function objectWays(schema: SchemaObject): Ways {
  const ways: JsonSchema[] = [];
  for (const name of schema.required ?? []) ways.push({ absent: [name] });
  for (const name of schema.absent ?? []) ways.push({ required: [name] });
  for (const [name, field] of Object.entries(schema.properties ?? {})) ways.push({ required: [name], properties: { [name]: negate(field) } });
  if ((schema.minProperties ?? 0) > 0) ways.push({ maxProperties: (schema.minProperties ?? 0) - 1 });
  if (schema.maxProperties !== undefined) ways.push({ minProperties: schema.maxProperties + 1 });
  if (schema.patternProperties !== undefined || schema.additionalProperties !== undefined || schema.propertyNames !== undefined) {
    ways.push({ minProperties: 1, undecided: true });
  }
  for (const [name, needs] of Object.entries(schema.dependentRequired ?? {})) for (const need of needs) ways.push({ required: [name], absent: [need] });
  for (const [name, one] of Object.entries(schema.dependentSchemas ?? {})) ways.push({ required: [name], allOf: [negate(one)] });
  return ways.map((way) => ({ type: 'object', ...(way as SchemaObject) }));
}

function logicWays(schema: SchemaObject): Ways {
  const ways: JsonSchema[] = (schema.allOf ?? []).map(negate);
  if (schema.anyOf !== undefined) ways.push({ allOf: schema.anyOf.map(negate) });
  if (schema.oneOf !== undefined) ways.push({ allOf: schema.oneOf.map(negate) }, ...pairs(schema.oneOf).map(([a, b]) => ({ allOf: [a, b] })));
  if (schema.not !== undefined) ways.push(schema.not);
  if (schema.if !== undefined) {
    if (schema.then !== undefined) ways.push({ allOf: [schema.if, negate(schema.then)] });
    if (schema.else !== undefined) ways.push({ allOf: [negate(schema.if), negate(schema.else)] });
  }
  return ways;
}

function pairs(schemas: readonly JsonSchema[]): readonly (readonly [JsonSchema, JsonSchema])[] {
  return schemas.flatMap((a, at) => schemas.slice(at + 1).map((b) => [a, b] as const));
}
