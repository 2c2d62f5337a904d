/** The words on screen about conflicts. */

import type { Level } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { ConflictCode } from '../../../src/domain/conflict/codes';
import type { Severity } from '../../../src/domain/conflict/conflict';
import { teamNaming } from '../../../src/domain/context/name-teams';

export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly name: string; readonly means: string }>> = {
  limits: { name: 'Law against law', means: 'Every side is law or contract: only the authorities can settle it.' },
  blocking: { name: 'Blocks work', means: 'No side is less than a must: the tickets that would have to give way are held until somebody decides.' },
  negotiable: { name: 'Negotiable', means: 'One side is only a goal, or has not said where it applies. Nobody is held.' },
  soft: { name: 'Soft', means: 'One side is only a wish. Nobody is held.' },
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = { limit: 'law or contract', must: 'must', goal: 'goal', wish: 'wish' };

/** What clashes, in a few words, for filters and headings. */
export const CODE_WORDS: Readonly<Record<ConflictCode, string>> = {
  PRESENCE_CLASH: 'Filled in or not', COUNT_CLASH: 'How many', TYPE_CLASH: 'Type', NO_COMMON_VALUE: 'Allowed values', RANGE_DISJOINT: 'Range of numbers',
  LENGTH_DISJOINT: 'Length', STEP_CLASH: 'Steps', FORMAT_CLASH: 'Format', PATTERN_CLASH: 'Pattern', UNIQUE_CLASH: 'Duplicates', FRESHNESS_CLASH: 'How fresh',
  LATENCY_CLASH: 'How fast', RETENTION_CLASH: 'How long it is kept', ACCESS_CLASH: 'Who may read it', TWO_OWNERS: 'Two owners', MUTABILITY_CLASH: 'May it change',
  LIFECYCLE_CLASH: 'Retired or used', REQUIRED_BUDGET_EXCEEDED: 'Too many required fields', SUM_BUDGET_EXCEEDED: 'The sum is too much',
  CROSS_FACET_CLASH: 'Only together', THRESHOLD_OPPOSED: 'Opposite goals',
};

export { askWords } from '../../../src/domain/conflict/ask-words';

/** Name of a team by its id; an id that settings do not have stands for itself. */
export function teamNames(settings: Pick<ProjectSettings, 'teams'>): (id: string) => string {
  const naming = teamNaming(settings.teams);
  return (id) => (id === '' ? 'A team that is not named' : naming(id));
}

