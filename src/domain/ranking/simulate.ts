/** Sums, capacity, fit and chances to be above the cut line, by seeded draws. Rules: RK32 to RK38, RK92, RK97 to RK99, RK170, RK182. */

import { countTickets, type Candidate, type Comparable } from './candidate';
import { DRAWS } from './chance-to-win';
import { EFFORT_GROUP, effortDraws, fillSum, worthGroup, worthSeed } from './draw-ticket';
import { EstimateDraws, groupStream } from './draws';
import { NormalStream } from './normal-stream';
import { plainEstimate } from './estimate';
import { zOf } from './normal';
import type { Range } from '../context/product-context';
import { selectWhatFits } from './select-what-fits';

/** Draws are made in blocks, so that many tickets need megabytes, not hundreds of them. */
const MOST_A_BLOCK = 250;
const LEAST_A_BLOCK = 20;
const NUMBERS_A_BLOCK = 500_000;
/** Above this share of tickets without effort no chance of fitting is shown. */
export const MOST_WITHOUT_EFFORT = 0.1;

export interface Percentiles {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Of each: half of the 95 % range in which it lies, because so many draws were made and no more. Says nothing about the estimates. */
  readonly error: { readonly p5: number; readonly p50: number; readonly p95: number };
}

export interface Simulation {
  /** Person-weeks asked for, as far as they are known. */
  readonly effort: Percentiles;
  /** Demand in percent of capacity; absent without a capacity. */
  readonly demandPercent?: Percentiles;
  /** Person-weeks that the demand is over the capacity; below zero there is room. Absent without a capacity. */
  readonly gap?: Percentiles;
  /** Chance that everything fits, and its sampling error; absent without a capacity or with too many unknown efforts. */
  readonly allFits?: Chance;
  /** Per ticket id: chance to be among the best that fit; absent without a capacity. */
  readonly aboveCut: ReadonlyMap<string, Chance>;
  /** Worth a month of what is chosen, together; absent where nothing is, or without a capacity. */
  readonly chosen?: Percentiles;
  /** Tickets without an effort; parts of initiatives count one by one. */
  readonly withoutEffort: number;
  readonly counted: number;
}

export interface Chance {
  readonly p: number;
  /** 1.96 sqrt(p (1 - p) / draws); with an evenly drawn capacity it is a little less. */
  readonly samplingError: number;
}

export interface SimulationOptions {
  readonly draws?: number;
  /** Capacity in person-weeks over the time planned, already less the interrupt allowance; absent if not set. */
  readonly capacity?: Range;
  /** Ids of tickets that take capacity before all others, such as musts; no chance is drawn for them. */
  readonly first?: ReadonlySet<string>;
  /** Ids of tickets that people placed behind the cut: they compete for no room, and no chance is drawn for them. */
  readonly behind?: ReadonlySet<string>;
  /** Ids of tickets whose worth is added up: those above the cut. */
  readonly chosen?: ReadonlySet<string>;
  /** Called after each block with the share done; return false to stop. */
  readonly onProgress?: (done: number) => boolean;
}

/** All draws of the demand. Returns undefined when `onProgress` asked to stop. */
export function simulateDemand(candidates: readonly Candidate[], options: SimulationOptions = {}): Simulation | undefined {
  const draws = options.draws ?? DRAWS;
  const run = new DemandRun(candidates, draws, options);
  const block = Math.ceil(Math.min(MOST_A_BLOCK, Math.max(LEAST_A_BLOCK, NUMBERS_A_BLOCK / Math.max(1, candidates.length))));
  for (let from = 0; from < draws; from += block) {
    run.block(from, Math.min(block, draws - from));
    if (options.onProgress?.(Math.min(1, (from + block) / draws)) === false) return undefined;
  }
  return run.result();
}

/** Share of draws with its error. */
export function chanceOf(hits: number, draws: number): Chance {
  const p = hits / draws;
  return { p, samplingError: 1.96 * Math.sqrt((p * (1 - p)) / draws) };
}

