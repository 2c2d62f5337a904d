/**
 * Seeded draws: a ticket's own numbers depend on its id and the quantity alone, so that adding or filtering a ticket moves
 * nobody else's. Rules: RK20 to RK22.
 */

import type { LogNormal, Normal } from './estimate';
import { NormalStream } from './normal-stream';

/** Correlation of the logarithms: worths of one team err together, as do all efforts of the infrastructure team. */
export const RHO_WORTH = 0.2;
export const RHO_EFFORT = 0.2;

export interface DrawSeed {
  readonly id: string;
  readonly quantity: 'worth' | 'effort' | 'capacity';
  /** Whose estimates err together: the consuming team for worth, `infrastructure` for effort. */
  readonly group: string;
  /** Correlation within the group, 0..1. */
  readonly rho: number;
}

/** Draws of one estimate, block by block: ln x = mu + s (sqrt(rho) G + sqrt(1 - rho) e), G shared by the group. */
export class EstimateDraws {
  private readonly own: NormalStream;
  private readonly ownShare: number;
  private readonly groupShare: number;

  constructor(private readonly estimate: LogNormal | Normal, seed: DrawSeed) {
    this.own = new NormalStream(`${seed.id}/${seed.quantity}`);
    this.ownShare = Math.sqrt(1 - seed.rho);
    this.groupShare = Math.sqrt(seed.rho);
  }

  /** Fills `into`; `shared` holds the group's standard normals of the same draws. */
  fill(into: Float64Array, shared: Float64Array): void {
    const { estimate, ownShare, groupShare } = this;
    this.own.fill(into);
    const isLog = estimate.kind === 'log-normal';
    const centre = isLog ? estimate.mu : estimate.mean;
    const spread = isLog ? estimate.s : estimate.sd;
    const [ofGroup, ofOwn] = [spread * groupShare, spread * ownShare];
    for (let at = 0; at < into.length; at++) into[at] = centre + ofGroup * (shared[at] ?? 0) + ofOwn * (into[at] ?? 0);
    if (isLog) for (let at = 0; at < into.length; at++) into[at] = Math.exp(into[at] ?? 0);
  }
}

/** The stream that a group's estimates share. */
export function groupStream(quantity: DrawSeed['quantity'], group: string): NormalStream {
  return new NormalStream(`group/${quantity}/${group}`);
}

/** All draws of one estimate at once. */
export function drawValues(estimate: LogNormal | Normal, seed: DrawSeed, count: number): Float64Array {
  const shared = new Float64Array(count);
  groupStream(seed.quantity, seed.group).fill(shared);
  const values = new Float64Array(count);
  new EstimateDraws(estimate, seed).fill(values, shared);
  return values;
}
