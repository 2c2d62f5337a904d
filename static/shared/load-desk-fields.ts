/** The second pass of the backlog desk: fields with several values, for the few tickets that it works on. */

import * as z from 'zod';
import type { JiraCalls } from './load-calls';
import { bulkReplySchema, deskFieldsSchema, wordsOfRefusal } from './load-replies';
import { FEWER_TICKETS_A_CALL, slices } from './load-tickets';

export interface DeskFields {
  readonly labels: readonly string[];
  readonly components: readonly string[];
  /** How many people watch the ticket, where Jira says so. */
  readonly watchers: number;
}

export type DeskFieldsFound =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, DeskFields> }
  | { readonly ok: false; readonly words: string };

const desk = z.array(deskFieldsSchema);

/** By 100, because fields with several values are not served by the thousand. Tickets that Jira leaves out have no entry. */
export async function loadDeskFields(calls: JiraCalls, ids: readonly string[]): Promise<DeskFieldsFound> {
  const fields = new Map<string, DeskFields>();
  const outcomes = await Promise.all(slices(ids, FEWER_TICKETS_A_CALL).map((part) =>
    calls.request('/rest/api/3/issue/bulkfetch', { method: 'POST', body: { issueIdsOrKeys: part, fields: ['labels', 'components', 'watches'] } })));
  for (const outcome of outcomes) {
    if (outcome.kind === 'cancelled') return { ok: false, words: 'Reading labels and components was cancelled.' };
    if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
    if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
    const reply = bulkReplySchema.safeParse(outcome.body);
    const tickets = desk.safeParse(reply.success ? reply.data.issues : undefined);
    if (!tickets.success) return { ok: false, words: 'Jira described labels and components in a way this page does not understand.' };
    for (const ticket of tickets.data) {
      fields.set(ticket.id, {
        labels: ticket.fields.labels ?? [], components: (ticket.fields.components ?? []).map((component) => component.name),
        watchers: ticket.fields.watches?.watchCount ?? 0,
      });
    }
  }
  return { ok: true, fields };
}
