/** What a check found for one ticket, entity by entity, and how the parts make the stored result. */

import * as z from 'zod';
import { SEVERITIES, ticketConflictsSchema, type TicketConflicts } from '../../contract/conflicts';
import { PROPERTY_CHARACTERS } from '../../contract/limits';
import type { Conflict } from '../../domain/conflict/conflict';
import { ticketConflicts, type TicketQuestion } from '../../domain/conflict/ticket-conflicts';

/** A conflict of which the ticket's people are told: `limits` or `blocking`, and not merely with a draft. */
const tellingSchema = z.object({ code: z.string(), at: z.string(), ids: z.array(z.number()), held: z.boolean() });
export type Telling = Readonly<z.infer<typeof tellingSchema>>;

export const findingSchema = z.object({ result: ticketConflictsSchema, telling: z.array(tellingSchema) });
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** Other tickets that are named with one conflict; a page that shows more reads the claims themselves. */
const IDS = 50;

/** What one entity's check says about one ticket. */
export function findingOf(question: TicketQuestion): Finding {
  const result = ticketConflicts(question);
  return {
    result: { ...result, items: result.items.map((item) => (item.ids.length <= IDS ? item : { ...item, ids: item.ids.slice(0, IDS), of: item.ids.length })) },
    telling: question.conflicts.flatMap((conflict) => tellingOf(conflict, question.ticket)),
  };
}

function tellingOf(conflict: Conflict, ticket: number): Telling[] {
  if (conflict.severity !== 'limits' && conflict.severity !== 'blocking') return [];
  const members = conflict.sides.flatMap((side) => side.who);
  const own = members.filter((member) => member.ticket.id === ticket);
  const held = own.some((member) => member.held);
  const mayCare = own.some((member) => !member.draft && member.status === 'proposed') && members.some((member) => member.held && !member.draft);
  if (own.length === 0 || (!held && !mayCare)) return [];
  const others = members.map((member) => member.ticket.id).filter((id) => id > 0 && id !== ticket);
  return [{ code: conflict.code, at: conflict.at.element, ids: [...new Set(others)].sort((a, b) => a - b).slice(0, IDS), held }];
}

/** The stored result of all entities a ticket speaks of; the worst conflicts stay where not all fit into the property. */
export function joinFindings(findings: readonly Finding[], { hash, isOpen }: { readonly hash: string; readonly isOpen: boolean }): Finding {
  const results = findings.map(({ result }) => result);
  const blocking = results.reduce((sum, result) => sum + result.blocking, 0);
  const unchecked = results.reduce((sum, result) => sum + (result.unchecked ?? 0), 0);
  const until = results.flatMap((result) => (result.until === undefined ? [] : [result.until])).sort()[0];
  const items = results.flatMap((result) => result.items).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const codes = [...new Set(items.map(({ code }) => code))].sort();
  return {
    result: fit({ hash, ...(codes.length === 0 ? {} : { codes }), met: blocking === 0 && !isOpen ? ['conflicts'] : [], blocking, ...(unchecked === 0 ? {} : { unchecked }), ...(until === undefined ? {} : { until }), items: items.slice(0, 200) }),
    telling: findings.flatMap(({ telling }) => telling),
  };
}

function fit(result: TicketConflicts): TicketConflicts {
  let fitting = result;
  while (JSON.stringify(fitting).length > PROPERTY_CHARACTERS) fitting = { ...fitting, items: fitting.items.slice(0, Math.floor(fitting.items.length / 2)) };
  return fitting;
}