class DemandRun {
  private readonly withEffort: readonly Candidate[];
  private readonly efforts: readonly (readonly EstimateDraws[])[];
  /** Those whose chance is drawn come first, then others whose worth is added up. */
  private readonly comparable: readonly Comparable[];
  private readonly competing: number;
  private readonly worths: readonly EstimateDraws[];
  private readonly effortAt: readonly number[];
  private readonly sums: Float64Array;
  private readonly capacities: Float64Array | undefined;
  private readonly above: Uint32Array;
  private readonly chosenAt: readonly number[];
  private readonly chosenSums: Float64Array;
  private readonly effortGroup = groupStream('effort', EFFORT_GROUP);
  private readonly worthGroups: ReadonlyMap<string, NormalStream>;

  private readonly firstAt: readonly number[];
  /** Ratio at the cut in the draw before. */
  private cut: number | undefined;

  constructor(private readonly candidates: readonly Candidate[], private readonly draws: number, { capacity, first = new Set(), behind = new Set(), chosen = new Set() }: SimulationOptions) {
    this.withEffort = candidates.filter(({ effort }) => effort !== undefined);
    this.efforts = this.withEffort.map(effortDraws);
    const comparable = candidates.filter((candidate) => candidate.kind === 'comparable');
    const competing = comparable.filter(({ id }) => !first.has(id) && !behind.has(id));
    this.competing = competing.length;
    this.comparable = [...competing, ...comparable.filter(({ id }) => first.has(id) && chosen.has(id))];
    this.firstAt = this.withEffort.flatMap(({ id }, at) => (first.has(id) ? [at] : []));
    const place = new Map(this.withEffort.map(({ id }, at) => [id, at]));
    this.effortAt = competing.map(({ id }) => place.get(id) ?? 0);
    this.worths = this.comparable.map((ticket) => new EstimateDraws(ticket.worth, worthSeed(ticket)));
    this.worthGroups = new Map([...new Set(this.comparable.map(worthGroup))].map((group) => [group, groupStream('worth', group)]));
    this.chosenAt = this.comparable.flatMap(({ id }, at) => (chosen.has(id) ? [at] : []));
    this.chosenSums = new Float64Array(this.chosenAt.length === 0 ? 0 : draws);
    this.sums = new Float64Array(draws);
    this.capacities = capacity === undefined ? undefined : drawCapacity(capacity, draws);
    this.above = new Uint32Array(competing.length);
  }

  block(from: number, size: number): void {
    const effortShared = new Float64Array(size);
    this.effortGroup.fill(effortShared);
    const efforts = this.efforts.map((estimates) => fillSum(estimates, effortShared));
    for (const values of efforts) addTo(this.sums, from, values);
    if (this.capacities === undefined || this.comparable.length === 0) return;
    const shared = new Map([...this.worthGroups].map(([group, stream]) => {
      const values = new Float64Array(size);
      stream.fill(values);
      return [group, values];
    }));
    const worths = this.comparable.map((ticket, at) => filled(this.worths[at], shared.get(worthGroup(ticket)) ?? new Float64Array(size)));
    for (const chosen of this.chosenAt) addTo(this.chosenSums, from, worths[chosen]);
    this.countAbove(from, size, worths, efforts);
  }

