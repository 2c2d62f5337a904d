/** The plan: four lanes, filled in order, each placement saying why. A queue, one ticket at a time. Rules: RK39 to RK45. */

import type { Candidate, Comparable } from './candidate';
import { percentileOf } from './estimate';
import { compareTicketKeys } from './order';
import { HORIZON_MONTHS, timesEarned, WEEKS_A_MONTH } from './worth-over-time';

export type Lane = 'must' | 'reserved' | 'ordered' | 'not-comparable';

/** What people and rules say about a ticket besides its numbers. */
export interface Standing {
  /** A limit with authority and date: takes capacity first. */
  readonly must?: boolean;
  /** Ids of tickets that must be done before. */
  readonly blockedBy?: readonly string[];
  /** An undecided conflict of severity limits or blocking keeps it from "now". */
  readonly undecidedConflict?: boolean;
  /** Place given by people, with a reason: after this many ordered tickets that nobody placed by hand. */
  readonly placedAt?: { readonly place: number; readonly reason: string };
}

export interface PlanInput {
  /** Comparable tickets in the order chosen. */
  readonly ordered: readonly Comparable[];
  readonly others: readonly Candidate[];
  readonly standing: ReadonlyMap<string, Standing>;
  /** Person-weeks a week, the median, less the interrupt allowance; 0 or less: no plan. */
  readonly capacity: number;
}

export interface Placement {
  readonly candidate: Candidate;
  readonly lane: Lane;
  /** Months from the plan's date. Absent without effort. */
  readonly start?: number;
  readonly end?: number;
  readonly latestStart?: number;
  /** Its latest start has passed, or will before its turn. */
  readonly tooLate: boolean;
  readonly insideHorizon: boolean;
  /** Money a week that waiting costs at the planned time; absent where worth is unknown. */
  readonly costOfDelay?: number;
  readonly why: readonly PlacementReason[];
}

export type PlacementReason =
  | { readonly because: 'must' } | { readonly because: 'order' } | { readonly because: 'placed'; readonly reason: string }
  | { readonly because: 'blocked-by'; readonly ids: readonly string[] } | { readonly because: 'undecided-conflict' }
  /** Its season or deadline has passed by its planned end. */
  | { readonly because: 'over-by-then' }
  | { readonly because: 'not-placed' } | { readonly because: 'no-effort' };

/** Whether it earns nothing because its season or deadline has passed by month `t`; being behind the horizon is another matter. */
export function isOverBy({ time }: Comparable, t: number): boolean {
  return timesEarned(time, t, Number.POSITIVE_INFINITY) === 0;
}

/** Ids of what is worth nothing by the time it is built. */
export function overByThen(plan: readonly Placement[]): ReadonlySet<string> {
  return new Set(plan.filter(({ why }) => why.some(({ because }) => because === 'over-by-then')).map(({ candidate }) => candidate.id));
}

/** Whether people placed it: places count the others. */
export function isByHand({ why }: Placement): boolean {
  return why.some(({ because }) => because === 'placed');
}

/** Latest start in months: needed by, less the 80th percentile of its effort at this capacity (person-weeks a week). */
export function latestStart(candidate: Candidate, capacity: number): number | undefined {
  if (candidate.neededBy === undefined || candidate.effort === undefined || capacity <= 0) return undefined;
  return candidate.neededBy - percentileOf(candidate.effort, 0.8) / capacity / WEEKS_A_MONTH;
}

/** Money a week lost by delivering a week later than `t` (months). */
export function costOfDelay({ amount, time }: Comparable, t: number): number {
  return amount.mean * (timesEarned(time, t) - timesEarned(time, t + 1 / WEEKS_A_MONTH));
}

