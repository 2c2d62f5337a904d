/**
 * Seeded draws: a ticket's own numbers depend on its id and the quantity alone, so that adding or filtering a ticket moves
 * nobody else's. Rules: RK20 to RK22.
 */

import type { LogNormal, Normal } from './estimate';

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

/** A stream of standard normals that continues where it stopped. */
export class NormalStream {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;
  private spare: number | undefined;

  constructor(seed: string) {
    // FNV-1a gives the words that sfc32 starts from; and a few rounds warm it up, as its author advises.
    this.a = fnv1a(`${seed}#a`);
    this.b = fnv1a(`${seed}#b`);
    this.c = fnv1a(`${seed}#c`);
    this.fill(new Float64Array(12));
    this.spare = undefined;
  }

  /**
   * Fills `into` with standard normals: C. Doty-Humphrey's sfc32, which passes PractRand, through Marsaglia's polar method. One
   * loop over local variables: this runs twenty million times for a thousand tickets.
   */
  fill(into: Float64Array): void {
    let { a, b, c, d } = this;
    let from = 0;
    if (this.spare !== undefined && into.length > 0) {
      into[0] = this.spare;
      this.spare = undefined;
      from = 1;
    }
    for (let at = from; at < into.length; at += 2) {
      let x: number;
      let y: number;
      let r: number;
      do {
        let sum = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + sum) | 0;
        x = sum / HALF;
        sum = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + sum) | 0;
        y = sum / HALF;
        r = x * x + y * y;
      } while (r >= 1 || r === 0);
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      into[at] = x * scale;
      if (at + 1 < into.length) into[at + 1] = y * scale;
      else this.spare = y * scale;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}

/** Signed 32-bit integers over this lie in [-1, 1). */
const HALF = 2_147_483_648;

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

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV's last step spreads poorly: one round of murmur3's finaliser.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
