/** Every code of a conflict and of a note, declared once. A code never changes its meaning. */

export const CONFLICT_CODES = {
  PRESENCE_CLASH: 'One requires what another makes optional or forbids.',
  COUNT_CLASH: 'The numbers of items asked for have nothing in common.',
  TYPE_CLASH: 'The types asked for have nothing in common.',
  NO_COMMON_VALUE: 'The lists of allowed values have nothing in common.',
  RANGE_DISJOINT: 'The numeric bounds leave no number.',
  LENGTH_DISJOINT: 'The bounds of the length leave no text.',
  STEP_CLASH: 'No multiple of what is asked for lies within the bounds.',
  FORMAT_CLASH: 'The formats exclude each other.',
  PATTERN_CLASH: 'No text matches all patterns.',
  UNIQUE_CLASH: 'One wants no duplicates, another wants them possible.',
  FRESHNESS_CLASH: 'Data cannot be as fresh as one wants and as old as another wants.',
  LATENCY_CLASH: 'The response times asked for have nothing in common.',
  RETENTION_CLASH: 'One keeps for longer than another allows.',
  ACCESS_CLASH: 'Somebody must read what the same somebody must not read.',
  TWO_OWNERS: 'Two systems of record for one element.',
  MUTABILITY_CLASH: 'One changes what another wants unchanged.',
  LIFECYCLE_CLASH: 'One retires what another still uses.',
  REQUIRED_BUDGET_EXCEEDED: 'More elements are required than the budget of the entity allows.',
  SUM_BUDGET_EXCEEDED: 'The least that the parts take is more than the whole may take.',
  CROSS_FACET_CLASH: 'Each kind of requirement can be met alone, but not all together.',
  THRESHOLD_OPPOSED: 'Two thresholds on one scale pull in opposite directions.',
} as const;
export type ConflictCode = keyof typeof CONFLICT_CODES;

export const NOTE_CODES = {
  DIFFERENT_BUT_COMPATIBLE: 'Different requirements that one choice satisfies.',
  LIKELY_SAME_ELEMENT: 'Two names that may mean the same element; nothing is decided by it.',
  UNIT_DIFFERS: 'Units that were converted, or that cannot be compared.',
  UNCONDITIONAL: 'Applies everywhere, beside requirements that apply only somewhere: intended?',
  UNKNOWN_ELEMENT: 'The shared data model has no such element (any more).',
  NOT_CHECKED: 'The checker does not know: beyond its bounds, or beyond what it understands.',
} as const;
export type NoteCode = keyof typeof NOTE_CODES;
