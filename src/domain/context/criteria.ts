/** Every criterion: one checkable fact about a context. A code never changes its meaning. */

export type CriterionGrade = 'bronze' | 'silver' | 'gold' | 'closing';

export interface Criterion {
  readonly grade: CriterionGrade;
  /** What is checked, in one line. */
  readonly purpose: string;
  /** Completes "this ticket lacks …" in a message of a gate. */
  readonly label: string;
}

/** In the order in which they are asked; `met` and `missing` keep it. */
export const CRITERIA = {
  need: { grade: 'bronze', purpose: 'The need of the end users stands there as a sentence.', label: 'the need of the end users' },
  team: { grade: 'bronze', purpose: 'The consuming team is one of those in the settings.', label: 'a consuming team' },
  users: { grade: 'bronze', purpose: 'It says whose users are meant.', label: 'whose users these are' },
  sponsor: { grade: 'bronze', purpose: 'Estimates only: it says which role or department wants the answer.', label: 'a sponsor' },
  neededBy: { grade: 'bronze', purpose: 'Estimates only: it says when the answer is needed.', label: 'a date by which the answer is needed' },
  decides: { grade: 'bronze', purpose: 'Estimates only: it says what will be decided with the answer.', label: 'what the answer will decide' },
  threshold: { grade: 'bronze', purpose: 'At least one threshold has a scale, a unit, a direction and a goal.', label: 'a success threshold' },
  value: { grade: 'bronze', purpose: 'A metric and its worth as a range in a currency, or "not money" with a reason and a date or count, or "I do not know yet".', label: 'a value statement' },
  period: { grade: 'bronze', purpose: 'The worth is per week, month, quarter or year, or once.', label: 'the period of the worth' },
  past: { grade: 'silver', purpose: 'Every threshold has today\'s level, and its goal is strictly better.', label: 'today\'s level' },
  tolerable: { grade: 'silver', purpose: 'Every threshold has a still acceptable level, and its goal is not worse.', label: 'a still acceptable level' },
  meter: { grade: 'silver', purpose: 'Every threshold says how it is measured.', label: 'how it is measured' },
  evidence: { grade: 'silver', purpose: 'The value statement has a piece of evidence and says how good it is.', label: 'evidence for the value' },
  sharedData: { grade: 'silver', purpose: 'The requirements on shared data are stated, or there are none, or the architect has looked.', label: 'its requirements on shared data' },
  effort: { grade: 'gold', purpose: 'Infrastructure gave its effort as a range.', label: 'an effort range' },
  boundary: { grade: 'gold', purpose: 'Infrastructure ruled on whose work this is.', label: 'a boundary ruling' },
  theme: { grade: 'gold', purpose: 'It belongs to a theme of the settings.', label: 'a theme' },
  accepted: { grade: 'gold', purpose: 'Infrastructure agreed to it as written, and it has not changed since.', label: 'agreement as written' },
  conflicts: { grade: 'gold', purpose: 'No undecided conflict on shared data holds this ticket.', label: 'a decision on its conflicts' },
  initiative: { grade: 'gold', purpose: 'If it is part of an initiative, infrastructure has answered.', label: 'infrastructure\'s answer to the initiative' },
  outcome: { grade: 'closing', purpose: 'Every threshold has a delivered level with a date and a source.', label: 'the delivered levels' },
} as const satisfies Record<string, Criterion>;

export type CriterionCode = keyof typeof CRITERIA;

/** All codes, in the order of the register. */
export const CRITERION_CODES = Object.keys(CRITERIA) as readonly CriterionCode[];

/** Whether a text, for instance from a rule's configuration, is a criterion of this version. */
export function isCriterionCode(text: string): text is CriterionCode {
  return Object.hasOwn(CRITERIA, text);
}

/** What completes "this ticket lacks …"; a code that only a newer Groundwork knows is shown as it is. */
export function criterionLabel(code: string): string {
  return isCriterionCode(code) ? CRITERIA[code].label : code;
}

/** The codes of one grade alone, not of those below it. */
export function criteriaOf(grade: CriterionGrade): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => CRITERIA[code].grade === grade);
}
