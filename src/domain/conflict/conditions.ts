/** Where claims apply, and where several apply together. */

import type { Condition } from '../context/product-context';
import type { Claim } from './claim';

const EVERYWHERE: Condition = {};
const PERIOD = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** More common points than this are not looked at; the checker then says so in a note. */
export const MOST_POINTS = 2_000;

/** A claim's condition without dimensions that list nothing; those mean everywhere. */
export function conditionOf(claim: Pick<Claim, 'when'>): Condition {
  const when = claim.when;
  if (when === undefined) return EVERYWHERE;
  let named = false;
  let empty = false;
  for (const name in when) {
    if (when[name]?.length === 0) empty = true;
    else named = true;
  }
  if (!named) return EVERYWHERE;
  if (!empty) return when;
  return Object.fromEntries(Object.entries(when).filter(([, values]) => values.length > 0));
}

/** One text per condition, independent of the order in which it was written. */
export function conditionKey(condition: Condition): string {
  const dimensions = Object.keys(condition);
  if (dimensions.length === 0) return '';
  return JSON.stringify(dimensions.sort().map((name) => [name, [...new Set(condition[name])].sort()]));
}

/** Where all of the conditions hold, or undefined where they never meet. */
export function intersectConditions(conditions: readonly Condition[]): Condition | undefined {
  const common: Record<string, readonly string[]> = {};
  for (const condition of conditions) {
    for (const [name, values] of Object.entries(condition)) {
      const before = Object.hasOwn(common, name) ? common[name] : undefined;
      const both = before === undefined ? [...new Set(values)] : commonValues(before, values);
      if (both.length === 0) return undefined;
      common[name] = both;
    }
  }
  return Object.fromEntries(Object.keys(common).sort().map((name) => [name, [...(common[name] ?? [])].sort()]));
}

/** Whether two conditions share a point. */
export function conditionsMeet(a: Condition, b: Condition): boolean {
  return Object.keys(a).every((name) => !Object.hasOwn(b, name) || commonValues(a[name] ?? [], b[name] ?? []).length > 0);
}

/** Values both list; periods (`2026-11-01/2026-12-31`) meet in the days they share. */
function commonValues(a: readonly string[], b: readonly string[]): string[] {
  const listed = new Set(b);
  const common = new Set(a.filter((value) => listed.has(value)));
  const periods = b.map(period).filter((found) => found !== undefined);
  if (periods.length === 0) return [...common];
  for (const value of a) {
    const mine = period(value);
    if (mine === undefined) continue;
    for (const theirs of periods) {
      const from = mine.from > theirs.from ? mine.from : theirs.from;
      const until = mine.until < theirs.until ? mine.until : theirs.until;
      if (from <= until) common.add(`${from}/${until}`);
    }
  }
  return [...common];
}

/** A value of a dimension that means days from..until, both included. */
export function period(value: string): { readonly from: string; readonly until: string } | undefined {
  const found = PERIOD.exec(value);
  return found?.[1] !== undefined && found[2] !== undefined ? { from: found[1], until: found[2] } : undefined;
}

/** Groups of claims that apply at one common point, none of them part of another; undefined beyond the bound. */
export function claimsByPoint<T extends Claim>(claims: readonly T[]): readonly (readonly T[])[] | undefined {
  const distinct = new Map<string, { condition: Condition; claims: T[] }>();
  for (const claim of claims) {
    const condition = conditionOf(claim);
    const key = conditionKey(condition);
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, { condition, claims: [claim] });
    else known.claims.push(claim);
  }
  const groups = [...distinct.values()];
  if (groups.length === 1) return [claims];
  const points = commonPoints(groups.map((group) => group.condition));
  return points?.map((point) => groups.filter((_, at) => point.has(at)).flatMap((group) => group.claims));
}

/**
 * Sets of conditions (by index) that share a point, maximal ones only. Dimension by dimension: values under which the same
 * conditions apply are one class, so 50 values in a list cost as much as one.
 */
function commonPoints(conditions: readonly Condition[]): readonly ReadonlySet<number>[] | undefined {
  const dimensions = [...new Set(conditions.flatMap((condition) => Object.keys(condition)))].sort();
  let points: ReadonlySet<number>[] = [new Set(conditions.keys())];
  for (const name of dimensions) {
    const classes = classesOf(conditions, name);
    if (points.length * classes.length > MOST_POINTS * 4) return undefined;
    points = maximal(points.flatMap((point) => classes.map((one) => intersection(point, one))));
    if (points.length > MOST_POINTS) return undefined;
  }
  return points;
}

function classesOf(conditions: readonly Condition[], name: string): readonly ReadonlySet<number>[] {
  const anywhere = new Set<number>();
  const byValue = new Map<string, Set<number>>();
  const listed = conditions.map((condition) => (Object.hasOwn(condition, name) ? condition[name] : undefined));
  const segments = segmentsOf(listed.flatMap((values) => values ?? []));
  for (const [at, values] of listed.entries()) {
    if (values === undefined) anywhere.add(at);
    else for (const value of values.flatMap(segments)) {
      const known = byValue.get(value);
      if (known === undefined) byValue.set(value, new Set([at]));
      else known.add(at);
    }
  }
  const classes = [...byValue.values()].map((members) => new Set([...members, ...anywhere]));
  return maximal(classes.length === 0 ? [anywhere] : classes);
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

function intersection(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return new Set([...small].filter((member) => large.has(member)));
}

/** Without empty sets, repetitions and sets contained in others. */
function maximal(sets: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  const kept: ReadonlySet<number>[] = [];
  const largestFirst = [...sets].sort((a, b) => b.size - a.size);
  for (const set of largestFirst) {
    if (set.size > 0 && !kept.some((other) => contains(other, set))) kept.push(set);
  }
  return kept;
}

function contains(outer: ReadonlySet<number>, inner: ReadonlySet<number>): boolean {
  if (inner.size > outer.size) return false;
  for (const member of inner) if (!outer.has(member)) return false;
  return true;
}
