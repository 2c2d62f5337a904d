/** STEP_CLASH: "in multiples of" against the numeric bounds. Exact: decimal fractions are compared as fractions of integers. */

import type { Claim } from '../claim';
import { withUnit } from './amount-words';
import { boundsOf, exceeds } from './bounds';
import { multipleWithin } from './multiple-within';
import type { Rule } from './rule';

export const stepRule: Rule = {
  code: 'STEP_CLASH', facet: 'step', also: ['range'], nothing: 'No number satisfies',
  ask: (claim) => `${claim.facet}|${String(claim.step)}|${JSON.stringify([claim.min ?? null, claim.max ?? null, claim.exclusiveMin, claim.exclusiveMax])}|${claim.unit ?? ''}`,
  words: (claim) => (claim.facet === 'step' ? `multiples of ${withUnit(claim.step ?? 1, claim.unit)}` : 'numbers within bounds'),
  clashes,
};

function clashes(claims: readonly Claim[]): boolean {
  const steps = claims.filter((claim) => claim.facet === 'step' && claim.step !== undefined);
  const unit = steps[0]?.unit;
  // Steps in another unit would need exact factors; bounds in another unit are the range rule's finding.
  const same = claims.filter((claim) => claim.unit === unit);
  const bounds = same.filter((claim) => claim.facet === 'range').map((claim) => boundsOf({ ...claim, ...NO_UNIT }));
  if (steps.length === 0 || bounds.length === 0) return false;
  const low = Math.max(...bounds.map((one) => one.low));
  const high = Math.min(...bounds.map((one) => one.high));
  if (exceeds(low, high)) return false;
  const inside = multipleWithin(same.flatMap((claim) => (claim.facet === 'step' && claim.step !== undefined ? [claim.step] : [])), {
    low, high,
    lowOpen: bounds.some((one) => one.low === low && one.lowOpen), highOpen: bounds.some((one) => one.high === high && one.highOpen),
  });
  return inside === 'no';
}

const NO_UNIT = { unit: '' };
