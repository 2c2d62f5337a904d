/** Whether leaving an element out, or empty, would satisfy everybody who takes part. */

import { conditionsMeet, conditionOf } from './conditions';
import type { ClaimIndex } from './claim-index';
import type { Claim } from './claim';
import { lastStep } from './element-path';
import { commonTypes } from './rules/type';
import { commonValues } from './rules/values';

/** True unless claims that meet the core's need the element, and all it stands in, to be there with something in it. */
export function isAvoidable(index: ClaimIndex, core: readonly Claim[], model: string, element: string): boolean {
  const facet = core[0]?.facet;
  if (facet !== 'presence' && mayBeEmpty(index, core, model, element)) return true;
  for (let at = element, step = lastStep(at); step !== undefined; at = step.parent, step = lastStep(at)) {
    const needed = 'items' in step ? hasItems(index, core, model, step.parent) : isRequired(index, core, model, at);
    if (!needed || nullAllowed(index, core, model, step.parent)) return true;
  }
  return false;
}

function mayBeEmpty(index: ClaimIndex, core: readonly Claim[], model: string, element: string): boolean {
  if (core.every((claim) => claim.facet === 'values')) return (commonValues(core)?.length ?? 0) > 0;
  if (core.every((claim) => claim.facet === 'type')) return (commonTypes(core)?.size ?? 0) > 0;
  if (core.some((claim) => claim.facet === 'values' || claim.facet === 'type')) return false;
  return nullAllowed(index, core, model, element);
}

function meeting(index: ClaimIndex, core: readonly Claim[], model: string, element: string): readonly Claim[] {
  return index.find(model, element).filter((claim) => core.every((member) => conditionsMeet(conditionOf(member), conditionOf(claim))));
}

function nullAllowed(index: ClaimIndex, core: readonly Claim[], model: string, element: string): boolean {
  const types = meeting(index, core, model, element).filter((claim) => claim.facet === 'type');
  return types.length > 0 && commonTypes(types)?.has('null') === true;
}

function hasItems(index: ClaimIndex, core: readonly Claim[], model: string, list: string): boolean {
  return meeting(index, core, model, list).some((claim) => claim.facet === 'count' && (claim.min ?? 0) >= 1);
}

function isRequired(index: ClaimIndex, core: readonly Claim[], model: string, element: string): boolean {
  return meeting(index, core, model, element).some((claim) => claim.facet === 'presence' && claim.is === 'required');
}
