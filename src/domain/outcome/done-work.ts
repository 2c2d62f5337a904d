/** What counts as done: shares, interrupts, waits and hit rates all ask here. Rule: OC22. */

import { claimStatus } from '../conflict/ticket-claims';
import { joinWords } from '../context/join-words';
import type { ContextContent } from '../context/product-context';
import { showCount } from '../ranking/show-number';

/** A closed ticket, as far as Jira and its record tell what became of it. */
export interface ClosedTicket {
  readonly content: Pick<ContextContent, 'answer'>;
  /** Its record came from another ticket, and nobody has checked and saved it here. */
  readonly isCopy: boolean;
  /** Name of the resolution in Jira. */
  readonly resolution?: string;
}

export interface DoneWork<T> {
  readonly done: readonly T[];
  /** Closed without being built: declined, or by the name of the resolution. */
  readonly notBuilt: number;
  /** Built or not, their records speak of other tickets. */
  readonly copies: number;
}

/** Closed is not done: what was never built took no work, and what was copied says nothing about this ticket. `notBuilt`: names of resolutions, as the settings have them. */
export function sortOutDone<T extends ClosedTicket>(closed: readonly T[], notBuilt: readonly string[] | undefined): DoneWork<T> {
  const own = closed.filter(({ isCopy }) => !isCopy);
  const done = own.filter(({ content, resolution }) => claimStatus({ isDone: true, resolution, answer: content.answer?.state, notBuilt }) === 'in force');
  return { done, notBuilt: own.length - done.length, copies: closed.length - own.length };
}

/** "Not counted as done: 2 tickets closed without being built." Empty where all count. */
export function leftOutWords({ notBuilt, copies }: Pick<DoneWork<unknown>, 'notBuilt' | 'copies'>, locale: string): string {
  const parts = [
    ...(notBuilt === 0 ? [] : [`${showCount(notBuilt, 'ticket', locale)} closed without being built`]),
    ...(copies === 0 ? [] : [`${showCount(copies, 'ticket', locale)} with a context copied from another ticket`]),
  ];
  return parts.length === 0 ? '' : `Not counted as done: ${joinWords(parts)}.`;
}
