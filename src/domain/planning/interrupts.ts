/** Work that cuts the queue: what was allowed for it and what it used. Rules: PL13 to PL15, PL127. */

import type { ContextContent, Origin } from '../context/product-context';
import type { Demand } from '../demand/demand';
import { knownEffort, type Calibration } from '../ranking/estimate';
import { monthsBetween } from '../ranking/worth-over-time';

/** Where interrupts come from; a team's own request waits its turn. */
export const INTERRUPT_ORIGINS: readonly Origin[] = ['executive', 'customer', 'incident'];

export interface InterruptTicket {
  readonly key: string;
  readonly content: ContextContent;
  /** Jira's category of the status. */
  readonly category: 'new' | 'indeterminate' | 'done';
  /** Person-weeks: measured, or the mean of its estimate; of a question its time box. */
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

/** A ticket that was built, as far as it may have been an interrupt. */
export interface BuiltInterrupt {
  readonly ticket: { readonly key: string; readonly updated: string };
  readonly content: ContextContent;
}

export interface InterruptSpan {
  /** ISO date. */
  readonly planDate: string;
  readonly months: number;
  readonly calibration: Calibration;
}

/** The interrupts among them: open ones, and those done within as many months as the plan looks ahead; by Jira's last change, which is when they were closed or later. */
export function gatherInterrupts(demands: readonly Demand[], done: readonly BuiltInterrupt[], { planDate, months, calibration }: InterruptSpan): InterruptTicket[] {
  const recent = done.filter(({ ticket }) => monthsBetween(ticket.updated.slice(0, 10), planDate) <= months);
  return [
    ...demands.filter(({ answer, standing }) => answer !== 'declined' && standing !== 'copied')
      .map(({ ticket, content }) => ({ ticket, content, category: ticket.category === 'indeterminate' ? 'indeterminate' as const : 'new' as const })),
    ...recent.map(({ ticket, content }) => ({ ticket, content, category: 'done' as const })),
  ].filter(({ content }) => isInterrupt(content)).map(({ ticket: { key }, content, category }) => {
    const effort = content.outcome?.effort?.level ?? knownEffort(content.effort, calibration)?.mean;
    return { key, content, category, ...(effort === undefined ? {} : { effort }) };
  });
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
