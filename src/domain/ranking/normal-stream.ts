/**
 * Standard normals from a seed: C. Doty-Humphrey's sfc32, which passes PractRand, through G. Marsaglia's and W. W. Tsang's ziggurat (2000)
 * as J. Doornik mended it (2005): the layer and the place in it come from different bits. Rule: RK190.
 */

/** Layers of equal area under the density; the lowest one has the tail. */
const LAYERS = 128;
/** Where the tail begins, and the area of a layer, for 128 of them (Marsaglia and Tsang, 2000). */
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;
/** Places in a layer: a word's upper 25 bits, with their sign. */
const PLACES = 2 ** 24;
const WORDS = 2 ** 32;

/** Right ends of the layers, from the widest; the last one ends at zero. */
const ENDS = layerEnds();
/** Per layer: what a place is worth, and the places below which a point lies under the density for certain. */
const WIDTHS = Float64Array.from({ length: LAYERS }, (_, layer) => endOf(layer) / PLACES);
const CERTAIN = Int32Array.from({ length: LAYERS }, (_, layer) => Math.floor((endOf(layer + 1) / endOf(layer)) * PLACES));

/** A stream of standard normals that continues where it stopped. */
export class NormalStream {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: string) {
    // FNV-1a gives the words that sfc32 starts from; and a few rounds warm it up, as its author advises.
    this.a = fnv1a(`${seed}#a`);
    this.b = fnv1a(`${seed}#b`);
    this.c = fnv1a(`${seed}#c`);
    this.fill(new Float64Array(12));
  }

  /** Fills `into` with standard normals. One loop over local variables: this runs twenty million times for a thousand tickets. */
  fill(into: Float64Array): void {
    let { a, b, c, d } = this;
    for (let at = 0; at < into.length; at++) {
      const word = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const layer = word & (LAYERS - 1);
      const place = word >> 7;
      if (Math.abs(place) < (CERTAIN[layer] ?? 0)) {
        into[at] = place * (WIDTHS[layer] ?? 0);
        continue;
      }
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
      const value = this.fromEdge(layer, place * (WIDTHS[layer] ?? 0));
      ({ a, b, c, d } = this);
      if (value === undefined) at--;
      else into[at] = value;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** One draw in eighty: in the tail, or where a layer sticks out over the density, and then it may count for nothing. */
  private fromEdge(layer: number, x: number): number | undefined {
    if (layer === 0) return x < 0 ? -this.fromTail() : this.fromTail();
    const upper = Math.exp(-(endOf(layer) ** 2 - x * x) / 2);
    const lower = Math.exp(-(endOf(layer + 1) ** 2 - x * x) / 2);
    return upper + this.share() * (lower - upper) < 1 ? x : undefined;
  }

  private fromTail(): number {
    for (;;) {
      const x = -Math.log(this.share()) / TAIL;
      if (-2 * Math.log(this.share()) >= x * x) return TAIL + x;
    }
  }

  /** Evenly in (0, 1). */
  private share(): number {
    const word = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0;
    return ((word >>> 0) + 0.5) / WORDS;
  }
}

function layerEnds(): Float64Array {
  const density = (x: number): number => Math.exp((-x * x) / 2);
  const ends = new Float64Array(LAYERS + 1);
  ends[0] = AREA / density(TAIL);
  let end = TAIL;
  for (let layer = 1; layer < LAYERS; layer++) {
    ends[layer] = end;
    end = Math.sqrt(-2 * Math.log(AREA / end + density(end)));
  }
  return ends;
}

function endOf(layer: number): number {
  return ENDS[layer] ?? 0;
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
