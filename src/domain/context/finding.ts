import type { CriterionCode } from './criteria';

/** Everything that judging may say: each code declared once with its purpose. */
export const FINDINGS = {
  EMPTY: 'A field that a criterion wants is empty.',
  NOT_A_SENTENCE: 'A text says too little to be understood.',
  UNKNOWN_TEAM: 'The team is not one of the consuming teams in the settings.',
  UNKNOWN_THEME: 'The theme is not one of the settings.',
  NO_SETTINGS: 'The settings cannot be read, so something that is listed there cannot be checked.',
  THRESHOLD_UNFINISHED: 'A threshold lacks a part.',
  GOAL_NOT_BETTER: 'The goal is not better than today.',
  GOAL_NOT_TOLERABLE: 'The goal is worse than what is still acceptable.',
  STRETCH_NOT_BETTER: 'The stretch is worse than the goal.',
  GOAL_BEYOND_LIMIT: 'The goal breaks the law or contract that the threshold itself names.',
  LIMIT_WITHOUT_AUTHORITY: 'A limit names no law or contract.',
  RANGE_REVERSED: 'The low end of a range is not below its high end.',
  RANGE_FROM_ZERO: 'A worth range begins at zero, which no distribution of worths can.',
  RANGE_VERY_WIDE: 'The ends of a range are more than a factor 10 apart.',
  NOT_MONEY_UNPROVEN: 'A "not money" has neither a date nor a count that can be checked.',
  COMPLIANCE_WITHOUT_LAW: 'A compliance ticket names no authority or no date.',
  CONTRADICTS: 'Two answers contradict each other.',
  ARCHITECT_TO_LOOK: 'The architect was asked and has not looked yet.',
  CHANGED_SINCE: 'The content has changed since infrastructure agreed.',
  ACCEPTANCE_UNPROVEN: 'No comment on this ticket proves the acceptance.',
  CONFLICTS_UNCHECKED: 'The conflicts of this content have not been computed yet.',
  CONFLICTS_OPEN: 'An undecided conflict holds this ticket.',
  LEVEL_UNFINISHED: 'A threshold has no delivered level, date or source.',
  BEFORE_DONE: 'Something that an incident may leave for later is still missing.',
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof FINDINGS;

/** One thing to do about a context. */
export interface Finding {
  readonly code: FindingCode;
  /** The criterion that it is about. */
  readonly criterion: CriterionCode;
  /** Where, in the record's field names: `thresholds.0.goal`. */
  readonly path: string;
  /** What to write instead, without a full stop at its end. */
  readonly words: string;
  /** Whether the criterion is missing because of it; advice does not block. */
  readonly blocks: boolean;
}
