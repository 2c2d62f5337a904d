/** The work that themes and horizons share: planned, started and done, each with its person-weeks. Rules: PL36, PL37, PL43, PL53. */

import type { ContextContent } from '../context/product-context';
import type { Demand } from '../demand/demand';
import { knownEffort, UNTRAINED, type Calibration } from '../ranking/estimate';
import type { Ranking } from '../ranking/rank-demand';
import { showPercent, showShare } from '../ranking/show-number';
import type { AllocatedWork, Share } from './allocation';
import { DRIFT_TO_POINT_OUT } from './allocation';
import { isToBeBuilt, keysOfInitiatives } from './ticket-numbers';

/** Done work of the last year only: what was delivered before says little about today's strategy. */
export const DONE_DAYS = 365;

/** A ticket that was built. */
export interface BuiltWork {
  readonly content: ContextContent;
  /** ISO instant of the ticket's last change. */
  readonly updated: string;
}

/**
 * Planned: not started and a must or above the cut line. Started: in progress. Done: with a context, changed within a year; its
 * measured effort where there is one. Tickets without effort cannot be shared out: how many stands beside. An initiative’s own ticket is the sum of its parts.
 */
export function allocatedWork(demands: readonly Demand[], ranking: Ranking, done: readonly BuiltWork[], today: string, calibration: Calibration = UNTRAINED): { readonly work: AllocatedWork[]; readonly withoutEffort: number } {
  const above = keysAbove(ranking);
  const built = demands.filter(isToBeBuilt);
  const wholes = keysOfInitiatives(built);
  const work: AllocatedWork[] = [];
  let withoutEffort = 0;
  const add = (content: ContextContent, effort: number | undefined, state: AllocatedWork['state']): void => {
    const { theme, horizon } = content;
    if (effort === undefined) withoutEffort += 1;
    else work.push({ effort, state, ...(theme === undefined || theme === '' ? {} : { theme }), ...(horizon === undefined ? {} : { horizon }) });
  };
  for (const demand of built.filter(({ ticket }) => !wholes.has(ticket.key))) {
    const { ticket, content } = demand;
    if (ticket.category === 'indeterminate') add(content, meanEffort(content, calibration), 'started');
    else if (above.has(ticket.key)) add(content, meanEffort(content, calibration), 'planned');
  }
  const border = Date.parse(today) - DONE_DAYS * 86_400_000;
  for (const { content, updated } of done) {
    if (Date.parse(updated) >= border) add(content, content.outcome?.effort?.level ?? meanEffort(content, calibration), 'done');
  }
  return { work, withoutEffort };
}

/** An initiative is one item of the order: above the cut are all its parts. */
export function keysAbove({ candidates, inside, initiatives }: Ranking): ReadonlySet<string> {
  return new Set(candidates.filter(({ id }) => inside.has(id)).flatMap(({ id, key }) => [key, ...(initiatives.get(id)?.members ?? [])]));
}

function meanEffort({ effort }: ContextContent, calibration: Calibration): number | undefined {
  return knownEffort(effort, calibration)?.mean;
}

/** "Faster checkout stands at 71 % of what is started; the target is 60 %." One sentence a theme that is off its target. */
export function driftSentences(shares: readonly Share[], nameOf: (id: string) => string, locale: string): string[] {
  return shares.flatMap(({ id, planned, started, target, drift }) => {
    const actual = started ?? planned;
    if (drift === undefined || actual === undefined || target === undefined || Math.abs(drift) < DRIFT_TO_POINT_OUT) return [];
    return [`${nameOf(id)} stands at ${showPercent(actual, locale)} of what is ${started === undefined ? 'planned' : 'started'}; the target is ${showPercent(target, locale)}.`];
  });
}

/** "Most of what is planned: Faster checkout (60 %). Most of what is started: Personal offers (44 %)." */
export function shareSentence(shares: readonly Share[], nameOf: (id: string) => string, locale: string): string {
  const sentences = (['planned', 'started', 'done'] as const).flatMap((state) => {
    const [most] = shares.filter((share) => (share[state] ?? 0) > 0).sort((a, b) => (b[state] ?? 0) - (a[state] ?? 0));
    return most === undefined ? [] : [`Most of what is ${state}: ${nameOf(most.id)} (${showShare(most[state] ?? 0, locale)}).`];
  });
  return sentences.length === 0 ? 'No work is planned, started or done.' : sentences.join(' ');
}
