/** What Forge's key-value store takes and what a call counts. Source: Atlassian's limits page of the KVS. */

import { byteLength } from './json';

/** Largest stored value, in bytes of its JSON. */
export const VALUE_BYTES = 240 * 1024;
/** Largest request of a transaction or batch, in bytes. */
export const REQUEST_BYTES = 4 * 1024 * 1024;
/** Most operations of a transaction, most keys of a batch. */
export const OPERATIONS = 25;
/** Deepest nesting of a value. */
export const DEPTH = 31;
/** Bytes of one unit of the read and write quotas. */
export const UNIT_BYTES = 10 * 1024;
/** How long after its end a value may still be there, in milliseconds: expiry deletes up to 48 hours late. */
export const EXPIRY_LAG = 48 * 3_600_000;
const YEAR_SECONDS = 365 * 86_400;
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const UNIT_SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;

export interface KvsComplaint {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export function complainOfKey(key: string): KvsComplaint | undefined {
  if (key.length === 0 || key.length > 500) return { status: 400, code: 'INVALID_KEY', message: `A key has 1 to 500 characters, this one has ${key.length}.` };
  if (!KEY.test(key)) return { status: 400, code: 'INVALID_KEY', message: `The key "${key}" has characters other than letters, digits, ":", ".", "_", "-", "#" and space.` };
  return undefined;
}

export function complainOfValue(value: unknown): KvsComplaint | undefined {
  if (value === undefined || value === null) return { status: 400, code: 'INVALID_VALUE', message: 'A value must not be null or undefined.' };
  const bytes = byteLength(JSON.stringify(value));
  if (bytes > VALUE_BYTES) return { status: 413, code: 'MAX_SIZE', message: `A value has at most 240 KiB, this one has ${bytes} bytes.` };
  if (depthOf(value, 0) > DEPTH) return { status: 400, code: 'MAX_DEPTH', message: `A value is nested at most ${DEPTH} deep.` };
  return undefined;
}

function depthOf(value: unknown, above: number): number {
  if (typeof value !== 'object' || value === null || above > DEPTH) return above;
  return Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner, above + 1)), above + 1);
}

/** Seconds of a time to live; a complaint when it is not between 1 second and a year. */
export function secondsOfTtl(ttl: { readonly value: number; readonly unit: keyof typeof UNIT_SECONDS }): number | KvsComplaint {
  const seconds = ttl.value * UNIT_SECONDS[ttl.unit];
  if (seconds > 0 && seconds <= YEAR_SECONDS) return seconds;
  return { status: 400, code: 'INVALID_TTL', message: `A time to live is between 1 second and a year, this one is ${ttl.value} ${ttl.unit}.` };
}

/** Units of 10 KB that a call of this many bytes counts; at least one. */
export function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}
