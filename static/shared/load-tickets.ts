/** Fetches tickets by id in bulk as the user: by 1,000, by 100 where Jira refuses that, again in halves where it errs. */

import { ASKED_PROPERTY, CONFLICTS_PROPERTY, CONTEXT_PROPERTY } from '../../src/contract/limits';
import type { DemandTicket } from '../../src/domain/demand/demand-ticket';
import type { JiraCalls } from './load-calls';
import { bulkReplySchema, readTicketReply, wordsOfRefusal, type TicketReply } from './load-replies';

/** Single-value fields only: with a multi-value field among them Jira takes 100 tickets a call, not 1,000. */
export const TICKET_FIELDS = [
  'summary', 'status', 'issuetype', 'project', 'parent', 'assignee', 'reporter', 'priority', 'created', 'updated',
] as const;

/** Since 28 August 2026, if fields are named and hold one value each (changelog C-3413); a site may still refuse it. */
export const MOST_TICKETS_A_CALL = 1_000;
export const FEWER_TICKETS_A_CALL = 100;
/** Tickets read in one go of the main thread: a few milliseconds. */
const READ_AT_ONCE = 200;

/** A ticket with what stands in its properties, unparsed. */
export interface LoadedTicket {
  readonly ticket: DemandTicket;
  readonly context: unknown;
  readonly conflicts: unknown;
  readonly asked: unknown;
  /** Name of Jira's resolution; absent where there is none, or where it was not asked for. */
  readonly resolution?: string;
}

/** One finished part of a loading. */
export interface TicketBatch {
  readonly tickets: readonly LoadedTicket[];
  /** Ids that Jira returned in neither list: this user may not see them. */
  readonly invisible: number;
  /** Ids that could not be loaded, with the reason. */
  readonly failed: readonly string[];
  readonly words?: string;
}

export interface TicketLoader {
  /** Loads these ids, told piece by piece; resolves when the last piece was told. Cancelled pieces are not told. */
  load(ids: readonly string[], tell: (batch: TicketBatch) => void): Promise<void>;
  /** How many ids to hand over at once. */
  mostTickets(): number;
}

/** One loader for one loading: it remembers that Jira wants smaller calls. `more` are further single-value fields. */
export function createTicketLoader(calls: JiraCalls, more: readonly string[] = []): TicketLoader {
  let most = MOST_TICKETS_A_CALL;

  async function load(ids: readonly string[], tell: (batch: TicketBatch) => void): Promise<void> {
    if (ids.length === 0) return;
    if (ids.length > most) return loadParts(slices(ids, most), tell);
    const outcome = await calls.request('/rest/api/3/issue/bulkfetch', {
      method: 'POST', body: { issueIdsOrKeys: ids, fields: [...TICKET_FIELDS, ...more], properties: [CONTEXT_PROPERTY, CONFLICTS_PROPERTY, ASKED_PROPERTY] },
    });
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'unreachable') return tell(failure(ids, outcome.words));
    if (outcome.status === 400 && ids.length > FEWER_TICKETS_A_CALL) {
      most = FEWER_TICKETS_A_CALL;
      return loadParts(slices(ids, most), tell);
    }
    if (outcome.status !== 200) return tell(failure(ids, wordsOfRefusal(outcome.status, outcome.body)));
    const reply = bulkReplySchema.safeParse(outcome.body);
    if (!reply.success) return tell(failure(ids, 'Jira gave an answer this page does not understand.'));
    const erred = new Set(reply.data.issueErrors.flatMap((error) => error.id ?? []));
    tell(await sortOut(ids, reply.data.issues, erred));
    await askAgain(ids.filter((id) => erred.has(id)), ids.length, tell);
  }

  async function askAgain(ids: readonly string[], outOf: number, tell: (batch: TicketBatch) => void): Promise<void> {
    if (ids.length === 0) return;
    if (outOf === 1) return tell(failure(ids, 'Jira could not read this ticket. Try again later.'));
    await loadParts(slices(ids, Math.ceil(Math.min(ids.length, outOf) / 2)), tell);
  }

  async function loadParts(parts: readonly (readonly string[])[], tell: (batch: TicketBatch) => void): Promise<void> {
    await Promise.all(parts.map((part) => load(part, tell)));
  }

  return { load, mostTickets: () => most };
}

async function sortOut(ids: readonly string[], issues: readonly unknown[], erred: ReadonlySet<string>): Promise<TicketBatch> {
  const tickets: LoadedTicket[] = [];
  const failed: string[] = [];
  for (const part of slices(issues, READ_AT_ONCE)) {
    for (const issue of part) {
      const reply = readTicketReply(issue);
      if (reply === undefined) failed.push(idOf(issue));
      else tickets.push(loadedTicket(reply));
    }
    if (issues.length > READ_AT_ONCE) await breathe();
  }
  const answered = new Set([...tickets.map((loaded) => loaded.ticket.id), ...failed, ...erred]);
  return {
    tickets, failed, invisible: ids.filter((id) => !answered.has(id)).length,
    ...(failed.length > 0 ? { words: 'Jira described some tickets in a way this page does not understand.' } : {}),
  };
}

/** Lets the page answer a key or a click between two parts. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function idOf(issue: unknown): string {
  return typeof issue === 'object' && issue !== null && 'id' in issue ? String(issue.id) : 'unknown';
}

function failure(ids: readonly string[], words: string): TicketBatch {
  return { tickets: [], invisible: 0, failed: ids, words };
}

function loadedTicket(reply: TicketReply): LoadedTicket {
  const { fields } = reply;
  return {
    ticket: {
      id: reply.id, key: reply.key, summary: fields.summary ?? '', status: fields.status.name,
      category: fields.status.statusCategory?.key ?? 'undefined',
      type: fields.issuetype, project: fields.project, created: fields.created, updated: fields.updated,
      ...(fields.parent ? { parent: { id: fields.parent.id, key: fields.parent.key } } : {}),
      ...(fields.assignee ? { assignee: { id: fields.assignee.accountId, name: fields.assignee.displayName } } : {}),
      ...(fields.reporter ? { reporter: { id: fields.reporter.accountId, name: fields.reporter.displayName } } : {}),
      ...(fields.priority ? { priority: fields.priority.name } : {}),
    },
    context: reply.properties?.[CONTEXT_PROPERTY],
    conflicts: reply.properties?.[CONFLICTS_PROPERTY],
    asked: reply.properties?.[ASKED_PROPERTY],
    ...(fields.resolution ? { resolution: fields.resolution.name } : {}),
  };
}

/** Consecutive parts of at most `size`. */
export function slices<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
