import type { AnswerState } from '../../../src/domain/context/product-context';

/** The answers as infrastructure gives them. */
export const ANSWER_CHOICES: Readonly<Record<AnswerState, string>> = { accepted: 'Accepted', declined: 'Declined', countered: 'Countered: something else' };
