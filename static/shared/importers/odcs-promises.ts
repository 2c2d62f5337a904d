/** What the service levels of a data contract promise: how long data is kept, how old it is at most. */

import type { Promised } from '../../../src/domain/model/shared-model';
import type { FoundElements } from './found-elements';
import { isObject, type Schema } from './json-facts';

const UNITS: Readonly<Record<string, string>> = {
  s: 'seconds', sec: 'seconds', second: 'seconds', seconds: 'seconds', min: 'minutes', minute: 'minutes', minutes: 'minutes', h: 'hours', hour: 'hours', hours: 'hours',
  d: 'days', day: 'days', days: 'days', w: 'weeks', week: 'weeks', weeks: 'weeks', mo: 'months', month: 'months', months: 'months', y: 'years', yr: 'years', year: 'years', years: 'years', ms: 'ms',
};
/** A period of ISO 8601 with one part: `P1Y`, `PT24H`. */
const PERIOD = /^P(?:(\d+)([YMWD])|T(\d+)([HMS]))$/;
const PERIOD_UNITS: Readonly<Record<string, string>> = { PY: 'years', PM: 'months', PW: 'weeks', PD: 'days', TH: 'hours', TM: 'minutes', TS: 'seconds' };

/** Takes what is clear: a known property, an amount with a unit, and elements that the contract has. */
export function readPromises(contract: Schema, found: FoundElements): void {
  const { slaProperties, slaDefaultElement } = contract as { slaProperties?: unknown; slaDefaultElement?: unknown };
  for (const [number, one] of (Array.isArray(slaProperties) ? slaProperties : []).entries()) {
    const at = `#/slaProperties/${String(number)}`;
    if (!isObject(one)) continue;
    const promised = promiseOf(one);
    if (promised === undefined) {
      found.skip(at, `What it promises (${String(one['property']).slice(0, 60)}) is none of retention, latency and freshness with an amount and a unit; it was not taken.`);
      continue;
    }
    const named = one['element'] ?? slaDefaultElement;
    const paths = typeof named === 'string' ? named.split(',').map((path) => path.trim()).filter((path) => path !== '') : [];
    const unknown = paths.filter((path) => found.get(path) === undefined);
    if (paths.length === 0) found.skip(at, 'It names no element that it speaks of; it was not taken.');
    if (unknown.length > 0) found.skip(at, `It speaks of ${unknown.join(', ').slice(0, 120)}, which the contract does not have; it was not taken.`);
    for (const path of paths) found.update(path, { promises: [...(found.get(path)?.promises ?? []), promised] });
  }
}

/** Data is kept for at least that long; what the standard calls latency is how old data is when it arrives. */
function promiseOf(one: Schema): Promised | undefined {
  const amount = amountOf(one);
  if (amount === undefined) return undefined;
  switch (String(one['property']).toLowerCase()) {
    case 'retention': return { facet: 'retention', min: amount.value, unit: amount.unit };
    case 'latency': case 'freshness': return { facet: 'freshness', max: amount.value, unit: amount.unit };
    default: return undefined;
  }
}

function amountOf({ value, unit }: Schema): { readonly value: number; readonly unit: string } | undefined {
  const period = typeof value === 'string' ? PERIOD.exec(value.trim()) : null;
  if (period !== null) {
    const [, days, dayUnit, hours, hourUnit] = period;
    const named = dayUnit === undefined ? PERIOD_UNITS[`T${hourUnit ?? ''}`] : PERIOD_UNITS[`P${dayUnit}`];
    return named === undefined ? undefined : { value: Number(days ?? hours), unit: named };
  }
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  const spelled = typeof unit === 'string' ? unit.trim().toLowerCase() : '';
  const named = Object.hasOwn(UNITS, spelled) ? UNITS[spelled] : undefined;
  return Number.isFinite(number) && number >= 0 && named !== undefined ? { value: number, unit: named } : undefined;
}
