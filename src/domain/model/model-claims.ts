/** What an imported model itself constrains, as claims in force: a requirement that clashes with the model as it is built is seen. */

import type { ClaimContent } from '../context/product-context';
import { MODEL_TICKET, type Claim } from '../conflict/claim';
import { stableHash } from '../conflict/stable-hash';
import type { ModelElement, SharedModel } from './shared-model';

/**
 * Claims of a model's constraints. Types are left out: each format has type names of its own, and two names for one type are no
 * clash. That a field may be left empty constrains nobody who fills it in, so only "required" is a claim.
 */
export function modelClaims(model: Pick<SharedModel, 'id' | 'name' | 'elements'>): readonly Claim[] {
  return model.elements.flatMap((element) => constraintsOf(element).map((constraint, at): Claim => ({
    ...constraint, id: `${stableHash(`${model.id} ${element.path}`)}#${String(at)}`, model: model.id, element: element.path, level: 'must',
    ticket: { id: MODEL_TICKET, key: model.name }, team: '', status: 'in force', grade: 'gold',
  })));
}

function constraintsOf(element: ModelElement): readonly Omit<ClaimContent, 'id' | 'model' | 'element' | 'level'>[] {
  const { min, max } = element;
  return [
    ...(element.required && element.kind === 'field' ? [{ facet: 'presence' as const, is: 'required' }] : []),
    ...(element.values === undefined ? [] : [{ facet: 'values' as const, oneOf: element.values }]),
    ...(min === undefined && max === undefined ? [] : [{ facet: 'range' as const, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }]),
    ...(element.pattern === undefined ? [] : [{ facet: 'pattern' as const, pattern: element.pattern }]),
    ...(element.unique === true ? [{ facet: 'unique' as const, unique: true }] : []),
    ...(!element.many && element.kind === 'field' ? [{ facet: 'count' as const, max: 1 }] : []),
  ];
}
