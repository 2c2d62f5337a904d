/** The backlog desk's view of the demand: what is not understood yet, newest first, long untouched tickets apart. */

import { formatNumber } from '../context/format-number';
import { isUnderstood, type Demand } from './demand';
import { compareKeys } from './group-demand';

/** A ticket that nobody has touched for this long is probably not wanted any more. */
export const UNTOUCHED_MONTHS = 12;

export interface Backlog {
  /** Not understood yet and alive, newest first. */
  readonly alive: readonly Demand[];
  /** Not understood yet and untouched for 12 months, newest first. */
  readonly untouched: readonly Demand[];
  /** Sub-tasks whose parent has a context: they show their parent's. */
  readonly covered: readonly Demand[];
  readonly understood: number;
  /** What "n of … understood" counts: everything but covered sub-tasks. */
  readonly total: number;
}

/** `today` is an ISO date. */
export function sortBacklog(demands: readonly Demand[], today: string): Backlog {
  const withContext = new Set(demands.filter((demand) => demand.explained).map((demand) => demand.ticket.id));
  const border = monthsBefore(today, UNTOUCHED_MONTHS);
  const alive: Demand[] = [];
  const untouched: Demand[] = [];
  const covered: Demand[] = [];
  let understood = 0;
  for (const demand of demands) {
    const parent = demand.ticket.parent?.id;
    if (isUnderstood(demand)) understood += 1;
    else if (!demand.explained && parent !== undefined && withContext.has(parent)) covered.push(demand);
    else if (Date.parse(demand.ticket.updated) < border) untouched.push(demand);
    else alive.push(demand);
  }
  return { alive: sortNewestFirst(alive), untouched: sortNewestFirst(untouched), covered, understood, total: demands.length - covered.length };
}

/** Dates are read once a ticket, not once a comparison: 10,000 tickets would block a page otherwise. */
function sortNewestFirst(demands: readonly Demand[]): Demand[] {
  return demands
    .map((demand) => ({ demand, created: Date.parse(demand.ticket.created) || 0 }))
    .sort((a, b) => b.created - a.created || compareKeys(b.demand.ticket.key, a.demand.ticket.key))
    .map(({ demand }) => demand);
}

function monthsBefore(today: string, months: number): number {
  const date = new Date(today);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime();
}

/** "63 of 400 understood". */
export function progressWords(backlog: Pick<Backlog, 'understood' | 'total'>, locale?: string): string {
  return `${formatNumber(backlog.understood, locale)} of ${formatNumber(backlog.total, locale)} understood`;
}