  result(): Simulation {
    const counts = this.candidates.map(countTickets);
    const tickets = counts.reduce((sum, count) => sum + count.tickets, 0);
    const withoutEffort = counts.reduce((sum, count) => sum + count.withoutEffort, 0);
    const base = { effort: percentiles(this.sums), withoutEffort, counted: tickets - withoutEffort };
    if (this.capacities === undefined) return { ...base, aboveCut: new Map() };
    const capacities = this.capacities;
    const aboveCut = new Map(this.comparable.slice(0, this.competing).map((ticket, at) => [ticket.id, chanceOf(this.above[at] ?? 0, this.draws)]));
    const fits = this.sums.reduce((hits, sum, at) => hits + (sum <= (capacities[at] ?? 0) ? 1 : 0), 0);
    const tooMany = withoutEffort > MOST_WITHOUT_EFFORT * tickets;
    const hasCapacity = capacities.every((value) => value > 0);
    return {
      ...base, aboveCut, gap: percentiles(this.sums.map((sum, at) => sum - (capacities[at] ?? 0))),
      ...(hasCapacity ? { demandPercent: percentiles(this.sums.map((sum, at) => (100 * sum) / (capacities[at] ?? 1))) } : {}),
      ...(tooMany ? {} : { allFits: chanceOf(fits, this.draws) }), ...(this.chosenAt.length === 0 ? {} : { chosen: percentiles(this.chosenSums) }),
    };
  }

  /** Draw after draw lies together in memory, so that the selection of one draw reads one stretch. */
  private countAbove(from: number, size: number, worths: readonly Float64Array[], efforts: readonly Float64Array[]): void {
    const count = this.competing;
    const ratios = new Float64Array(count * size);
    const sizes = new Float64Array(count * size);
    for (let at = 0; at < count; at++) {
      const worth = worths[at];
      const effort = efforts[this.effortAt[at] ?? 0];
      for (let draw = 0; draw < size; draw++) {
        const needed = effort?.[draw] ?? 1;
        sizes[draw * count + at] = needed;
        ratios[draw * count + at] = (worth?.[draw] ?? 0) / needed;
      }
    }
    for (let draw = 0; draw < size; draw++) {
      const [start, end] = [draw * count, (draw + 1) * count];
      const taken = this.firstAt.reduce((sum, at) => sum + (efforts[at]?.[draw] ?? 0), 0);
      this.cut = selectWhatFits(ratios.subarray(start, end), sizes.subarray(start, end), (this.capacities?.[from + draw] ?? 0) - taken, this.above, this.cut);
    }
  }
}

function addTo(sums: Float64Array, from: number, values: Float64Array = new Float64Array(0)): void {
  for (let at = 0; at < values.length; at++) sums[from + at] = (sums[from + at] ?? 0) + (values[at] ?? 0);
}

function filled(estimate: EstimateDraws | undefined, shared: Float64Array): Float64Array {
  const values = new Float64Array(shared.length);
  estimate?.fill(values, shared);
  return values;
}

/**
 * Capacity is log-normal and not widened; constant if its ends are equal; 0 stays 0. One quantity that moves every figure of the page
 * is drawn evenly: each of as many equal parts of its distribution once, in the order of a seeded stream, so that no seed is lucky.
 */
function drawCapacity(capacity: Range, draws: number): Float64Array {
  const values = new Float64Array(draws);
  if (capacity.low <= 0 || capacity.low === capacity.high) return values.fill(Math.max(0, capacity.low));
  const estimate = plainEstimate(capacity);
  new NormalStream('capacity').fill(values);
  const ranks = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  for (const [rank, at] of ranks.entries()) values[at] = Math.exp(estimate.mu + estimate.s * zOf((rank + 0.5) / draws));
  return values;
}

/**
 * 5th, 50th and 95th percentile, each with its own sampling error: how many draws fall below a percentile is binomial, so the
 * values at the two ends of that count's 95 % range enclose it (order statistics); whatever the distribution is.
 */
export function percentiles(values: Float64Array): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  const at = (rank: number): number => sorted[Math.max(0, Math.min(last, Math.floor(rank)))] ?? 0;
  const pick = (p: number): number => at(p * sorted.length);
  const error = (p: number): number => {
    const reach = 1.96 * Math.sqrt(sorted.length * p * (1 - p));
    return (at(p * sorted.length + reach) - at(p * sorted.length - reach)) / 2;
  };
  return { p5: pick(0.05), p50: pick(0.5), p95: pick(0.95), error: { p5: error(0.05), p50: error(0.5), p95: error(0.95) } };
}
