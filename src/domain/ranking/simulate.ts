/** Sums, capacity, fit and chances to be above the cut line, by seeded draws. Rules: RK32 to RK38. */

import type { Candidate, Comparable } from './candidate';
import { DRAWS, RHO_EFFORT, RHO_WORTH } from './chance-to-win';
import { EstimateDraws, groupStream, NormalStream } from './draws';
import { plainEstimate, type LogNormal } from './estimate';
import type { Range } from '../context/product-context';
import { selectWhatFits } from './select-what-fits';

/** Draws are made in blocks, so that many tickets need megabytes, not hundreds of them; even, because normals come in pairs. */
const MOST_A_BLOCK = 250;
const LEAST_A_BLOCK = 20;
const NUMBERS_A_BLOCK = 500_000;
/** Above this share of tickets without effort no chance of fitting is shown. */
export const MOST_WITHOUT_EFFORT = 0.1;

export interface Percentiles {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** 1.96 standard errors of the mean: the error of the arithmetic, not of the estimates. */
  readonly samplingError: number;
}

export interface Simulation {
  /** Person-weeks asked for. */
  readonly effort: Percentiles;
  /** Demand in percent of capacity; absent without a capacity. */
  readonly demandPercent?: Percentiles;
  /** Chance that everything fits, and its sampling error; absent without a capacity or with too many unknown efforts. */
  readonly allFits?: Chance;
  /** Per ticket id: chance to be among the best that fit; absent without a capacity. */
  readonly aboveCut: ReadonlyMap<string, Chance>;
  readonly withoutEffort: number;
  readonly counted: number;
}

export interface Chance {
  readonly p: number;
  /** 1.96 sqrt(p (1 - p) / draws). */
  readonly samplingError: number;
}

export interface SimulationOptions {
  readonly draws?: number;
  /** Capacity in person-weeks over the time planned, already less the interrupt allowance; absent if not set. */
  readonly capacity?: Range;
  /** Ids of tickets that take capacity before all others, such as musts; they are not among those that are chosen. */
  readonly first?: ReadonlySet<string>;
  /** Called after each block with the share done; return false to stop. */
  readonly onProgress?: (done: number) => boolean;
}