/** Fills the lanes. Order of input does not matter except `ordered`. */
export function planLanes(input: PlanInput): Placement[] {
  const { ordered, others, standing, capacity } = input;
  const isMust = (candidate: Candidate) => standing.get(candidate.id)?.must === true;
  const musts = [...ordered, ...others].filter(isMust).sort((a, b) =>
    (latestStart(a, capacity) ?? Infinity) - (latestStart(b, capacity) ?? Infinity) || compareTicketKeys(a.key, b.key));
  const isPlaced = ({ id }: Candidate) => standing.get(id)?.placedAt !== undefined;
  const rest: Candidate[] = respectBlocking(ordered.filter((candidate) => !isMust(candidate) && !isPlaced(candidate)), standing);
  const loose = others.filter((candidate) => !isMust(candidate));
  // The order is what the estimates say; people overrule it.
  const placed = [...ordered.filter((candidate) => !isMust(candidate)), ...loose].filter(isPlaced)
    .sort((a, b) => (standing.get(a.id)?.placedAt?.place ?? 0) - (standing.get(b.id)?.placedAt?.place ?? 0));
  for (const [shift, candidate] of placed.entries()) rest.splice((standing.get(candidate.id)?.placedAt?.place ?? 0) + shift, 0, candidate);
  const queue = [...dedupe(musts), ...rest];
  const clock = { weeks: 0 };
  const queued = queue.map((candidate) => place(candidate, clock, input));
  const unplaced = loose.filter((candidate) => !isPlaced(candidate))
    .sort((a, b) => compareTicketKeys(a.key, b.key))
    .map((candidate): Placement => ({ candidate, lane: 'not-comparable', tooLate: false, insideHorizon: false, why: [{ because: 'not-placed' }] }));
  return [...queued, ...unplaced];
}

function place(candidate: Candidate, clock: { weeks: number }, { standing, capacity }: PlanInput): Placement {
  const about = standing.get(candidate.id);
  const lane: Lane = about?.must === true ? 'must' : candidate.kind === 'comparable' ? 'ordered' : 'not-comparable';
  const why = reasons(candidate, about, lane);
  if (candidate.effort === undefined || capacity <= 0) return { candidate, lane, tooLate: false, insideHorizon: false, why };
  const start = clock.weeks / WEEKS_A_MONTH;
  clock.weeks += candidate.effort.mean / capacity;
  const end = clock.weeks / WEEKS_A_MONTH;
  const latest = latestStart(candidate, capacity);
  return {
    candidate, lane, start, end, why: candidate.kind === 'comparable' && isOverBy(candidate, end) ? [...why, { because: 'over-by-then' }] : why,
    insideHorizon: end <= HORIZON_MONTHS,
    tooLate: latest !== undefined && start > latest,
    ...(latest === undefined ? {} : { latestStart: latest }),
    ...(candidate.kind === 'comparable' ? { costOfDelay: costOfDelay(candidate, end) } : {}),
  };
}

function reasons(candidate: Candidate, about: Standing | undefined, lane: Lane): PlacementReason[] {
  const why: PlacementReason[] = lane === 'must' ? [{ because: 'must' }]
    : about?.placedAt !== undefined ? [{ because: 'placed', reason: about.placedAt.reason }] : [{ because: 'order' }];
  if ((about?.blockedBy?.length ?? 0) > 0) why.push({ because: 'blocked-by', ids: about?.blockedBy ?? [] });
  if (about?.undecidedConflict === true) why.push({ because: 'undecided-conflict' });
  if (candidate.effort === undefined) why.push({ because: 'no-effort' });
  return why;
}

/** A blocked ticket comes after what blocks it; a circle of blocks keeps the order it was given. */
function respectBlocking(ordered: readonly Candidate[], standing: ReadonlyMap<string, Standing>): Candidate[] {
  const byId = new Map(ordered.map((candidate) => [candidate.id, candidate]));
  const done = new Set<string>();
  const open = new Set<string>();
  const result: Candidate[] = [];
  const visit = (candidate: Candidate): void => {
    if (done.has(candidate.id) || open.has(candidate.id)) return;
    open.add(candidate.id);
    for (const id of standing.get(candidate.id)?.blockedBy ?? []) {
      const blocker = byId.get(id);
      if (blocker !== undefined) visit(blocker);
    }
    open.delete(candidate.id);
    done.add(candidate.id);
    result.push(candidate);
  };
  for (const candidate of ordered) visit(candidate);
  return result;
}

function dedupe(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()];
}
