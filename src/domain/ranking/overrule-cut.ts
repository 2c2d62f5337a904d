/** Where a ticket of the cut line goes when people decide about it. Rules: RK151, RK183. */

import { medianOf } from './capacity';
import { countFitting } from './cut';
import type { Ranking } from './rank-demand';

/** Whether it is to be done within the months that the line looks ahead. */
export type CutChoice = 'keep-in' | 'leave-out';

/** The place, counted in ordered tickets that nobody placed by hand; undefined for what is not in the order. */
export function placeAtCut({ ordered, taken, inside, capacity }: Ranking, id: string, choice: CutChoice): number | undefined {
  const at = ordered.findIndex((ticket) => ticket.id === id);
  const own = ordered[at];
  if (own === undefined) return undefined;
  const given = taken.placed.find((placed) => placed.id === id);
  const byHand = new Set(taken.placed.map((placed) => placed.id));
  if (inside.has(id) === (choice === 'keep-in')) return given?.place ?? ordered.slice(0, at).filter((ticket) => !byHand.has(ticket.id)).length;
  // What goes first has its room before all others, and so has what people placed before them.
  const others = ordered.filter((ticket) => ticket.id !== id && !byHand.has(ticket.id));
  const before = { ...taken, placed: taken.placed.filter((placed) => placed.id !== id) };
  const room = capacity === undefined ? Infinity : medianOf(capacity);
  const fitting = countFitting(others, choice === 'keep-in' ? room - own.effort.mean : room, before);
  // Behind the first that does not fit: before it, a small one would be in after all.
  return choice === 'keep-in' ? fitting : Math.min(fitting + 1, others.length);
}