/** All draws of the demand. Returns undefined when `onProgress` asked to stop. */
export function simulateDemand(candidates: readonly Candidate[], options: SimulationOptions = {}): Simulation | undefined {
  const draws = options.draws ?? DRAWS;
  const run = new DemandRun(candidates, draws, options.capacity, options.first ?? new Set());
  const block = 2 * Math.ceil(Math.min(MOST_A_BLOCK, Math.max(LEAST_A_BLOCK, NUMBERS_A_BLOCK / Math.max(1, candidates.length))) / 2);
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
  private readonly withEffort: readonly { readonly candidate: Candidate; readonly effort: LogNormal }[];
  private readonly efforts: readonly EstimateDraws[];
  private readonly comparable: readonly Comparable[];
  private readonly worths: readonly EstimateDraws[];
  private readonly effortAt: readonly number[];
  private readonly sums: Float64Array;
  private readonly capacities: Float64Array | undefined;
  private readonly above: Uint32Array;
  private readonly effortGroup = groupStream('effort', 'infrastructure');
  private readonly worthGroups: ReadonlyMap<string, NormalStream>;

  private readonly firstAt: readonly number[];
  /** Ratio at the cut in the draw before. */
  private cut: number | undefined;

  constructor(private readonly candidates: readonly Candidate[], private readonly draws: number, capacity: Range | undefined, first: ReadonlySet<string>) {
    this.withEffort = candidates.flatMap((candidate) => (candidate.effort === undefined ? [] : [{ candidate, effort: candidate.effort }]));
    this.efforts = this.withEffort.map(({ candidate, effort }) =>
      new EstimateDraws(effort, { id: candidate.id, quantity: 'effort', group: 'infrastructure', rho: RHO_EFFORT }));
    this.comparable = candidates.flatMap((candidate) => (candidate.kind === 'comparable' && !first.has(candidate.id) ? [candidate] : []));
    this.firstAt = this.withEffort.flatMap(({ candidate }, at) => (first.has(candidate.id) ? [at] : []));
    const place = new Map(this.withEffort.map(({ candidate }, at) => [candidate.id, at]));
    this.effortAt = this.comparable.map((ticket) => place.get(ticket.id) ?? 0);
    this.worths = this.comparable.map((ticket) =>
      new EstimateDraws(ticket.worth, { id: ticket.id, quantity: 'worth', group: ticket.team, rho: RHO_WORTH }));
    this.worthGroups = new Map([...new Set(this.comparable.map(({ team }) => team))].map((team) => [team, groupStream('worth', team)]));
    this.sums = new Float64Array(draws);
    this.capacities = capacity === undefined ? undefined : drawCapacity(capacity, draws);
    this.above = new Uint32Array(this.comparable.length);
  }

  block(from: number, size: number): void {
    const effortShared = new Float64Array(size);
    this.effortGroup.fill(effortShared);
    const efforts = this.efforts.map((estimate) => filled(estimate, effortShared));
    for (const values of efforts) for (let at = 0; at < size; at++) this.sums[from + at] = (this.sums[from + at] ?? 0) + (values[at] ?? 0);
    if (this.capacities === undefined || this.comparable.length === 0) return;
    const shared = new Map([...this.worthGroups].map(([team, stream]) => {
      const values = new Float64Array(size);
      stream.fill(values);
      return [team, values];
    }));
    const worths = this.worths.map((estimate, at) => filled(estimate, shared.get(this.comparable[at]?.team ?? '') ?? new Float64Array(size)));
    this.countAbove(from, size, worths, efforts);
  }

  result(): Simulation {
    const withoutEffort = this.candidates.length - this.withEffort.length;
    const base = { effort: percentiles(this.sums), withoutEffort, counted: this.withEffort.length };
    if (this.capacities === undefined) return { ...base, aboveCut: new Map() };
    const capacities = this.capacities;
    const aboveCut = new Map(this.comparable.map((ticket, at) => [ticket.id, chanceOf(this.above[at] ?? 0, this.draws)]));
    const fits = this.sums.reduce((hits, sum, at) => hits + (sum <= (capacities[at] ?? 0) ? 1 : 0), 0);
    const tooMany = withoutEffort > MOST_WITHOUT_EFFORT * this.candidates.length;
    const hasCapacity = capacities.every((value) => value > 0);
    return {
      ...base, aboveCut,
      ...(hasCapacity ? { demandPercent: percentiles(this.sums.map((sum, at) => (100 * sum) / (capacities[at] ?? 1))) } : {}),
      ...(tooMany ? {} : { allFits: chanceOf(fits, this.draws) }),
    };
  }

  /** Draw after draw lies together in memory, so that the selection of one draw reads one stretch. */
  private countAbove(from: number, size: number, worths: readonly Float64Array[], efforts: readonly Float64Array[]): void {
    const count = this.comparable.length;
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

function filled(estimate: EstimateDraws, shared: Float64Array): Float64Array {
  const values = new Float64Array(shared.length);
  estimate.fill(values, shared);
  return values;
}

/** Capacity is log-normal and not widened; constant if its ends are equal; 0 stays 0. */
function drawCapacity(capacity: Range, draws: number): Float64Array {
  const values = new Float64Array(draws);
  if (capacity.low <= 0 || capacity.low === capacity.high) return values.fill(Math.max(0, capacity.low));
  const estimate = plainEstimate(capacity);
  new NormalStream('capacity').fill(values);
  return values.map((z) => Math.exp(estimate.mu + estimate.s * z));
}

/** 5th, 50th and 95th percentile with the sampling error of the mean. */
export function percentiles(values: Float64Array): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const pick = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  return { p5: pick(0.05), p50: pick(0.5), p95: pick(0.95), samplingError: 1.96 * Math.sqrt(variance / Math.max(1, sorted.length)) };
}
