import type { Demand } from '../demand/demand';

/** Tickets with requirements on shared data whose stored result is missing, or of what stood there before: whether they clash is not known yet. What a clone brought along takes part once somebody saves it there. */
export function uncheckedConflicts(demands: readonly Demand[]): readonly Demand[] {
  return demands.filter(({ content, missing, conflicts, standing }) => standing !== 'copied' && (content.claims?.length ?? 0) > 0 && missing.includes('conflicts') && (conflicts?.blocking ?? 0) === 0);
}
