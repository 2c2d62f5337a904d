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
}

const BASES: readonly KnownUnit[] = ['s', 'byte', 'm', 'g', 'C', 'l', 'J', 'W', 'pascal', 'N', 'deg', 'm2'] as KnownUnit[];
const SPELLINGS: Readonly<Record<string, string>> = {
  mb: 'MB', kb: 'kB', gb: 'GB', tb: 'TB', sec: 's', secs: 's', msec: 'ms', mins: 'min', hrs: 'h', hr: 'h', yr: 'year', yrs: 'years', mo: 'month', wk: 'week', wks: 'weeks',
};
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
  for (const name of [SPELLINGS[spelled], spelled, SPELLINGS[spelled.toLowerCase()], spelled.toLowerCase()]) {
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
