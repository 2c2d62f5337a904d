/** The panel's words for values of the record: one place, so that form, card and merge say the same. */

import type {
  AnswerState, DelayShape, Grade, Horizon, NotMoneyReason, Origin, Period, Question, Ruling, ValueKind,
} from '../../src/domain/context/product-context';
import type { CriterionGrade } from '../../src/domain/context/criteria';

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  team: 'A team', executive: 'An executive', customer: 'A customer', compliance: 'A law or an audit', incident: 'An incident', infrastructure: 'Infrastructure itself',
};
export const QUESTION_WORDS: Readonly<Record<Question, string>> = { build: 'To build something', estimate: 'Only an answer or an estimate' };
export const PERIOD_CHOICES: Readonly<Record<Period, string>> = { once: 'once', week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year' };
export const KIND_WORDS: Readonly<Record<ValueKind, string>> = {
  'increase-revenue': 'Brings more revenue', 'protect-revenue': 'Protects revenue', 'reduce-cost': 'Reduces cost', 'avoid-cost': 'Avoids a future cost', 'reduce-risk': 'Reduces a risk',
};
export const REASON_WORDS: Readonly<Record<NotMoneyReason, string>> = {
  law: 'The law wants it', safety: 'It is about safety', contract: 'A contract wants it', promise: 'It keeps a promise', other: 'Another reason',
};
export const SHAPE_WORDS: Readonly<Record<DelayShape, string>> = {
  steady: 'Every week costs about the same', deadline: 'There is a date after which it is worth little', season: 'It counts in a season', fading: 'Its value fades',
};
export const RULING_WORDS: Readonly<Record<Ruling, string>> = { infrastructure: 'Infrastructure’s work', application: 'The application’s work', shared: 'Shared work' };
export const HORIZON_WORDS: Readonly<Record<Horizon, string>> = { now: 'Now', next: 'Next', later: 'Later' };
export const ANSWER_WORDS: Readonly<Record<AnswerState, string>> = { accepted: 'Yes', declined: 'No', countered: 'Yes, but differently' };

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  none: 'No grade yet', bronze: 'Bronze: we understand it', silver: 'Silver: we can measure it', gold: 'Gold: we can commit',
};
export const NEXT_GRADE_WORDS: Readonly<Record<CriterionGrade, string>> = {
  bronze: 'For bronze, “we understand it”', silver: 'For silver, “we can measure it”', gold: 'For gold, “we can commit”', closing: 'Before closing',
};
