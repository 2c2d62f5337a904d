/** Work that cuts the queue: what was allowed for it and what it used. Rules: PL13 to PL15. */

import type { ContextContent, Origin } from '../context/product-context';

/** Where interrupts come from; a team's own request waits its turn. */
export const INTERRUPT_ORIGINS: readonly Origin[] = ['executive', 'customer', 'incident'];

export interface InterruptTicket {
  readonly key: string;
  readonly content: ContextContent;
  /** Jira's category of the status. */
  readonly category: 'new' | 'indeterminate' | 'done';
  /** Person-weeks, mean; an estimate's time box. */
  readonly effort?: number;
}

export interface InterruptUse {
  /** Person-weeks kept for interrupts in the period. */
  readonly allowed: number;
  /** Person-weeks of interrupts started or done. */
  readonly used: number;
  /** Person-weeks of interrupts still waiting. */
  readonly waiting: number;
  /** Interrupts without an effort: counted, not guessed. */
  readonly withoutEffort: readonly string[];
  readonly bySponsor: readonly { readonly sponsor: string; readonly tickets: number; readonly effort: number }[];
  readonly isOver: boolean;
}

/** An interrupt comes from outside the consuming teams' own lists, or asks only for an answer by a date. */
export function isInterrupt({ origin, question, delay }: ContextContent): boolean {
  return (origin !== undefined && INTERRUPT_ORIGINS.includes(origin)) || (question === 'estimate' && delay?.neededBy !== undefined);
}

/** Use of the allowance: `capacity` in person-weeks of the period, `allowance` in percent of it. */
export function interruptUse(tickets: readonly InterruptTicket[], capacity: number, allowance: number): InterruptUse {
  const interrupts = tickets.filter(({ content }) => isInterrupt(content));
  const effortOf = (list: readonly InterruptTicket[]) => list.reduce((total, { effort = 0 }) => total + effort, 0);
  const allowed = (capacity * allowance) / 100;
  const used = effortOf(interrupts.filter(({ category }) => category !== 'new'));
  return {
    allowed, used, waiting: effortOf(interrupts.filter(({ category }) => category === 'new')),
    withoutEffort: interrupts.filter(({ effort }) => effort === undefined).map(({ key }) => key),
    bySponsor: sponsors(interrupts), isOver: used > allowed,
  };
}

function sponsors(interrupts: readonly InterruptTicket[]): InterruptUse['bySponsor'] {
  const found = new Map<string, { tickets: number; effort: number }>();
  for (const { content, effort = 0 } of interrupts) {
    const sponsor = content.sponsor?.trim() ?? '';
    const entry = found.get(sponsor) ?? { tickets: 0, effort: 0 };
    found.set(sponsor, { tickets: entry.tickets + 1, effort: entry.effort + effort });
  }
  return [...found].map(([sponsor, entry]) => ({ sponsor, ...entry }))
    .sort((a, b) => b.effort - a.effort || b.tickets - a.tickets || (a.sponsor < b.sponsor ? -1 : 1));
}
