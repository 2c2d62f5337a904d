/** What the order and the plan say alike of tickets that cannot be compared. */

import type { Demand } from '../../../src/domain/demand/demand';
import type { NotComparable } from '../../../src/domain/ranking/candidate';
import type { FoldedInitiative } from '../../../src/domain/ranking/fold-initiatives';
import { NOT_COMPARABLE_SENTENCES } from '../../../src/domain/ranking/ranking-words';

/** Those that lack one thing come before those that lack everything. */
export function explainedFirst<T>(items: readonly T[], demandOf: (item: T) => Demand | undefined): T[] {
  return [...items].sort((a, b) => Number(demandOf(b)?.explained === true) - Number(demandOf(a)?.explained === true));
}

/** Why it has no place, in one sentence. */
export function whyNotComparable({ why }: NotComparable, demand: Demand | undefined, initiative: FoldedInitiative | undefined): string {
  if (initiative !== undefined) return 'A part of this initiative has no effort yet, or no part has a worth.';
  return demand?.explained === false ? 'Nobody has explained it yet.' : NOT_COMPARABLE_SENTENCES[why];
}
