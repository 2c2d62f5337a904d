/** Where conditions meet: sets of them that share a point. */

import type { Condition } from '../context/product-context';
import { period } from './period';

/** More common points than this are not looked at; the checker then says so in a note. */
const MOST_POINTS = 2_000;

/** Conditions by index, one bit each: sets of hundreds are compared thousands of times. */
export type Members = Uint32Array;

/** Whether the condition is in the set. */
export function has(members: Members, at: number): boolean {
  return (((members[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/**
 * Sets of conditions that share a point, maximal ones only; undefined beyond the bound. Dimension by dimension: values under which
 * the same conditions apply are one class, so 50 values in a list cost as much as one.
 */
export function commonPoints(conditions: readonly Condition[]): readonly Members[] | undefined {
  const dimensions = [...new Set(conditions.flatMap((condition) => Object.keys(condition)))].sort();
  let points: readonly Members[] | undefined;
  for (const name of dimensions) {
    const classes = maximal(classesOf(conditions, name));
    if (classes === undefined || (points?.length ?? 1) * classes.length > MOST_POINTS * 4) return undefined;
    const found = points === undefined ? classes : maximal(points.flatMap((point) => classes.map((one) => point.map((bits, at) => bits & (one[at] ?? 0)))));
    if (found === undefined) return undefined;
    points = found;
  }
  return points ?? [membersOf(conditions.keys(), conditions.length)];
}

function membersOf(indexes: Iterable<number>, size: number): Members {
  const members = new Uint32Array((size + 31) >> 5);
  for (const at of indexes) members[at >> 5] = (members[at >> 5] ?? 0) | (1 << (at & 31));
  return members;
}

function classesOf(conditions: readonly Condition[], name: string): readonly Members[] {
  const anywhere: number[] = [];
  const byValue = new Map<string, number[]>();
  const listed = conditions.map((condition) => (Object.hasOwn(condition, name) ? condition[name] : undefined));
  const segments = segmentsOf(listed.flatMap((values) => values ?? []));
  for (const [at, values] of listed.entries()) {
    if (values === undefined) anywhere.push(at);
    else for (const value of values.flatMap(segments)) {
      const known = byValue.get(value);
      if (known === undefined) byValue.set(value, [at]);
      else known.push(at);
    }
  }
  const classes = byValue.size === 0 ? [[]] : [...byValue.values()];
  return classes.map((members) => membersOf([...members, ...anywhere], conditions.length));
}

/** Cuts periods at each other's ends, so that two that overlap list a part in common. */
function segmentsOf(values: readonly string[]): (value: string) => readonly string[] {
  const starts = [...new Set(values.flatMap((value) => {
    const days = period(value);
    // `~` sorts after every digit: the moment after the last day.
    return days === undefined ? [] : [days.from, `${days.until}~`];
  }))].sort();
  if (starts.length === 0) return (value) => [value];
  return (value) => {
    const days = period(value);
    if (days === undefined) return [value];
    return starts.filter((start) => start >= days.from && start < `${days.until}~`);
  };
}

/** Without empty sets, repetitions and sets contained in others; undefined beyond the bound. */
function maximal(sets: readonly Members[]): readonly Members[] | undefined {
  const kept: Members[] = [];
  const largestFirst = sets.map((set) => ({ set, size: sizeOf(set) })).sort((a, b) => b.size - a.size);
  for (const { set, size } of largestFirst) {
    if (size > 0 && !kept.some((other) => contains(other, set))) kept.push(set);
    if (kept.length > MOST_POINTS) return undefined;
  }
  return kept;
}

function sizeOf(members: Members): number {
  let size = 0;
  for (const word of members) for (let bits = word; bits !== 0; bits &= bits - 1) size++;
  return size;
}

function contains(outer: Members, inner: Members): boolean {
  for (let at = 0; at < inner.length; at++) if (((inner[at] ?? 0) & ~(outer[at] ?? 0)) !== 0) return false;
  return true;
}
