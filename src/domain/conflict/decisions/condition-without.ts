/** What is left of where a claim applies when another answers for a part of it. */

import type { Condition } from '../../context/product-context';
import { ANY_OTHER, commonValues, conditionsMeet } from '../conditions';
import { period } from '../period';

/** Values of a dimension that somebody names. */
export type NamedValues = (dimension: string) => readonly string[];

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/**
 * Where `condition` holds and `by` does not: conditions that share no point, the condition itself where the two never meet, none where
 * it is covered. What leaves a dimension empty holds under every value that is named, and under any other.
 */
export function conditionWithout(condition: Condition, by: Condition, named: NamedValues): readonly Condition[] {
  if (!conditionsMeet(condition, by)) return [condition];
  const parts: Condition[] = [];
  let shared = condition;
  for (const [dimension, values] of Object.entries(by)) {
    const before = Object.hasOwn(shared, dimension) ? shared[dimension] ?? [] : undefined;
    const outside = without(before ?? everyValue(named(dimension), values), values);
    if (outside.length > 0) parts.push({ ...shared, [dimension]: outside });
    shared = { ...shared, [dimension]: before === undefined ? values : commonValues(before, values) };
  }
  return parts;
}

/** Days and other values do not mix in one dimension, unless somebody mixed them. */
function everyValue(named: readonly string[], values: readonly string[]): readonly string[] {
  const texts = [...new Set([...named, ...values])].filter((value) => period(value) === undefined);
  return [...(values.some((value) => period(value) !== undefined) ? [`${FIRST_DAY}/${LAST_DAY}`] : []), ...(texts.length > 0 ? [...texts, ANY_OTHER] : [])];
}

function without(values: readonly string[], taken: readonly string[]): readonly string[] {
  const days = taken.map(period).filter((found) => found !== undefined);
  return values.filter((value) => !taken.includes(value)).flatMap((value) => (period(value) === undefined ? [value] : days.reduce<readonly string[]>(
    (left, { from, until }) => left.flatMap((one) => daysWithout(one, from, until)), [value],
  )));
}

/** The days of a period before `from` and after `until`. */
function daysWithout(value: string, from: string, until: string): readonly string[] {
  const days = period(value);
  if (days === undefined || days.until < from || days.from > until) return [value];
  return [
    ...(days.from < from ? [`${days.from}/${nextDay(from, -1)}`] : []),
    ...(days.until > until ? [`${nextDay(until, 1)}/${days.until}`] : []),
  ];
}

function nextDay(day: string, step: number): string {
  return new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10);
}
