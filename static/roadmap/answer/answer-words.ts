import type { AnswerState, Ruling } from '../../../src/domain/context/product-context';

/** The answers as infrastructure gives them. */
export const ANSWER_CHOICES: Readonly<Record<AnswerState, string>> = { accepted: 'Accepted', declined: 'Declined', countered: 'Countered: something else' };

/** Whose work it is. */
export const RULING_CHOICES: Readonly<Record<Ruling, string>> = { infrastructure: 'Infrastructure', application: 'The asking team', shared: 'Shared' };
