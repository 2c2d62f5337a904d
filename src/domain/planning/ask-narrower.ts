/** What to ask besides what the cut line hangs on: ranges so wide that measuring comes first, and how good the evidence is. Rules: PL131, PL132. */

import { credibilityName } from '../context/credibility';
import { lowerFirst } from '../context/lower-first';
import type { Demand } from '../demand/demand';
import { isWide, UNKNOWN_FACTOR, WIDE_FACTOR } from '../ranking/estimate';
import { compareTicketKeys } from '../ranking/order';
import type { Knowing } from '../ranking/worth-of-knowing';
import { isToBeBuilt } from './ticket-numbers';

export interface WideRange {
  readonly key: string;
  /** Whom to ask: the consuming team for a worth, infrastructure for an effort. */
  readonly of: 'worth' | 'effort';
  readonly team: string;
}

/** What is to be built and has ends more than a factor 10 apart; what knowing is worth most comes first, then by key. Beyond a factor 100 nothing is known, which is said elsewhere. */
export function wideRanges(demands: readonly Demand[], knowing: readonly Knowing[]): WideRange[] {
  const places = new Map(knowing.map(({ ticket }, at) => [ticket.key, at]));
  const placeOf = (key: string): number => places.get(key) ?? Infinity;
  return demands.filter(isToBeBuilt).flatMap(({ ticket: { key }, content: { value, effort }, team = '' }): WideRange[] => [
    ...(isAskedToNarrow(value?.worth) ? [{ key, team, of: 'worth' as const }] : []), ...(isAskedToNarrow(effort) ? [{ key, team, of: 'effort' as const }] : []),
  ]).sort((a, b) => (placeOf(a.key) === placeOf(b.key) ? compareTicketKeys(a.key, b.key) : placeOf(a.key) - placeOf(b.key)));
}

function isAskedToNarrow(range: { readonly low?: number; readonly high?: number } | undefined): boolean {
  return range?.low !== undefined && range.high !== undefined && isWide({ low: range.low, high: range.high }) && range.high / range.low <= UNKNOWN_FACTOR;
}

/** "Ask Marketing for a narrower range of what BUYER-9 is worth: its ends are more than a factor of 10 apart." */
export function narrowerSentence({ key, of }: WideRange, team: string): string {
  const apart = `its ends are more than a factor of ${String(WIDE_FACTOR)} apart`;
  return of === 'worth' ? `Ask ${team} for a narrower range of what ${key} is worth: ${apart}.` : `Estimate the effort of ${key} more closely: ${apart}.`;
}

/** How good the evidence of a stated worth is; undefined where no worth is stated. */
export function evidenceWords({ value }: Demand['content'], locale: string): string | undefined {
  if (value?.worth?.low === undefined || value.worth.high === undefined) return undefined;
  return `Evidence: ${value.credibility === undefined ? 'nobody said how good it is' : lowerFirst(credibilityName(value.credibility, locale))}`;
}
