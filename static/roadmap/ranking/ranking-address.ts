/** The plan's own date and every what-if as the page's address says them, so that a what-if can be shared and gone back to. */

import type { Capacity } from '../../../src/domain/context/settings';
import { PLAN_MONTHS } from '../../../src/domain/ranking/capacity';

/** Choices for how far the cut line looks ahead, in months. */
export const MONTHS_AHEAD = [1, 3, 6, 12] as const;
const REASON_LENGTH = 200;
const MOST_PLACED = 50;

/** A ticket that cannot be compared, tried at a place with a reason. */
export interface TriedPlace {
  readonly key: string;
  /** After this many ordered tickets. */
  readonly place: number;
  readonly reason: string;
}

export interface RankingAddress {
  /** ISO date that the plan counts from. */
  readonly planDate: string;
  readonly months: number;
  /** Capacity tried instead of the settings' one. */
  readonly capacity?: Capacity;
  readonly placed: readonly TriedPlace[];
}

/** What an address does not say, or says in words that mean nothing here, is left out: an old link still opens. */
export function readRankingAddress(search: URLSearchParams, today: string, per: Capacity['per']): RankingAddress {
  const from = search.get('from');
  const months = Number(search.get('months') ?? PLAN_MONTHS);
  const capacity = readCapacity(search.get('capacity'), per);
  return {
    planDate: from !== null && /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(from)) ? from : today,
    months: (MONTHS_AHEAD as readonly number[]).includes(months) ? months : PLAN_MONTHS,
    placed: search.getAll('put').slice(0, MOST_PLACED).flatMap(readPlaced),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** Changes the ranking's part of an address and keeps the rest of it. */
export function writeRankingAddress(before: URLSearchParams, address: RankingAddress, today: string): URLSearchParams {
  const search = new URLSearchParams(before);
  for (const name of ['from', 'months', 'capacity', 'put']) search.delete(name);
  if (address.planDate !== today) search.set('from', address.planDate);
  if (address.months !== PLAN_MONTHS) search.set('months', String(address.months));
  if (address.capacity !== undefined) search.set('capacity', `${String(address.capacity.low)}-${String(address.capacity.high)}`);
  for (const { key, place, reason } of address.placed) search.append('put', `${key}~${String(place)}~${reason.slice(0, REASON_LENGTH)}`);
  return search;
}

function readCapacity(text: string | null, per: Capacity['per']): Capacity | undefined {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text ?? '');
  if (match === null) return undefined;
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high && high < 1e6 ? { low, high, per } : undefined;
}

function readPlaced(text: string): TriedPlace[] {
  const match = /^([A-Z][A-Z0-9_]*-\d+)~(\d{1,5})~(.*)$/s.exec(text);
  const [, key = '', place = '', reason = ''] = match ?? [];
  return match === null || reason.trim() === '' ? [] : [{ key, place: Number(place), reason: reason.slice(0, REASON_LENGTH) }];
}
