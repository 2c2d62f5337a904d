/** How values of Jira's expressions are named, compared and turned into text. */

import { ExpressionFailure } from './expression-failure';
import {
  CalendarDate, ExpressionDate, ExpressionFunction, ExpressionObject, RichText, type ExpressionMap, type ExpressionValue,
} from './expression-value';

/** Longest text or list that a run may build: Jira bounds steps, and so must we bound what one step makes. */
const LARGEST = 100_000;

/** The type's name as Jira's `typeof` gives it. */
export function typeName(value: ExpressionValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'Number';
  if (typeof value === 'boolean') return 'Boolean';
  if (isList(value)) return 'List';
  if (isMap(value)) return 'Map';
  if (value instanceof ExpressionDate) return 'Date';
  if (value instanceof CalendarDate) return 'CalendarDate';
  if (value instanceof RichText) return 'RichText';
  if (value instanceof ExpressionFunction) return 'Function';
  return value.typeName;
}

export function isList(value: ExpressionValue): value is readonly ExpressionValue[] {
  return Array.isArray(value);
}

export function isMap(value: ExpressionValue): value is ExpressionMap {
  return value instanceof Map;
}

/** What counts as true in a condition: as in JavaScript, null, false, 0, NaN and '' are false. */
export function isTruthy(value: ExpressionValue): boolean {
  return !(value === null || value === false || value === 0 || value === '' || Number.isNaN(value));
}

/** `==`: null equals only null; values of different types cannot be compared, which is an error. */
export function areEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  if (left === null || right === null) return left === right;
  if (typeName(left) !== typeName(right)) throw new ExpressionFailure(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
  return sameValue(left, right);
}

/** Equality inside lists (`includes`, `indexOf`): values of different types are simply not the same. */
export function sameValue(left: ExpressionValue, right: ExpressionValue): boolean {
  if (left === right) return true;
  if (left instanceof ExpressionDate && right instanceof ExpressionDate) return left.time === right.time;
  if (left instanceof CalendarDate && right instanceof CalendarDate) return left.iso === right.iso;
  if (left instanceof RichText && right instanceof RichText) return left.plainText === right.plainText;
  if (left instanceof ExpressionObject && right instanceof ExpressionObject) {
    return left.typeName === right.typeName && left.identity === right.identity;
  }
  if (isList(left) && isList(right)) return left.length === right.length && left.every((item, at) => sameValue(item, right[at] ?? null));
  if (isMap(left) && isMap(right)) {
    return left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameValue(value, right.get(key) ?? null));
  }
  return false;
}

/** Order of two values of one type; negative if `left` comes first. Anything but numbers, texts and dates has no order. */
export function compareValues(left: ExpressionValue, right: ExpressionValue): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return order(left, right);
  if (left instanceof ExpressionDate && right instanceof ExpressionDate) return left.time - right.time;
  if (left instanceof CalendarDate && right instanceof CalendarDate) return order(left.iso, right.iso);
  throw new ExpressionFailure(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
}

function order(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** A value as text, as templates and `+` do it. */
export function toText(value: ExpressionValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(toText).join(', ')}]`;
  if (isMap(value)) return `{${[...value].map(([key, item]) => `${key}: ${toText(item)}`).join(', ')}}`;
  if (value instanceof ExpressionDate) return new Date(value.time).toISOString();
  if (value instanceof CalendarDate) return value.iso;
  if (value instanceof RichText) return value.plainText;
  if (value instanceof ExpressionFunction) throw new ExpressionFailure(`A function (${value.name}) has no text.`);
  return `${value.typeName}(${value.identity})`;
}

/** Refuses a text or list that has grown out of all proportion. */
export function withinBounds<T extends string | readonly ExpressionValue[]>(value: T): T {
  if (value.length > LARGEST) throw new ExpressionFailure(`The expression builds a value of ${value.length} parts; the limit is ${LARGEST}.`, 'complexity');
  return value;
}
