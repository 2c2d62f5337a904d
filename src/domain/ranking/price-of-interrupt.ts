/** What an interrupt displaces, in money and in promises. Rules: RK46 to RK49, RK72, RK77, RK104, RK111, RK112. */

import type { Candidate, Comparable } from './candidate';
import { DRAWS } from './chance-to-win';
import { drawAmounts } from './draw-ticket';
import type { Placement } from './plan';
import { percentiles, type Percentiles } from './simulate';
import { timesEarned, WEEKS_A_MONTH } from './worth-over-time';

export interface Interrupt {
  /** Person-weeks; an estimate is priced by its time box. */
  readonly effort: number;
  /** Place in the queue that it takes, from 0. */
  readonly place: number;
  /** The ticket itself, if it stands in the plan: it leaves its place, so what stood behind that does not slip. */
  readonly id?: string;
}

export interface InterruptPrice {
  /** Money lost over the horizon by everything behind it: median and 90 % range. */
  readonly lost: Percentiles;
  /** The same a week of interrupt. */
  readonly lostPerWeek: Percentiles;
  /** Must tickets that would miss their date; named first, before money. */
  readonly missedMusts: readonly Candidate[];
  /** Must tickets behind it without an effort: whether they would miss their date is not known. */
  readonly unknownMusts: readonly Candidate[];
  /** Behind it, without a comparable worth, with or without an effort: named, not counted. */
  readonly notCounted: readonly Candidate[];
  /** Months that everything behind it slips. */
  readonly slip: number;
}

/** Sum over what comes after of W(T) - W(T + e/c). `capacity` in person-weeks a week. */
export function priceOfInterrupt(plan: readonly Placement[], { effort, place, id }: Interrupt, capacity: number, draws: number = DRAWS): InterruptPrice | undefined {
  if (capacity <= 0 || effort <= 0) return undefined;
  const weeks = effort / capacity;
  const slip = weeks / WEEKS_A_MONTH;
  const behind = standsBehind(plan, place, id);
  const total = new Float64Array(draws);
  for (const { candidate, end } of behind) {
    if (candidate.kind === 'comparable' && end !== undefined) addLoss(total, candidate, end, slip);
  }
  return {
    lost: percentiles(total),
    lostPerWeek: percentiles(total.map((loss) => loss / weeks)),
    missedMusts: behind.filter((placement) => missesBecauseOf(placement, slip)).map(({ candidate }) => candidate),
    unknownMusts: behind.filter(isUnknownMust).map(({ candidate }) => candidate),
    notCounted: behind.filter((placement) => placement.candidate.kind === 'not-comparable' && !isUnknownMust(placement)).map(({ candidate }) => candidate),
    slip,
  };
}

/** Places count what takes time; what takes none, because nobody knows how much, stands behind where its turn is not before that place. */
function standsBehind(plan: readonly Placement[], place: number, id: string | undefined): Placement[] {
  const queue = plan.filter(isQueued);
  const own = queue.findIndex(({ candidate }) => candidate.id === id);
  let timed = 0;
  return queue.filter(({ end }, at) => {
    const turn = timed;
    if (end !== undefined) timed += 1;
    return turn >= place && (own === -1 || at < own);
  });
}

function isQueued({ why }: Placement): boolean {
  return !why.some(({ because }) => because === 'not-placed');
}

function isUnknownMust({ lane, candidate }: Placement): boolean {
  return lane === 'must' && candidate.effort === undefined;
}

function missesBecauseOf({ lane, soonest, latestStart, tooLate }: Placement, slip: number): boolean {
  return lane === 'must' && !tooLate && soonest !== undefined && latestStart !== undefined && soonest + slip > latestStart;
}

function addLoss(total: Float64Array, ticket: Comparable, end: number, slip: number): void {
  const times = timesEarned(ticket.time, end) - timesEarned(ticket.time, end + slip);
  if (times === 0) return;
  const amounts = drawAmounts(ticket, total.length);
  for (let at = 0; at < total.length; at++) total[at] = (total[at] ?? 0) + times * (amounts[at] ?? 0);
}

/** The price of a must is what it displaces: everything behind it, had it not been there. Without a place in time, undefined. */
export function priceOfMust(plan: readonly Placement[], id: string, capacity: number, draws: number = DRAWS): InterruptPrice | undefined {
  const queue = plan.filter(isQueued);
  const own = queue.findIndex(({ candidate }) => candidate.id === id);
  const effort = queue[own]?.candidate.effort?.mean;
  if (effort === undefined || capacity <= 0) return undefined;
  const slip = effort / capacity / WEEKS_A_MONTH;
  const without = queue.slice(own + 1).map((placement): Placement => {
    const { start, end, latestStart } = placement;
    if (start === undefined || end === undefined) return placement;
    return { ...placement, start: start - slip, soonest: start - slip, end: end - slip, tooLate: latestStart !== undefined && start - slip > latestStart };
  });
  return priceOfInterrupt(without, { effort, place: 0 }, capacity, draws);
}
