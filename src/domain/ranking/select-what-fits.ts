/** Which tickets fit when the best go first: a weighted selection, linear on average where sorting is not. Rule: RK37. */

let scratch = new Uint32Array(0);

/**
 * Counts, in `counts`, the tickets among the best that fit: highest ratio first while the sizes so far stay within
 * `capacity`; the first that does not fit ends it. `ratios` and `sizes` are parallel and not changed.
 */
export function selectWhatFits(ratios: Float64Array, sizes: Float64Array, capacity: number, counts: Uint32Array): void {
  const count = ratios.length;
  if (scratch.length < count) scratch = new Uint32Array(count);
  const order = scratch;
  for (let at = 0; at < count; at++) order[at] = at;
  let left = 0;
  let right = count - 1;
  let room = capacity;
  while (left <= right) {
    // Hoare's boundary is below `right` wherever two or more are left, so that both parts shrink.
    const boundary = left === right ? left : partition(order, ratios, left, right);
    let load = 0;
    for (let at = left; at <= boundary; at++) load += sizes[order[at] ?? 0] ?? 0;
    if (load <= room) {
      for (let at = left; at <= boundary; at++) countOne(counts, order[at] ?? 0);
      room -= load;
      left = boundary + 1;
    } else {
      if (boundary === left) return;
      right = boundary;
    }
  }
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
