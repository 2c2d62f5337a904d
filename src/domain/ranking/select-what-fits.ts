/** Which tickets fit when the best go first: a weighted selection, linear on average where sorting is not. Rule: RK37. */

let scratch = new Uint32Array(0);

/** From one draw to the next the ratio at the cut moves little: what lies within this factor of it is looked at closely. */
const NEAR = 1.25;

/**
 * Counts, in `counts`, the tickets among the best that fit: highest ratio first while the sizes so far stay within
 * `capacity`; the first that does not fit ends it. `ratios` and `sizes` are parallel and not changed. Returns the ratio of that
 * first one, undefined when all fit; handed in as `near` for a similar draw, it spares most of the work and changes nothing else.
 */
export function selectWhatFits(ratios: Float64Array, sizes: Float64Array, capacity: number, counts: Uint32Array, near?: number): number | undefined {
  const count = ratios.length;
  if (scratch.length < count) scratch = new Uint32Array(count);
  if (near === undefined || !(near > 0)) return selectFrom(gather(ratios, -Infinity, Infinity), ratios, sizes, { room: capacity }, counts);
  const [upper, lower] = [near * NEAR, near / NEAR];
  const space = { room: capacity };
  let better = 0;
  for (let at = 0; at < count; at++) if ((ratios[at] ?? 0) > upper) better += sizes[at] ?? 0;
  if (better > capacity) return selectFrom(gather(ratios, upper, Infinity), ratios, sizes, space, counts);
  for (let at = 0; at < count; at++) if ((ratios[at] ?? 0) > upper) countOne(counts, at);
  space.room -= better;
  return selectFrom(gather(ratios, lower, upper), ratios, sizes, space, counts)
    ?? selectFrom(gather(ratios, -Infinity, lower), ratios, sizes, space, counts);
}

/** Places of the tickets whose ratio is above `over` and at most `upTo`, in the scratch list; returns how many. */
function gather(ratios: Float64Array, over: number, upTo: number): number {
  let found = 0;
  for (let at = 0; at < ratios.length; at++) {
    const ratio = ratios[at] ?? 0;
    if (ratio <= upTo && (ratio > over || over === -Infinity)) scratch[found++] = at;
  }
  return found;
}

/** The selection among the first `count` of the scratch list, all of them worse than what took its room before. */
function selectFrom(count: number, ratios: Float64Array, sizes: Float64Array, space: { room: number }, counts: Uint32Array): number | undefined {
  const order = scratch;
  let left = 0;
  let right = count - 1;
  while (left <= right) {
    // Hoare's boundary is below `right` wherever two or more are left, so that both parts shrink.
    const boundary = left === right ? left : partition(order, ratios, left, right);
    let load = 0;
    for (let at = left; at <= boundary; at++) load += sizes[order[at] ?? 0] ?? 0;
    if (load <= space.room) {
      for (let at = left; at <= boundary; at++) countOne(counts, order[at] ?? 0);
      space.room -= load;
      left = boundary + 1;
    } else {
      if (boundary === left) return ratios[order[left] ?? 0];
      right = boundary;
    }
  }
  return undefined;
}

function countOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Hoare's partition by ratio, highest first; returns the last place of the better part. */
function partition(order: Uint32Array, ratios: Float64Array, from: number, to: number): number {
  const pivot = ratios[order[(from + to) >> 1] ?? 0] ?? 0;
  let i = from - 1;
  let j = to + 1;
  for (;;) {
    do i++; while ((ratios[order[i] ?? 0] ?? 0) > pivot);
    do j--; while ((ratios[order[j] ?? 0] ?? 0) < pivot);
    if (i >= j) return j;
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}
