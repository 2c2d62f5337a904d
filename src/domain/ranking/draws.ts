/**
 * Seeded draws: a ticket's own numbers depend on its id and the quantity alone, so that adding or filtering a ticket moves
 * nobody else's. Rules: RK20 to RK22.
 */

import type { LogNormal, Normal } from './estimate';

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
    // FNV-1a gives the words that sfc32 starts from; 12 warm-up rounds as its author advises.
    this.a = fnv1a(`${seed}#a`);
    this.b = fnv1a(`${seed}#b`);
    this.c = fnv1a(`${seed}#c`);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** Fills `into` with standard normals (Marsaglia's polar method). */
  fill(into: Float64Array): void {
    for (let at = 0; at < into.length; at++) into[at] = this.normal();
  }

  private normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    let x: number;
    let y: number;
    let r: number;
    do {
      x = this.next() * 2 - 1;
      y = this.next() * 2 - 1;
      r = x * x + y * y;
    } while (r >= 1 || r === 0);
    const scale = Math.sqrt((-2 * Math.log(r)) / r);
    this.spare = y * scale;
    return x * scale;
  }

  /** Uniform in [0, 1): C. Doty-Humphrey's sfc32, which passes PractRand. */
  private next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }
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
    for (let at = 0; at < into.length; at++) {
      const x = centre + spread * (groupShare * (shared[at] ?? 0) + ownShare * (into[at] ?? 0));
      into[at] = isLog ? Math.exp(x) : x;
    }
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
