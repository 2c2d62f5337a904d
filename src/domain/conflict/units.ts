/** Units of measure, by the library `convert`: what can be compared with what, and by which numbers. */

import { convert, getMeasureKind } from 'convert';

type KnownUnit = Parameters<typeof convert>[1];

/** How a unit relates to others: units of the same kind are compared after multiplying. */
export interface UnitScale {
  /** Same kind means comparable. A unit nobody knows is a kind of its own. */
  readonly kind: string;
  readonly known: boolean;
  /** Value in the kind's base unit. */
  readonly toBase: (value: number) => number;
  readonly fromBase: (value: number) => number;
  /** How many months one of these is; absent where a unit has a length of its own. */
  readonly months?: number;
}

const BASES: readonly KnownUnit[] = ['s', 'byte', 'm', 'g', 'C', 'l', 'J', 'W', 'pascal', 'N', 'deg', 'm2'] as KnownUnit[];
const SPELLINGS: Readonly<Record<string, string>> = {
  mb: 'MB', kb: 'kB', gb: 'GB', tb: 'TB', sec: 's', secs: 's', msec: 'ms', mins: 'min', hrs: 'h', hr: 'h', w: 'week', wk: 'week', wks: 'weeks', us: 'µs', S: 's', Ms: 'ms', MS: 'ms',
};
/** Units of the calendar, in months: how many days they are depends on where one begins. */
const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries({
  mo: 1, month: 1, months: 1, quarter: 3, quarters: 3, y: 12, yr: 12, yrs: 12, year: 12, years: 12, decade: 120, decades: 120, century: 1200, centuries: 1200,
}));
const DAY = 86_400;
/** Seconds of a month on average; only months and months are compared by it. */
const MONTH = (365.2425 / 12) * DAY;
/** The library reads single letters as nautical miles and svedbergs; what nobody would mean by them is not read at all. */
const LETTERS: ReadonlySet<string> = new Set([...'sSmhdwygltBbWJNCFKVA']);
const same = (value: number) => value;

/** What a unit means. Case matters to the library (`mb` is a millibit): what people mean comes first, then the exact
 * spelling, then lower case. */
export function unitScale(unit: string | undefined): UnitScale {
  const spelled = (unit ?? '').trim();
  const found = cache.get(spelled);
  if (found !== undefined) return found;
  const scale = measure(spelled);
  if (scale.known) cache.set(spelled, scale);
  return scale;
}

// Only spellings that the library itself knows are kept, so that no customer's words stay in memory.
const cache = new Map<string, UnitScale>();

function measure(spelled: string): UnitScale {
  if (spelled === '') return { kind: '', known: true, toBase: same, fromBase: same };
  const months = MONTHS.get(spelled.toLowerCase());
  if (months !== undefined) return { kind: 's', known: true, months, toBase: (value) => value * months * MONTH, fromBase: (value) => value / (months * MONTH) };
  const candidates = spelled.length === 1 && !LETTERS.has(spelled) ? [] : [SPELLINGS[spelled], spelled, SPELLINGS[spelled.toLowerCase()], spelled.toLowerCase()];
  for (const name of candidates) {
    if (name === undefined || !isKnown(name)) continue;
    const base = BASES.find((candidate) => getMeasureKind(candidate) === getMeasureKind(name));
    if (base === undefined) continue;
    // Every unit of the library is a straight line through its base, so two points say all, and the library is asked once a unit.
    const offset = convert(0, name).to(base as 's');
    const factor = convert(1, name).to(base as 's') - offset;
    return { kind: base, known: true, toBase: (value) => value * factor + offset, fromBase: (value) => (value - offset) / factor };
  }
  return { kind: `?${spelled.toLowerCase()}`, known: false, toBase: same, fromBase: same };
}

function isKnown(name: string): name is KnownUnit & string {
  if (name in Object.prototype) return false;
  return getMeasureKind(name as KnownUnit) !== undefined;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The least and the most days of 0 to 11 months in a row; February has 28. */
const SPANS = LENGTHS.map((_, count) => {
  const spans = LENGTHS.map((_first, first) => Array.from({ length: count }, (_unused, at) => LENGTHS[(first + at) % 12] ?? 30).reduce((sum, days) => sum + days, 0));
  return { least: Math.min(...spans), most: Math.max(...spans) };
});

/** The least and the most seconds that so many months can be, wherever they begin. */
export function secondsOfMonths(months: number): { readonly least: number; readonly most: number } {
  if (!Number.isSafeInteger(Math.floor(months))) return { least: months * MONTH, most: months * MONTH };
  const years = Math.floor(months / 12);
  const whole = Math.floor(months - years * 12);
  const part = months - years * 12 - whole;
  const { least, most } = SPANS[whole] ?? { least: 0, most: 0 };
  return {
    least: (years * 365 + least + part * 28) * DAY,
    // A leap day for each four years begun, and one more for the months beyond.
    most: (years * 365 + Math.ceil(years / 4) + most + (whole > 1 ? 1 : 0) + part * 31) * DAY,
  };
}
