/** The words on screen and in exports for the values of demand. */

import type { AnswerState, Grade, Origin } from '../context/product-context';
import type { CheapAnswer, Freshness, Standing } from './demand';
import type { NotComparable } from './worth-a-month';

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  none: 'Not understood yet', bronze: 'Bronze: we understand it', silver: 'Silver: we can measure it', gold: 'Gold: we can commit',
};

export const GRADE_NAMES: Readonly<Record<Grade, string>> = { none: 'No grade', bronze: 'Bronze', silver: 'Silver', gold: 'Gold' };

export const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  team: 'A consuming team', executive: 'An executive', customer: 'A customer', compliance: 'Law or contract', incident: 'An incident',
  infrastructure: 'Infrastructure itself',
};

/** Infrastructure's answer, on a row and in files. */
export const ANSWER_WORDS: Readonly<Record<AnswerState, string>> = { accepted: 'Accepted', declined: 'Declined', countered: 'Countered' };

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  none: 'no context', own: 'context', copied: 'copied draft', unreadable: 'not readable in part', newer: 'written by a newer Groundwork',
};

export const FRESHNESS_WORDS: Readonly<Record<Freshness, string>> = {
  current: '', 'edited-outside': 'edited outside Groundwork', 'out-of-date': 'out of date',
};

export const CHEAP_ANSWER_WORDS: Readonly<Record<CheapAnswer, string>> = {
  unknown: '“I do not know yet”', 'not-money': '“not money”', must: '“must”', 'touches-nothing': '“touches no shared data”',
};

/** Why there is no bar. */
export const NOT_COMPARABLE_WORDS: Readonly<Record<NotComparable, string>> = {
  none: 'No worth stated', unknown: 'Unknown', 'not-money': 'Not money', incomplete: 'Range not complete',
  'zero-low': 'Unknown: starts at zero', 'too-wide': 'Unknown: range too wide', 'other-currency': 'Other currency, no rate',
};

/** Known, and nothing. */
export const OVER_WORDS = 'Its date has passed: worth nothing';
