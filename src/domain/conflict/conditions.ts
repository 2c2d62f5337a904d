/** Where claims apply, and where several apply together. */

import type { Condition } from '../context/product-context';
import type { Claim } from './claim';
import { commonPoints, has } from './common-points';
import { period } from './period';

const EVERYWHERE: Condition = {};

/** Stands for the values of a dimension that nobody names, where some are taken away from "everywhere". */
export const ANY_OTHER = 'any other';

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
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const dimensions = Object.keys(condition);
  const key = dimensions.length === 0 ? '' : JSON.stringify(dimensions.sort().map((name) => [name, [...new Set(condition[name])].sort()]));
  keys.set(condition, key);
  return key;
}

/** They live as long as the condition: claims that clash are compared by it many times. */
const keys = new WeakMap<Condition, string>();

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
export function commonValues(a: readonly string[], b: readonly string[]): string[] {
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
  return points?.map((point) => groups.filter((_, at) => has(point, at)).flatMap((group) => group.claims));
}
