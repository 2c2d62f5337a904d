/** Where a ticket of the cut line goes when people decide about it. Rule: RK151. */

import { medianOf } from './capacity';
import type { Candidate } from './candidate';
import { isByHand } from './plan';
import type { Ranking } from './rank-demand';

/** Whether it is to be done within the months that the line looks ahead. */
export type CutChoice = 'keep-in' | 'leave-out';

/** The place, counted in ordered tickets that nobody placed by hand; undefined for what is not in the order. */
export function placeAtCut(ranking: Ranking, id: string, choice: CutChoice): number | undefined {
  const at = ranking.ordered.findIndex((ticket) => ticket.id === id);
  const own = ranking.ordered[at];
  if (own === undefined) return undefined;
  const byHand = new Set(ranking.plan.filter(isByHand).map(({ candidate }) => candidate.id));
  const others = ranking.ordered.filter((ticket) => ticket.id !== id && !byHand.has(ticket.id));
  const isIn = at < ranking.fitting;
  if (isIn === (choice === 'keep-in')) return ranking.ordered.slice(0, at).filter((ticket) => !byHand.has(ticket.id)).length;
  const room = ranking.capacity === undefined ? Infinity : medianOf(ranking.capacity) - effortOf(ranking.musts);
  const fitting = countBefore(others, choice === 'keep-in' ? room - own.effort.mean : room);
  // Behind the first that does not fit: before it, a small one would be in after all.
  return choice === 'keep-in' ? fitting : Math.min(fitting + 1, others.length);
}

function countBefore(tickets: readonly Candidate[], room: number): number {
  let load = 0;
  const end = tickets.findIndex(({ effort }) => (load += effort?.mean ?? 0) > room + 1e-9);
  return end === -1 ? tickets.length : end;
}

function effortOf(tickets: readonly Candidate[]): number {
  return tickets.reduce((sum, { effort }) => sum + (effort?.mean ?? 0), 0);
}
