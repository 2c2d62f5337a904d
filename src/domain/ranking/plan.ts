/** The plan: four lanes, filled in order, each placement saying why. A queue, one ticket at a time. Rules: RK39 to RK45, RK95, RK102, RK104. */

import { rangeOf } from './estimate';
import type { Range } from '../context/product-context';
import type { Candidate, Comparable } from './candidate';
import { latestStart } from './latest-start';
import { queueUp } from './plan-queue';
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
  /** Somebody works on it: when it starts in the plan is no news about whether it is late. */
  readonly started?: boolean;
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
  /** Today, in months from the plan's date: what has not been started by then starts later. */
  readonly now?: number;
}

export interface Placement {
  readonly candidate: Candidate;
  readonly lane: Lane;
  /** Months from the plan's date. Absent without effort. */
  readonly start?: number;
  readonly end?: number;
  /** Its start, or today where its turn has passed and nobody has started it. */
  readonly soonest?: number;
  readonly latestStart?: number;
  /** Its latest start has passed, or will before its turn. */
  readonly tooLate: boolean;
  readonly insideHorizon: boolean;
  /** Money a week that waiting costs at the planned time; absent where worth is unknown. */
  readonly costOfDelay?: number;
  /** The same as the range that holds 90 % of it. */
  readonly costOfDelayRange?: Range;
  readonly why: readonly PlacementReason[];
}

export type PlacementReason =
  | { readonly because: 'must' } | { readonly because: 'order' } | { readonly because: 'placed'; readonly reason: string }
  /** Before these musts, which wait for it. */
  | { readonly because: 'blocks'; readonly ids: readonly string[] }
  /** After these; before these, which wait for it in turn; and these do not stand in the plan. */
  | { readonly because: 'blocked-by' | 'blocked-in-circle' | 'blocked-outside'; readonly ids: readonly string[] }
  | { readonly because: 'undecided-conflict' }
  /** Its season or deadline has passed by its planned end. */
  | { readonly because: 'over-by-then' }
  | { readonly because: 'not-placed' } | { readonly because: 'no-effort' }
  | { readonly because: 'parts-without-effort'; readonly count: number };

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

/** Money a week lost by delivering a week later than `t` (months). */
export function costOfDelay(ticket: Comparable, t: number): number {
  return ticket.amount.mean * timesLost(ticket, t);
}

/** The range that holds 90 % of it: how much is earned a month is not known, when is. */
export function costOfDelayRange(ticket: Comparable, t: number): Range {
  const { low, high } = rangeOf(ticket.amount);
  const times = timesLost(ticket, t);
  return { low: low * times, high: high * times };
}

function timesLost({ time }: Comparable, t: number): number {
  return timesEarned(time, t) - timesEarned(time, t + 1 / WEEKS_A_MONTH);
}

/** Fills the lanes. Order of input does not matter except `ordered`. */
export function planLanes(input: PlanInput): Placement[] {
  const { queue, unplaced, pulled } = queueUp(input);
  const turns = new Map(queue.map(({ id }, at) => [id, at]));
  const clock = { weeks: 0 };
  return [
    ...queue.map((candidate) => place(candidate, clock, input, reasons(candidate, input.standing.get(candidate.id), { turns, pulled }))),
    ...unplaced.map((candidate): Placement => ({ candidate, lane: 'not-comparable', tooLate: false, insideHorizon: false, why: [{ because: 'not-placed' }] })),
  ];
}

function place(candidate: Candidate, clock: { weeks: number }, { standing, capacity, now = 0 }: PlanInput, why: readonly PlacementReason[]): Placement {
  const about = standing.get(candidate.id);
  const lane = laneOf(candidate, about);
  if (candidate.effort === undefined || capacity <= 0) return { candidate, lane, tooLate: false, insideHorizon: false, why };
  const start = clock.weeks / WEEKS_A_MONTH;
  clock.weeks += candidate.effort.mean / capacity;
  const end = clock.weeks / WEEKS_A_MONTH;
  const latest = latestStart(candidate, capacity);
  const soonest = about?.started === true ? start : Math.max(start, now);
  return {
    candidate, lane, start, soonest, end, why: candidate.kind === 'comparable' && isOverBy(candidate, end) ? [...why, { because: 'over-by-then' }] : why,
    insideHorizon: end <= HORIZON_MONTHS,
    tooLate: latest !== undefined && soonest > latest,
    ...(latest === undefined ? {} : { latestStart: latest }),
    ...(candidate.kind === 'comparable' ? { costOfDelay: costOfDelay(candidate, end), costOfDelayRange: costOfDelayRange(candidate, end) } : {}),
  };
}

function laneOf(candidate: Candidate, about: Standing | undefined): Lane {
  if (about?.must === true) return 'must';
  return candidate.kind === 'comparable' ? 'ordered' : 'not-comparable';
}

interface Turns {
  readonly turns: ReadonlyMap<string, number>;
  readonly pulled: ReadonlyMap<string, readonly string[]>;
}

function reasons(candidate: Candidate, about: Standing | undefined, { turns, pulled }: Turns): PlacementReason[] {
  const turn = turns.get(candidate.id) ?? 0;
  const blockers = about?.blockedBy ?? [];
  const waiting = (pulled.get(candidate.id) ?? []).filter((id) => (turns.get(id) ?? 0) > turn);
  const because = (reason: 'blocked-by' | 'blocked-in-circle' | 'blocked-outside' | 'blocks', ids: readonly string[]): PlacementReason[] => (ids.length === 0 ? [] : [{ because: reason, ids }]);
  return [
    laneOf(candidate, about) === 'must' ? { because: 'must' } : about?.placedAt !== undefined ? { because: 'placed', reason: about.placedAt.reason } : { because: 'order' },
    ...because('blocks', waiting),
    ...because('blocked-by', blockers.filter((id) => (turns.get(id) ?? Infinity) < turn)),
    // The queue puts a blocker first wherever it can: behind stands only one that waits for this ticket in turn.
    ...because('blocked-in-circle', blockers.filter((id) => (turns.get(id) ?? -1) > turn)),
    ...because('blocked-outside', blockers.filter((id) => !turns.has(id))),
    ...(about?.undecidedConflict === true ? [{ because: 'undecided-conflict' } as const] : []),
    ...(candidate.effort === undefined ? [{ because: 'no-effort' } as const] : []),
    ...(candidate.effort !== undefined && candidate.parts !== undefined && candidate.parts.unknown > 0 ? [{ because: 'parts-without-effort', count: candidate.parts.unknown } as const] : []),
  ];
}
