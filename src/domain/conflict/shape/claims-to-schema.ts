/** Claims on an entity, read as one JSON Schema each, so that a value of the whole entity can be looked for. */

import type { Claim } from '../claim';
import { lastStep } from '../element-path';
import { boundsOf } from '../rules/bounds';
import type { JsonSchema, SchemaObject } from './json-schema';

const TYPES: Readonly<Record<string, string>> = {
  number: 'number', integer: 'integer', string: 'string', boolean: 'boolean', object: 'object', array: 'array', null: 'null',
  int: 'integer', text: 'string', varchar: 'string', bool: 'boolean', decimal: 'number', float: 'number', double: 'number', list: 'array',
};

/** The schema of `root` that says what the claim says of an element in it. */
export function claimToSchema(claim: Claim, root: string): JsonSchema {
  if (claim.facet === 'presence') return presenceSchema(claim, root);
  return wrap(facetSchema(claim), claim, claim.element, root);
}

function presenceSchema(claim: Claim, root: string): JsonSchema {
  const step = lastStep(claim.element);
  if (step === undefined || !('field' in step) || claim.element === root) return true;
  const { field, parent } = step;
  if (field === '*') {
    return claim.is === 'forbidden' ? wrap({ properties: anything(claim.except), additionalProperties: false }, claim, parent, root) : true;
  }
  if (claim.is === 'required') return wrap({ required: [field] }, claim, parent, root);
  return claim.is === 'forbidden' ? wrap({ properties: { [field]: false } }, claim, parent, root) : true;
}

function anything(names: readonly string[] = []): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(names.map((name) => [name, true]));
}

function wrap(schema: JsonSchema, claim: Claim, element: string, root: string): JsonSchema {
  if (element === root) return schema;
  const step = lastStep(element);
  if (step === undefined) return true;
  if ('items' in step) return wrap({ items: schema }, claim, step.parent, root);
  if (step.field === '*') return wrap({ properties: anything(claim.except), additionalProperties: schema }, claim, step.parent, root);
  return wrap({ properties: { [step.field]: schema } }, claim, step.parent, root);
}

function facetSchema(claim: Claim): JsonSchema {
  switch (claim.facet) {
    case 'type': return typeSchema(claim);
    case 'values': return valuesSchema(claim);
    case 'range': return rangeSchema(claim);
    case 'length': return bounded(claim, 'minLength', 'maxLength');
    case 'count': return bounded(claim, 'minItems', 'maxItems');
    case 'step': return claim.step === undefined ? true : { multipleOf: claim.step };
    case 'pattern': return claim.pattern === undefined ? true : { pattern: claim.pattern };
    case 'unique': return claim.unique === true ? { uniqueItems: true } : true;
    case 'shape': return readShape(claim);
    // Nothing a single value can keep or break.
    case 'presence': case 'format': case 'freshness': case 'latency': case 'retention': case 'access': case 'owner': case 'mutability':
    case 'lifecycle': case 'budget': return true;
    default: {
      const never: never = claim.facet;
      return never;
    }
  }
}

function typeSchema(claim: Claim): JsonSchema {
  const names = (claim.oneOf ?? (claim.is === undefined ? [] : [claim.is])).map((name) => TYPES[name.trim().toLowerCase()]);
  // A type of somebody's own may be written as anything.
  return names.length === 0 || names.includes(undefined) ? true : { type: names.filter((name) => name !== undefined) };
}

/** Most texts are neither, and reading one in vain takes long. */
const MAYBE_NUMBER_OR_TRUTH = /^\s*(?:-?\d|true|false)/;

function valuesSchema(claim: Claim): JsonSchema {
  const read = (values: readonly string[]) => values.flatMap((value) => {
    if (claim.json === true) return [parse(value)];
    const parsed = MAYBE_NUMBER_OR_TRUTH.test(value) ? parse(value) : value;
    return [value, ...(typeof parsed === 'number' || typeof parsed === 'boolean' ? [parsed] : [])];
  });
  return {
    ...(claim.oneOf === undefined ? {} : { enum: read(claim.oneOf) }),
    ...(claim.noneOf === undefined ? {} : { notEnum: read(claim.noneOf) }),
  };
}

/** A bare number of a shape has no unit, so bounds with one say nothing of it. */
function rangeSchema(claim: Claim): JsonSchema {
  if ((claim.unit ?? '').trim() !== '') return true;
  const { low, high, lowOpen, highOpen } = boundsOf(claim);
  return {
    ...(Number.isFinite(low) ? { [lowOpen ? 'exclusiveMinimum' : 'minimum']: low } : {}),
    ...(Number.isFinite(high) ? { [highOpen ? 'exclusiveMaximum' : 'maximum']: high } : {}),
  };
}

function bounded(claim: Claim, min: 'minLength' | 'minItems', max: 'maxLength' | 'maxItems'): SchemaObject {
  return { ...(claim.min === undefined ? {} : { [min]: claim.min }), ...(claim.max === undefined ? {} : { [max]: claim.max }) };
}

/** A shape that is no JSON decides nothing. */
function readShape(claim: Claim): JsonSchema {
  const parsed = parse(claim.schema ?? 'true');
  if (typeof parsed === 'boolean') return parsed;
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as SchemaObject) : { undecided: true };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
