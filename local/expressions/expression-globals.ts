/** What every expression can name without being given it: `new Date()`, `Number()`, `JSON`. */

import { numberAt, textAt } from './arguments';
import { dayOf } from './date-methods';
import { ExpressionFailure } from './expression-failure';
import { defineObject, fromJson, plain } from './expression-objects';
import { CalendarDate, ExpressionDate, ExpressionFunction, RichText, type ExpressionValue } from './expression-value';
import { isList, isMap, toText, typeName } from './value-rules';

type Construct = (args: readonly ExpressionValue[]) => ExpressionValue;

/** @param now what `new Date()` gives */
export function expressionGlobals(now: Date): ReadonlyMap<string, ExpressionValue> {
  return new Map<string, ExpressionValue>([
    ['Date', constructorOf('Date', (args) => makeDate(args, now))],
    ['CalendarDate', constructorOf('CalendarDate', (args) => makeCalendarDate(args, now))],
    ['RichText', constructorOf('RichText', ([document]) => new RichText(plainTextOf(document ?? null).trimEnd()))],
    ['Map', constructorOf('Map', () => new Map<string, ExpressionValue>())],
    ['Number', new ExpressionFunction('Number', ([value]) => toNumber(value ?? null))],
    ['JSON', defineObject('JSON', 'JSON', {
      stringify: plain(new ExpressionFunction('stringify', ([value]) => JSON.stringify(toJson(value ?? null)))),
      parse: plain(new ExpressionFunction('parse', (args) => parseJson(textAt('parse', args, 0)))),
    })],
  ]);
}

function constructorOf(name: string, construct: Construct): ExpressionFunction {
  return new ExpressionFunction(name, () => { throw new ExpressionFailure(`${name} must be called with new.`); }, { construct });
}

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

function makeDate(args: readonly ExpressionValue[], now: Date): ExpressionDate {
  const [value] = args;
  if (value === undefined) return new ExpressionDate(now.getTime());
  if (typeof value === 'number') return new ExpressionDate(numberAt('Date', args, 0));
  const text = textAt('Date', args, 0);
  const withColon = text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = INSTANT.test(text) ? Date.parse(/T/.test(text) ? withColon : text) : NaN;
  if (Number.isNaN(time)) throw new ExpressionFailure(`"${text}" is not a date that Date can read.`);
  return new ExpressionDate(time);
}

function makeCalendarDate(args: readonly ExpressionValue[], now: Date): CalendarDate {
  const [value] = args;
  if (value === undefined) return dayOf(now.getTime());
  if (value instanceof CalendarDate) return value;
  const text = textAt('CalendarDate', args, 0);
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)).iso === text;
  if (!real) throw new ExpressionFailure(`"${text}" is not a day that CalendarDate can read.`);
  return new CalendarDate(text);
}

function toNumber(value: ExpressionValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return value.trim() === '' ? NaN : Number(value);
  throw new ExpressionFailure(`Number cannot be made from ${typeName(value)}.`);
}

function parseJson(text: string): ExpressionValue {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    throw new ExpressionFailure('JSON.parse was given a text that is not JSON.');
  }
}

/** A value as JSON, as the REST answer of `expression/evaluate` shows it. */
export function toJson(value: ExpressionValue): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]));
  if (value instanceof RichText) return value.plainText;
  return toText(value);
}

/** The text of an Atlassian document. */
function plainTextOf(value: ExpressionValue): string {
  if (value instanceof RichText) return value.plainText;
  if (isList(value)) return value.map(plainTextOf).join('');
  if (!isMap(value)) throw new ExpressionFailure(`RichText wants an Atlassian document, got ${typeName(value)}.`);
  const text = value.get('text') ?? null;
  if (typeof text === 'string') return text;
  const content = value.get('content') ?? null;
  const inside = content === null ? '' : plainTextOf(content);
  return value.get('type') === 'paragraph' ? `${inside}\n` : inside;
}
