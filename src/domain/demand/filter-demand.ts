/** Which tickets of the demand a person wants to see. */

import type { AnswerState, Grade, Origin } from '../context/product-context';
import type { Demand } from './demand';

/** Every part that is set must hold. `team`, `origin` and `answer` may be empty text: not stated. */
export interface DemandFilter {
  readonly team?: string;
  readonly grade?: Grade;
  /** Code of a criterion that is missing. */
  readonly missing?: string;
  readonly origin?: Origin | '';
  readonly answer?: AnswerState | '';
  /** Words that must all occur in key, summary, need sentence or sponsor. */
  readonly text?: string;
  /** Only tickets with this mark. */
  readonly mark?: DemandMark;
}

/** What a row can be marked with, beside its grade. */
export const DEMAND_MARKS = ['edited-outside', 'out-of-date', 'copied', 'unreadable', 'newer', 'bypassed', 'outside'] as const;
export type DemandMark = (typeof DEMAND_MARKS)[number];

/** Marks of one row, in the order in which they are shown. */
export function marksOf(demand: Demand): DemandMark[] {
  const marks: DemandMark[] = [];
  if (demand.standing === 'copied') marks.push('copied');
  if (demand.standing === 'unreadable' || demand.standing === 'newer') marks.push(demand.standing);
  if (demand.freshness !== 'current') marks.push(demand.freshness);
  if (demand.bypass !== undefined) marks.push('bypassed');
  if (demand.outside) marks.push('outside');
  return marks;
}

/** The rows for which every part of the filter holds, in their order. */
export function filterDemand(demands: readonly Demand[], filter: DemandFilter): Demand[] {
  const words = (filter.text ?? '').toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return demands.filter((demand) =>
    (filter.team === undefined || (demand.team ?? '') === filter.team)
    && (filter.grade === undefined || demand.grade === filter.grade)
    && (filter.missing === undefined || demand.missing.includes(filter.missing))
    && (filter.origin === undefined || (demand.origin ?? '') === filter.origin)
    && (filter.answer === undefined || (demand.answer ?? '') === filter.answer)
    && (filter.mark === undefined || marksOf(demand).includes(filter.mark))
    && (words.length === 0 || holdsWords(demand, words)));
}

function holdsWords(demand: Demand, words: readonly string[]): boolean {
  const text = [demand.ticket.key, demand.ticket.summary, demand.why ?? '', demand.sponsor ?? ''].join('\n').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
