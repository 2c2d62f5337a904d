/** What fits above the cut line, and what takes room before it. Rules: RK57 to RK59, RK106, RK107, RK182. */

import type { Candidate, Comparable } from './candidate';
import type { Standing } from './plan';
import { waitedFor } from './plan-queue';

/** What people placed: it takes its room before the ordered ticket of that place, counted in those that nobody placed. */
interface PlacedEffort {
  readonly id: string;
  readonly place: number;
  readonly effort: number;
}

/** What takes capacity besides the ordered tickets. */
export interface TakenFirst {
  /** Mean person-weeks of musts, and of what blocks them. */
  readonly effort: number;
  /** Ids of ordered tickets that block a must: they take their room with it. */
  readonly pulled: ReadonlySet<string>;
  readonly placed: readonly PlacedEffort[];
}

/** `free` are the tickets that are no must. */
export function takenFirst(musts: readonly Candidate[], free: readonly Candidate[], standing: ReadonlyMap<string, Standing>): TakenFirst {
  const waited = waitedFor(musts, standing);
  const pulled = free.filter((candidate) => waited.has(candidate.id) && (candidate.kind === 'comparable' || standing.get(candidate.id)?.placedAt !== undefined));
  const placed = free.flatMap(({ id, effort }): PlacedEffort[] => {
    const place = standing.get(id)?.placedAt?.place;
    return place === undefined || effort === undefined || waited.has(id) ? [] : [{ id, place, effort: effort.mean }];
  });
  return { effort: effortOf(musts) + effortOf(pulled), pulled: new Set(pulled.map(({ id }) => id)), placed: placed.sort((a, b) => a.place - b.place) };
}

/** Of tickets in an order, how many fit into `room` person-weeks one after the other; all of them without a capacity. */
export function countFitting(ordered: readonly Pick<Comparable, 'id' | 'effort'>[], room: number | undefined, first: TakenFirst = NOTHING_FIRST): number {
  if (room === undefined) return ordered.length;
  const { placed, pulled } = first;
  const byHand = new Set(placed.map(({ id }) => id));
  let load = first.effort;
  let next = 0;
  let turn = 0;
  const end = ordered.findIndex(({ id, effort }) => {
    // It takes its room where people put it, not where the estimates would have it.
    if (byHand.has(id)) return false;
    for (let one = placed[next]; one !== undefined && one.place <= turn; one = placed[++next]) load += one.effort;
    turn += 1;
    if (!pulled.has(id)) load += effort.mean;
    return load > room + 1e-9;
  });
  return end === -1 ? ordered.length : end;
}

/** Person-weeks at which exactly the first `above` of an order fit: theirs, and what takes room before the last of them. */
export function effortAbove(ordered: readonly Comparable[], above: number, { effort, pulled, placed }: TakenFirst): number {
  const byHand = new Set(placed.map(({ id }) => id));
  const inside = ordered.slice(0, above).filter(({ id }) => !byHand.has(id));
  return effort + effortOf(inside.filter(({ id }) => !pulled.has(id))) + placed.reduce((sum, one) => sum + (one.place < inside.length ? one.effort : 0), 0);
}

/** Ids of what takes capacity in every draw before the best are chosen: placed tickets count where they stand before one that would fit without them. */
export function idsFirst(musts: readonly Candidate[], fittingAlone: number, { pulled, placed }: TakenFirst): ReadonlySet<string> {
  return new Set([...musts.map(({ id }) => id), ...pulled, ...placed.filter(({ place }) => place < fittingAlone).map(({ id }) => id)]);
}

/** Ids of what people placed behind the cut: where something before it does not fit, or it does not fit itself once all that nobody placed does. */
export function idsBehind(free: readonly Comparable[], room: number | undefined, first: ReadonlySet<string>, { effort, pulled, placed }: TakenFirst): ReadonlySet<string> {
  if (room === undefined) return new Set();
  let load = effort + effortOf(free.filter(({ id }) => !pulled.has(id)));
  return new Set(placed.flatMap((one) => {
    load += one.effort;
    return first.has(one.id) || load <= room + 1e-9 ? [] : [one.id];
  }));
}

/** Mean person-weeks, as far as they are known. */
export function effortOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((total, { effort }) => total + (effort?.mean ?? 0), 0);
}

const NOTHING_FIRST: TakenFirst = { effort: 0, pulled: new Set(), placed: [] };
