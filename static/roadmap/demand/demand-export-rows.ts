/** What stands below the demand table, as rows with a head. */

import { criterionLabel } from '../../../src/domain/context/criteria';
import { CHEAP_ANSWERS } from '../../../src/domain/demand/demand';
import { CHEAP_ANSWER_WORDS } from '../../../src/domain/demand/demand-words';
import type { GateForecast } from '../../../src/domain/demand/forecast-gates';
import type { CheapShares } from '../../../src/domain/demand/share-cheap-answers';
import type { Cell } from '../export-file';

/** A row for each criterion that a gate misses, and one for a gate that refuses nothing. */
export function forecastRows(forecasts: readonly GateForecast[]): Cell[][] {
  return [
    ['Gate', 'Open tickets', 'Would be refused', 'Pass by a bypass', 'Missing', 'Missing on'],
    ...forecasts.flatMap(({ gate, looksAt, refused, bypassed, lacking }): Cell[][] => {
      const begin = [gate.name, looksAt, refused.length, bypassed];
      return lacking.length === 0 ? [[...begin, '', '']] : lacking.map(({ code, tickets }) => [...begin, criterionLabel(code), tickets]);
    }),
  ];
}

/** Counts, not percentages: a program divides for itself. */
export function cheapAnswerRows(shares: readonly CheapShares[], nameOf: (team: string) => string): Cell[][] {
  return [
    ['Team', 'Tickets explained', ...CHEAP_ANSWERS.map((answer) => CHEAP_ANSWER_WORDS[answer])],
    ...shares.map(({ team, answered, counts }): Cell[] => [nameOf(team), answered, ...CHEAP_ANSWERS.map((answer) => counts[answer])]),
  ];
}
