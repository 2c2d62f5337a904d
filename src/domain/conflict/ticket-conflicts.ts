/** What is stored on one ticket about its conflicts: codes, severities and ids, never words, needs or values. */

import type { Claim } from './claim';
import { conditionOf } from './conditions';
import { period } from './period';
import type { Conflict, Note, Severity } from './conflict';

/** The shape of `product-context.conflicts` (contract/conflicts.ts). */
export interface TicketResult {
  readonly hash: string;
  readonly met: string[];
  readonly blocking: number;
  readonly unchecked?: number;
  readonly until?: string;
  readonly items: { code: string; at: string; severity: Severity; ids: number[] }[];
}

export interface TicketQuestion {
  readonly ticket: number;
  /** Hash of the ticket's content that was checked. */
  readonly hash: string;
  /** All conflicts of the elements this ticket has claims on, decisions applied. */
  readonly conflicts: readonly Conflict[];
  /** What could not be compared there. */
  readonly notChecked?: readonly Note[];
  /** This ticket's claims. */
  readonly claims: readonly Claim[];
  /** How many of this ticket's claims wait for a collaboration. */
  readonly waiting?: number;
  /** When the next decision falls due. */
  readonly nextDue?: string;
  /** ISO date. */
  readonly today: string;
}

/** More items than this do not fit; the worst stay. */
const MOST_ITEMS = 200;

/** The result for one ticket. It is held by conflicts in which it yields or is contested against tickets that may hold it. */
export function ticketConflicts(question: TicketQuestion): TicketResult {
  const own = question.conflicts.filter((conflict) => members(conflict).some((member) => member.ticket.id === question.ticket));
  const holding = own.filter((conflict) => members(conflict).some((member) => member.ticket.id === question.ticket && member.held));
  const blocking = holding.length + (question.waiting ?? 0);
  const unchecked = (question.notChecked ?? []).filter(({ claims }) => claims.some((claim) => claim.ticket.id === question.ticket)).length;
  const until = nextChange(question);
  return {
    hash: question.hash,
    met: blocking === 0 ? ['conflicts'] : [],
    blocking,
    ...(unchecked === 0 ? {} : { unchecked }),
    ...(until === undefined ? {} : { until }),
    items: own.slice(0, MOST_ITEMS).map((conflict) => ({
      code: conflict.code, at: conflict.at.element, severity: conflict.severity, ids: otherTickets(conflict, question.ticket),
    })),
  };
}

function members(conflict: Conflict) {
  return conflict.sides.flatMap((side) => side.who);
}

/** Constraints of the model and decisions have no ticket. */
function otherTickets(conflict: Conflict, ticket: number): number[] {
  const ids = members(conflict).map((member) => member.ticket.id).filter((id) => id > 0 && id !== ticket);
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** The next day on which time alone changes the result: a decision falls due, or a claim's period is over. */
function nextChange({ nextDue, claims, today }: TicketQuestion): string | undefined {
  const ends = claims.flatMap((claim) => Object.values(conditionOf(claim)).flat()).map(period)
    .filter((days) => days !== undefined && days.until >= today).map((days) => dayAfter(days?.until ?? today));
  return [...ends, ...(nextDue === undefined ? [] : [nextDue])].sort()[0];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
