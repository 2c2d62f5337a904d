/** The plan's own date and every what-if as the page's address says them, so that a what-if can be shared and gone back to. */

import type { Capacity } from '../../../src/domain/context/settings';
import { PLAN_MONTHS } from '../../../src/domain/ranking/capacity';
import { isSameValue } from '../../../src/domain/context/same-value';
import { MONTHS_AHEAD, MOST_PLACED, PLACE_REASON_CHARACTERS, type PlacedTicket, type PlanContent } from '../../../src/domain/ranking/saved-plan';

/** The parts of an address that are the ranking's. */
export const RANKING_PARTS = ['plan', 'from', 'months', 'capacity', 'put'] as const;
/** Says that the address holds a plan of its own, although a saved one is there. */
const TRIED = 'tried';

/** What the plan counts on: the saved plan, or what an address says instead. */
export type RankingAddress = PlanContent;
export type TriedPlace = PlacedTicket;

/** What counts where nothing is saved and the address says nothing. */
export function plainPlan(today: string): PlanContent {
  return { planDate: today, months: PLAN_MONTHS, placed: [] };
}

/**
 * An address that says nothing means the saved plan; one that says something stands for itself. What it says in words that mean
 * nothing here is left out: an old link still opens.
 */
export function readRankingAddress(search: URLSearchParams, today: string, per: Capacity['per'], saved?: PlanContent): RankingAddress {
  const isSilent = RANKING_PARTS.every((part) => !search.has(part));
  if (isSilent && saved !== undefined) return saved;
  const from = search.get('from');
  const months = Number(search.get('months') ?? PLAN_MONTHS);
  const capacity = readCapacity(search.get('capacity'), per);
  return {
    planDate: from !== null && /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(from)) ? from : today,
    months: MONTHS_AHEAD.find((choice) => choice === months) ?? PLAN_MONTHS,
    placed: search.getAll('put').slice(0, MOST_PLACED).flatMap(readPlaced),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** Changes the ranking's part of an address and keeps the rest of it; what equals the saved plan needs no words. */
export function writeRankingAddress(before: URLSearchParams, address: RankingAddress, today: string, saved?: PlanContent): URLSearchParams {
  const search = new URLSearchParams(before);
  for (const name of RANKING_PARTS) search.delete(name);
  if (saved !== undefined && isSamePlan(address, saved)) return search;
  if (saved !== undefined) search.set('plan', TRIED);
  if (address.planDate !== today || saved !== undefined) search.set('from', address.planDate);
  if (address.months !== PLAN_MONTHS) search.set('months', String(address.months));
  if (address.capacity !== undefined) search.set('capacity', `${String(address.capacity.low)}-${String(address.capacity.high)}${saved === undefined ? '' : `~${address.capacity.per}`}`);
  for (const { key, place, reason } of address.placed) search.append('put', `${key}~${String(place)}~${reason.slice(0, PLACE_REASON_CHARACTERS)}`);
  return search;
}

/** Whether two plans count on the same, whatever else is known about them. */
export function isSamePlan(one: PlanContent, other: PlanContent): boolean {
  return isSameValue(planContent(one), planContent(other));
}

/** What is saved of a plan. */
export function planContent({ planDate, months, capacity, placed }: PlanContent): PlanContent {
  return {
    planDate, months, ...(capacity === undefined ? {} : { capacity: { low: capacity.low, high: capacity.high, per: capacity.per } }),
    placed: placed.map(({ key, place, reason }) => ({ key, place, reason })),
  };
}

function readCapacity(text: string | null, per: Capacity['per']): Capacity | undefined {
  const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?:~(week|month|quarter))?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high && high < 1e6 ? { low, high, per: (match[3] as Capacity['per'] | undefined) ?? per } : undefined;
}

function readPlaced(text: string): TriedPlace[] {
  const match = /^([A-Z][A-Z0-9_]*-\d+)~(\d{1,5})~(.*)$/s.exec(text);
  const [, key = '', place = '', reason = ''] = match ?? [];
  return match === null || reason.trim() === '' ? [] : [{ key, place: Number(place), reason: reason.trim().slice(0, PLACE_REASON_CHARACTERS) }];
}
