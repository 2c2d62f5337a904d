/** The filter and grouping of the demand page as its address says them, so that a view can be shared and gone back to. */

import { isCriterionCode } from '../../src/domain/context/criteria';
import { ANSWER_STATES, GRADES, ORIGINS, type AnswerState, type Grade, type Origin } from '../../src/domain/context/product-context';
import { DEMAND_MARKS, type DemandFilter, type DemandMark } from '../../src/domain/demand/filter-demand';
import { GROUPINGS, type Grouping } from '../../src/domain/demand/group-demand';

/** Stands in the address for "not stated", which an empty value would not survive. */
const NOT_STATED = '-';

export interface DemandAddress {
  readonly by: Grouping;
  readonly filter: DemandFilter;
}

/** What an address does not say, or says in words that mean nothing here, is left out: an old link still opens. */
export function readDemandAddress(search: URLSearchParams): DemandAddress {
  const team = search.get('team');
  const grade = search.get('grade');
  const missing = search.get('missing');
  const origin = search.get('origin');
  const answer = search.get('answer');
  const text = search.get('text');
  const mark = search.get('mark');
  const by = search.get('by');
  return {
    by: isOneOf(GROUPINGS, by) ? by : 'team',
    filter: {
      ...(team === null ? {} : { team: team === NOT_STATED ? '' : team }),
      ...(isOneOf<Grade>(GRADES, grade) ? { grade } : {}),
      ...(missing !== null && isCriterionCode(missing) ? { missing } : {}),
      ...(origin === NOT_STATED ? { origin: '' } : isOneOf<Origin>(ORIGINS, origin) ? { origin } : {}),
      ...(answer === NOT_STATED ? { answer: '' } : isOneOf<AnswerState>(ANSWER_STATES, answer) ? { answer } : {}),
      ...(text === null || text.trim() === '' ? {} : { text }),
      ...(isOneOf<DemandMark>(DEMAND_MARKS, mark) ? { mark } : {}),
    },
  };
}

/** The shortest address that says the same. */
export function writeDemandAddress({ by, filter }: DemandAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (by !== 'team') search.set('by', by);
  if (filter.team !== undefined) search.set('team', filter.team === '' ? NOT_STATED : filter.team);
  if (filter.grade !== undefined) search.set('grade', filter.grade);
  if (filter.missing !== undefined) search.set('missing', filter.missing);
  if (filter.origin !== undefined) search.set('origin', filter.origin === '' ? NOT_STATED : filter.origin);
  if (filter.answer !== undefined) search.set('answer', filter.answer === '' ? NOT_STATED : filter.answer);
  if (filter.text !== undefined && filter.text !== '') search.set('text', filter.text);
  if (filter.mark !== undefined) search.set('mark', filter.mark);
  return search;
}

function isOneOf<T extends string>(known: readonly T[], value: string | null): value is T {
  return value !== null && (known as readonly string[]).includes(value);
}
