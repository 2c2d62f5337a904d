/** THRESHOLD_OPPOSED: two thresholds on one scale pull in opposite directions. */

import type { Threshold } from '../context/product-context';
import { scaleOf } from '../context/threshold-scale';
import { assembleConflicts } from './assemble-conflicts';
import type { Claim } from './claim';
import type { Conflict } from './conflict';
import { choiceRule } from './rules/choice';

/** A threshold and the ticket it stands on. */
export interface TicketThreshold extends Pick<Claim, 'ticket' | 'team' | 'status' | 'grade'> {
  readonly threshold: Threshold;
}

const thresholdRule = choiceRule({
  code: 'THRESHOLD_OPPOSED', facet: 'range', nothing: 'No level satisfies',
  choice: (claim) => claim.is, words: (claim) => `${claim.is ?? 'other'} ${claim.pattern ?? claim.element}`,
});

/** Compares thresholds whose scale reads the same but for case and spaces. Not part of the claims' conflicts: no data is shared. */
export function detectThresholdConflicts(thresholds: readonly TicketThreshold[]): readonly Conflict[] {
  const scales = new Map<string, Claim[]>();
  for (const one of thresholds) {
    const scale = scaleOf(one.threshold);
    if (scale === undefined || one.status === 'withdrawn') continue;
    const claims = scales.get(scale) ?? [];
    claims.push(asClaim(one, scale));
    scales.set(scale, claims);
  }
  return [...scales].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([scale, claims]) => {
    if (!thresholdRule.clashes(claims)) return [];
    const surroundings = { unlessLeftOut: () => false, valuesOf: () => [] };
    return assembleConflicts(thresholdRule, { model: 'thresholds', element: scale }, claims, surroundings, 'several').conflicts;
  });
}

function asClaim({ threshold, ticket, team, status, grade }: TicketThreshold, scale: string): Claim {
  return {
    id: threshold.id, model: 'thresholds', element: scale, facet: 'range', ticket, team, status, grade,
    level: threshold.limit === undefined ? 'goal' : 'limit',
    ...(threshold.limit === undefined ? {} : { authority: threshold.limit.authority }),
    ...(threshold.when === undefined ? {} : { when: threshold.when }),
    ...(threshold.better === undefined ? {} : { is: threshold.better }),
    pattern: threshold.scale ?? scale,
  };
}
