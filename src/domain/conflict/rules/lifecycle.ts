/** LIFECYCLE_CLASH: one retires the element while another still uses it. Days are compared, both ends included. */

import { boundedRule } from './bounded-rule';
import type { Bounds } from './bounds';
import type { Claim } from '../claim';
import type { Rule } from './rule';

const DAY = 86_400_000;

const bounded = boundedRule({
  code: 'LIFECYCLE_CLASH', facet: 'lifecycle', nothing: 'No date of retirement satisfies',
  words, bounds: retirement, amount: (_, day) => dayWords(day), moved: (claim, day) => ({ ...claim, until: dayWords(day) }),
});

export const lifecycleRule: Rule = {
  ...bounded,
  instead: (claim, others) => {
    const instead = bounded.instead?.(claim, others);
    // A use that would end before it begins is given up.
    const isGivenUp = !isRetirement(claim) && claim.from !== undefined && (instead?.becomes?.until ?? '9999') < claim.from;
    return isGivenUp ? { to: 'no longer uses it', change: 1 } : instead;
  },
};

/** When the element may go: who uses it bounds that from below, who retires it from above. */
function retirement(claim: Claim): Bounds {
  const day = claim.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(claim.until) / DAY;
  const bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: false };
  if (Number.isNaN(day)) return bounds;
  return isRetirement(claim) ? { ...bounds, high: day } : { ...bounds, low: day };
}

function isRetirement(claim: Claim): boolean {
  return claim.is === 'retired' || (claim.is !== 'used' && claim.from === undefined && claim.until !== undefined);
}

function words(claim: Claim): string {
  if (isRetirement(claim)) return `retiring it by ${claim.until ?? 'an open date'}`;
  const from = claim.from === undefined ? '' : ` from ${claim.from}`;
  return `using it${from}${claim.until === undefined ? ' with no end' : ` until ${claim.until}`}`;
}

function dayWords(day: number): string {
  return Number.isFinite(day) ? new Date(day * DAY).toISOString().slice(0, 10) : 'no end';
}
