/** STEP_CLASH: "in multiples of" against the numeric bounds. Exact: decimal fractions are compared as fractions of integers. */

import type { Claim } from '../claim';
import { boundWords, withUnit } from './amount-words';
import { commonBounds, disjoint } from './bounds';
import { multipleWithin } from './multiple-within';
import type { Rule } from './rule';

export const stepRule: Rule = {
  code: 'STEP_CLASH', facet: 'step', also: ['range'], nothing: 'No number satisfies',
  ask: (claim) => `${claim.facet}|${String(claim.step)}|${JSON.stringify([claim.min ?? null, claim.max ?? null, claim.exclusiveMin, claim.exclusiveMax])}|${claim.unit ?? ''}`,
  words: (claim) => (claim.facet === 'step' ? `multiples of ${withUnit(claim.step ?? 1, claim.unit)}` : boundWords(claim)),
  clashes,
};

/** Each unit by itself: steps in another unit would need exact factors; bounds in another unit are the range rule's finding. */
function clashes(claims: readonly Claim[]): boolean {
  const unit = claims[0]?.unit;
  if (claims.every((claim) => claim.unit === unit)) return clashesInUnit(claims);
  return [...new Set(claims.map((claim) => claim.unit))].some((one) => clashesInUnit(claims.filter((claim) => claim.unit === one)));
}

function clashesInUnit(claims: readonly Claim[]): boolean {
  const ranges = claims.filter((claim) => claim.facet === 'range');
  if (ranges.length === 0) return false;
  const bounds = commonBounds(ranges);
  // Bounds that leave no number leave no multiple; more claims never make a clash go away, so they clash here, too.
  if (disjoint(bounds, bounds)) return true;
  const steps = claims.flatMap((claim) => (claim.facet === 'step' && claim.step !== undefined ? [claim.step] : []));
  return steps.length > 0 && multipleWithin(steps, bounds) === 'no';
}
