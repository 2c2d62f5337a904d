/** What an imported model itself constrains, as claims in force: a requirement that clashes with the model as it is built is seen. */

import type { ClaimContent } from '../context/product-context';
import { MODEL_TICKET, type Claim } from '../conflict/claim';
import { anyFieldOf, itemsOf, lastStep } from '../conflict/element-path';
import { stableHash } from '../conflict/stable-hash';
import type { Bounds, ModelElement, SharedModel } from './shared-model';

/** A claim on every other field holds so many exceptions, each so long. */
const MOST_EXCEPTED = 500;
const LONGEST_NAME = 200;

type Constraint = Omit<ClaimContent, 'id' | 'model' | 'level'>;

/**
 * Claims of a model's constraints. Of types only those count that are certain: two formats' names for one type are no clash. That
 * a field may be left empty constrains nobody who fills it in, so only "required" and "forbidden" are claims.
 */
export function modelClaims(model: Pick<SharedModel, 'id' | 'name' | 'elements'>): readonly Claim[] {
  const fields = fieldsOfClosed(model.elements);
  return model.elements.flatMap((element) => [...ofElement(element), ...ofItems(element), ...ofOthers(element, fields)].map((constraint, at): Claim => ({
    ...constraint, id: `${stableHash(`${model.id} ${element.path}`)}#${String(at)}`, model: model.id, level: 'must',
    ticket: { id: MODEL_TICKET, key: model.name }, team: '', status: 'in force', grade: 'gold',
  })));
}

/** What is said of the element itself. */
function ofElement({ path, kind, required, forbidden, unique, many, items, promises = [] }: ModelElement): readonly Constraint[] {
  const element = path;
  return [
    ...(required && kind === 'field' ? [{ element, facet: 'presence' as const, is: 'required' }] : []),
    ...(forbidden === true ? [{ element, facet: 'presence' as const, is: 'forbidden' }] : []),
    ...(unique === true ? [{ element, facet: 'unique' as const, unique: true }] : []),
    ...(many ? [{ element, facet: 'type' as const, is: 'array' }] : []),
    ...(items === undefined ? [] : [{ element, facet: 'count' as const, ...items }]),
    ...(!many && kind === 'field' && forbidden !== true ? [{ element, facet: 'count' as const, max: 1 }] : []),
    ...promises.map((promised) => ({ element, ...promised })),
  ];
}

/** What is said of the value: of a list, of each of its items. */
function ofItems(one: ModelElement): readonly Constraint[] {
  const { values, pattern, holds, length, format, step } = one;
  const element = one.many ? itemsOf(one.path) : one.path;
  const range = rangeOf(one);
  const [only] = holds ?? [];
  return [
    ...(holds === undefined ? [] : [{ element, facet: 'type' as const, ...(holds.length === 1 && only !== undefined ? { is: only } : { oneOf: holds }) }]),
    ...(values === undefined ? [] : [{ element, facet: 'values' as const, oneOf: values }]),
    ...(range === undefined ? [] : [{ element, facet: 'range' as const, ...range }]),
    ...(length === undefined ? [] : [{ element, facet: 'length' as const, ...length }]),
    ...(step === undefined ? [] : [{ element, facet: 'step' as const, step }]),
    ...(pattern === undefined ? [] : [{ element, facet: 'pattern' as const, pattern }]),
    ...(format === undefined ? [] : [{ element, facet: 'format' as const, is: format }]),
  ];
}

function rangeOf({ min, max, exclusiveMin, exclusiveMax }: ModelElement): (Bounds & { exclusiveMin?: true; exclusiveMax?: true }) | undefined {
  if (min === undefined && max === undefined) return undefined;
  return {
    ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }),
    ...(exclusiveMin === true ? { exclusiveMin } : {}), ...(exclusiveMax === true ? { exclusiveMax } : {}),
  };
}

/** A closed entity lets nobody add a field. */
function ofOthers(one: ModelElement, fields: ReadonlyMap<string, readonly string[]>): readonly Constraint[] {
  if (one.closed !== true) return [];
  const place = one.many ? itemsOf(one.path) : one.path;
  const except = fields.get(place) ?? [];
  if (except.length > MOST_EXCEPTED || except.some((name) => name.length > LONGEST_NAME)) return [];
  return [{ element: anyFieldOf(place), facet: 'presence', is: 'forbidden', except }];
}

/** Names of fields, by what they are fields of; empty where nothing is closed. */
function fieldsOfClosed(elements: readonly ModelElement[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  if (!elements.some(({ closed }) => closed === true)) return fields;
  for (const { path } of elements) {
    const step = lastStep(path);
    if (step === undefined || !('field' in step)) continue;
    const names = fields.get(step.parent);
    if (names === undefined) fields.set(step.parent, [step.field]);
    else names.push(step.field);
  }
  return fields;
}
