/** What speaks for whose work it is, as sentences. Rules: PL121, PL126. */

import { joinWords, nameSome } from '../context/join-words';
import type { Range, Ruling } from '../context/product-context';
import { showCount, showEffort } from '../ranking/show-number';
import type { BoundaryRequest, BoundarySuggestion, EarlierRuling } from './boundary';
import type { FreeCapacity } from './free-capacity';

/** Whose work it is. */
export const RULING_WORDS: Readonly<Record<Ruling, string>> = { infrastructure: 'Infrastructure', application: 'The asking team', shared: 'Shared' };

/** Tickets named of one ruling. */
const NAMED = 3;

/** "BuyerProfile.address: Order Status and Recommendations ask, which suggests shared work." */
export function boundarySentence({ request, teams, suggests }: Pick<BoundarySuggestion, 'request' | 'teams' | 'suggests'>, nameOf: (team: string) => string, areModelsNamed: boolean): string {
  const what = requestWords(request, areModelsNamed);
  if (suggests === undefined) return `${what}: no team is stated, so nothing is suggested.`;
  const who = teams.length === 1 ? `only ${nameOf(teams[0] ?? '')} asks` : `${joinWords(teams.map(nameOf))} ask`;
  return `${what}: ${who}, which suggests ${suggests === 'shared' ? 'shared work' : 'the asking team'}.`;
}

function requestWords(request: BoundaryRequest, areModelsNamed: boolean): string {
  if (request.kind === 'level') return `${request.better === 'lower' ? 'Lower' : 'Higher'} “${request.scale}”`;
  return areModelsNamed ? `${request.element} of ${request.model}` : request.element;
}

/** "Ruled before: shared on BUYER-3 (two teams need it)." */
export function rulingSentence({ ruling, keys, why }: EarlierRuling): string {
  return `Ruled before: ${RULING_WORDS[ruling].toLowerCase()} on ${nameSome(keys, NAMED)}${why === undefined ? '' : ` (${why})`}.`;
}

/** What infrastructure has free over so many months; undefined: no capacity is set. */
export function infrastructureFreeSentence(free: FreeCapacity | undefined, months: number, locale: string): string {
  if (free === undefined) return 'What infrastructure has free is not stated: its settings have no capacity.';
  const { promised, planned, withoutEffort } = free;
  const without = withoutEffort === 0 ? '' : ` ${showCount(withoutEffort, 'ticket', locale)} of those ${withoutEffort === 1 ? 'has' : 'have'} no effort and ${withoutEffort === 1 ? 'is' : 'are'} not counted.`;
  const behind = planned === undefined ? '' : `; with all that stands above the cut line, ${amountWords({ low: planned.p5, high: planned.p95 }, locale)}`;
  return `Infrastructure has ${amountWords({ low: promised.p5, high: promised.p95 }, locale)} free in ${showCount(months, 'month', locale)}, beside what is started, accepted or a must${behind}.${without}`;
}

/** What the asking team has free itself over so many months; undefined: nobody stated it, and that is not none. */
export function teamFreeSentence(name: string | undefined, free: Range | undefined, months: number, locale: string): string {
  if (name === undefined) return 'No team is stated, so what it has free is not known.';
  if (free === undefined) return `What ${name} has free itself is not stated.`;
  return `${name} has ${amountWords(free, locale)} of its own free in ${showCount(months, 'month', locale)}.`;
}

/** Below zero nothing is free. */
function amountWords({ low, high }: Range, locale: string): string {
  if (high <= 0) return 'nothing';
  if (low <= 0) return `up to ${showEffort({ low: high, high }, locale)}`;
  return showEffort({ low, high }, locale);
}
