/**
 * A value that several schemas accept. Either a witness, tried on all of them, or a proof that there is none, or the honest
 * "unknown": never a guess. Alternatives are taken one after the other, within a bound on the work.
 */

import { accepts } from './accepts';
import { commonList } from './common-list';
import { commonNumber } from './common-number';
import { commonObject } from './common-object';
import { commonText } from './common-text';
import { JSON_TYPES, namedTypes, type JsonSchema, type JsonType, type SchemaObject } from './json-schema';
import { negate } from './negate';

export type Common = { readonly kind: 'some'; readonly value: unknown } | { readonly kind: 'none' } | { readonly kind: 'unknown' };

export const NONE: Common = { kind: 'none' };
export const UNKNOWN: Common = { kind: 'unknown' };

/** Finds a value within what is left of the work; parts of a value ask for their own. */
export type Finder = (schemas: readonly JsonSchema[]) => Common;

/** Steps of the search; a step looks at one combination of alternatives for one value. */
const MOST_STEPS = 4_000;
const DEEPEST = 30;

/** A value that all schemas accept. */
export function findCommonValue(schemas: readonly JsonSchema[]): Common {
  const work = { left: MOST_STEPS };
  const found = search(schemas, 0, work);
  if (found.kind !== 'some') return found;
  return schemas.every((schema) => accepts(schema, found.value) === true) ? found : UNKNOWN;
}

function search(schemas: readonly JsonSchema[], depth: number, work: { left: number }): Common {
  work.left--;
  if (work.left < 0 || depth > DEEPEST) return UNKNOWN;
  const parts = takeApart(schemas);
  if (parts === undefined) return NONE;
  return branch(parts.literals, parts.choices, depth, work);
}

interface Parts {
  readonly literals: readonly SchemaObject[];
  /** Of each, at least one has to be met. */
  readonly choices: readonly (readonly JsonSchema[])[];
}

/** All that has to hold at once, and the alternatives; undefined where `false` is among it. */
function takeApart(schemas: readonly JsonSchema[]): Parts | undefined {
  const literals: SchemaObject[] = [];
  const choices: (readonly JsonSchema[])[] = [];
  const open = [...schemas];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (schema === true) continue;
    if (schema === false) return undefined;
    if (isLiteral(schema)) {
      literals.push(schema);
      continue;
    }
    const { allOf, anyOf, oneOf, not, if: condition, then, else: otherwise, dependentRequired, dependentSchemas, ...literal } = schema;
    open.push(...(allOf ?? []));
    if (not !== undefined) open.push(negate(not));
    for (const choice of [anyOf, oneOf === undefined ? undefined : exactlyOne(oneOf), ...conditional(condition, then, otherwise)]) {
      if (choice?.length === 1 && choice[0] !== undefined) open.push(choice[0]);
      else if (choice !== undefined) choices.push(choice);
    }
    choices.push(...dependencies(dependentRequired, dependentSchemas));
    if (Object.keys(literal).length > 0) literals.push(literal);
  }
  return choices.some((choice) => choice.length === 0) ? undefined : { literals, choices: choices.sort((a, b) => a.length - b.length) };
}

/** The usual case: nothing in it that combines schemas. */
function isLiteral(schema: SchemaObject): boolean {
  return schema.allOf === undefined && schema.anyOf === undefined && schema.oneOf === undefined && schema.not === undefined && schema.if === undefined
    && schema.dependentRequired === undefined && schema.dependentSchemas === undefined;
}

/** Many alternatives would make too many combinations; "at least one" is then enough, since a witness is tried on the whole. */
function exactlyOne(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  if (schemas.length > 6) return schemas;
  return schemas.map((one, at) => ({ allOf: [one, ...schemas.filter((_, other) => other !== at).map(negate)] }));
}

function conditional(condition?: JsonSchema, then: JsonSchema = true, otherwise: JsonSchema = true): readonly (readonly JsonSchema[])[] {
  return condition === undefined ? [] : [[{ allOf: [condition, then] }, { allOf: [negate(condition), otherwise] }]];
}

function dependencies(
  names: SchemaObject['dependentRequired'] = {}, schemas: SchemaObject['dependentSchemas'] = {},
): readonly (readonly JsonSchema[])[] {
  const notAnObject: JsonSchema = { type: JSON_TYPES.filter((type) => type !== 'object') };
  const needs = Object.entries(names).map(([name, required]): readonly [string, JsonSchema] => [name, { required }]);
  return [...needs, ...Object.entries(schemas)].map(([name, then]) => [notAnObject, { absent: [name] }, { required: [name], allOf: [then] }]);
}

/** What has to hold at once is tried before any alternative: most clashes need none. */
function branch(literals: readonly SchemaObject[], choices: readonly (readonly JsonSchema[])[], depth: number, work: { left: number }): Common {
  const plain = ofAnyType(literals, depth, work);
  const [choice, ...others] = choices;
  if (plain.kind === 'none' || choice === undefined) return plain;
  // It was tried on the literals when it was found.
  if (plain.kind === 'some' && choices.every((anyOf) => accepts({ anyOf }, plain.value) === true)) return plain;
  let unknown = false;
  for (const one of choice) {
    const found = search([...literals, one, ...others.map((anyOf) => ({ anyOf }))], depth, work);
    if (found.kind === 'some') return found;
    unknown ||= found.kind === 'unknown';
    if (work.left < 0) return UNKNOWN;
  }
  return unknown ? UNKNOWN : NONE;
}

function ofAnyType(literals: readonly SchemaObject[], depth: number, work: { left: number }): Common {
  const listed = literals.map(listedValues).find((values) => values !== undefined);
  if (listed !== undefined) return amongListed(listed, literals);
  let unknown = false;
  for (const type of preferred(literals)) {
    const found = ofType(type, literals, (schemas) => search(schemas, depth + 1, work));
    if (found.kind === 'some' && literals.every((literal) => accepts(literal, found.value) === true)) return found;
    unknown ||= found.kind !== 'none';
  }
  return unknown ? UNKNOWN : NONE;
}

function listedValues(literal: SchemaObject): readonly unknown[] | undefined {
  return Object.hasOwn(literal, 'const') ? [literal.const] : literal.enum;
}

function amongListed(values: readonly unknown[], literals: readonly SchemaObject[]): Common {
  let unknown = false;
  for (const value of values) {
    const verdicts = literals.map((literal) => accepts(literal, value));
    if (verdicts.every((verdict) => verdict === true)) return { kind: 'some', value };
    unknown ||= !verdicts.includes(false);
  }
  return unknown ? UNKNOWN : NONE;
}

/** Types that all allow; null last, because it satisfies people least. */
function preferred(literals: readonly SchemaObject[]): readonly JsonType[] {
  const allowed = JSON_TYPES.filter((type) => literals.every((literal) => {
    const named = namedTypes(literal);
    return named === undefined || named.includes(type) || (type === 'number' && named.includes('integer'));
  }));
  return [...allowed.filter((type) => type !== 'null'), ...allowed.filter((type) => type === 'null')];
}

function ofType(type: JsonType, literals: readonly SchemaObject[], find: Finder): Common {
  switch (type) {
    case 'null': return amongListed([null], literals);
    case 'boolean': return amongListed([false, true], literals);
    case 'number': return commonNumber(literals);
    case 'string': return commonText(literals);
    case 'array': return commonList(literals, find);
    case 'object': return commonObject(literals, find);
    default: {
      const never: never = type;
      return never;
    }
  }
}
