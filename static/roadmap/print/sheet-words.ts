/** Words on paper: names and titles of any length, so that a row takes two lines at most. */

import { formatCount } from '../../../src/domain/context/format-number';
import { rangeOf } from '../../../src/domain/ranking/estimate';
import { showEffort } from '../../../src/domain/ranking/show-number';
import type { Candidate } from '../../../src/domain/ranking/candidate';

const TITLE_CHARACTERS = 44;
const NAME_CHARACTERS = 24;

export function shortTitle(title: string): string {
  return shorten(title, TITLE_CHARACTERS);
}

export function shortName(name: string): string {
  return shorten(name, NAME_CHARACTERS);
}

/** Person-weeks under a heading that says so: "4.8 to 30", in 9 of 10 cases. */
export function personWeeks({ effort }: Pick<Candidate, 'effort'>, locale: string): string {
  return effort === undefined ? 'not known' : showEffort(rangeOf(effort), locale).replace(/ person-weeks?$/, '');
}

/** "the next month", "the next 3 months". */
export function overMonths(months: number, locale: string): string {
  return months === 1 ? 'the next month' : `the next ${formatCount(months, locale)} months`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
