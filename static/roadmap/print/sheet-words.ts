/** Words on paper: names and titles of any length, so that a row takes two lines at most. */

import { formatCount } from '../../../src/domain/context/format-number';
import { showEffort } from '../../../src/domain/ranking/show-number';
import type { Candidate } from '../../../src/domain/ranking/candidate';

const TITLE_CHARACTERS = 52;
const NAME_CHARACTERS = 28;

export function shortTitle(title: string): string {
  return shorten(title, TITLE_CHARACTERS);
}

export function shortName(name: string): string {
  return shorten(name, NAME_CHARACTERS);
}

/** Person-weeks under a heading that says so: "9.5". */
export function personWeeks({ effort }: Pick<Candidate, 'effort'>, locale: string): string {
  return effort === undefined ? 'not known' : showEffort({ low: effort.mean, high: effort.mean }, locale).replace(/ person-weeks?$/, '');
}

/** "the next month", "the next 3 months". */
export function overMonths(months: number, locale: string): string {
  return months === 1 ? 'the next month' : `the next ${formatCount(months, locale)} months`;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
