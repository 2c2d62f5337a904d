/** Everything the panel shows, read from Jira in the browser as the user: no function runs and no points are spent. */

import { ticketConflictsSchema, type TicketConflicts } from '../../src/contract/conflicts';
import { CONFLICTS_PROPERTY, CONTEXT_PROPERTY } from '../../src/contract/limits';
import { permissionsReply } from '../../src/contract/jira-replies';
import { readStoredContext, type StoredContext } from '../../src/contract/record';
import { saysWhy } from '../../src/domain/context/says-why';
import type { ContextContent, ProductContext } from '../../src/domain/context/product-context';
import type { ProjectSettings } from '../../src/domain/context/settings';
import type { CallOutcome, JiraCalls } from '../shared/load-calls';
import { wordsOfRefusal } from '../shared/load-replies';
import { loadRole } from '../shared/load-role';
import { loadSettings, type SettingsFound } from '../shared/load-settings';
import { issueReplySchema, type IssueReply } from './jira-replies';

export interface Ticket {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly typeName: string;
  readonly isSubtask: boolean;
  readonly isDone: boolean;
  readonly project: { readonly id: string; readonly key: string };
  readonly reporter?: string;
}

/** The infrastructure project that is asked, as far as this user may know it. */
export type Asked =
  | { readonly state: 'known'; readonly project: ProjectRef; readonly settings: ProjectSettings }
  | { readonly state: 'invisible'; readonly project: ProjectRef }
  | { readonly state: 'unreadable'; readonly project: ProjectRef; readonly words: string }
  /** The ticket's project has not opted in, and the record names no other. */
  | { readonly state: 'none' };

export interface ProjectRef {
  readonly id: string;
  readonly key: string;
}

export interface May {
  readonly edit: boolean;
  readonly transition: boolean;
  /** Edit issues in the infrastructure project: may agree to a context as written. */
  readonly accept: boolean;
  /** May write infrastructure's part: member of the role in the settings, else a project administrator. */
  readonly answerForInfrastructure: boolean;
  /** Administers the ticket's own project: may opt in. */
  readonly administerOwn: boolean;
}

/** What depends on the infrastructure project that is asked. */
export type MayForInfrastructure = Pick<May, 'accept' | 'answerForInfrastructure'>;

export interface PanelData {
  readonly ticket: Ticket;
  readonly stored: StoredContext;
  readonly conflicts?: TicketConflicts;
  /** The context of the nearest ticket above that has one, when this ticket says nothing of its own. */
  readonly inherited?: { readonly key: string; readonly record: ProductContext };
  readonly asked: Asked;
  readonly may: May;
}

export type PanelLoaded = { readonly ok: true; readonly data: PanelData } | { readonly ok: false; readonly words: string };

const FIELDS = 'summary,issuetype,project,parent,reporter,status';
/** Sub-task, story, epic, and what some sites have above an epic. */
const LEVELS_ABOVE = 4;
const PROPERTIES = `${CONTEXT_PROPERTY},${CONFLICTS_PROPERTY}`;

/** Stops loading with words for the page; never leaves this file. */
class LoadingFailed extends Error {}

/**
 * Reads ticket, context, settings and what the user may do with the ticket: one round of requests, two where the ticket asks
 * another project or shows a parent's context. What the user may do for infrastructure is asked afterwards (`mayForInfrastructure`):
 * nobody should wait for it to read.
 */
export async function loadPanel(calls: JiraCalls, issueId: string, projectId: string | undefined): Promise<PanelLoaded> {
  try {
    const own = projectId === undefined ? undefined : loadSettings(calls, projectId);
    const [issue, permissions] = await Promise.all([
      calls.request(`/rest/api/3/issue/${issueId}?fields=${FIELDS}&properties=${PROPERTIES}`),
      calls.request(`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,TRANSITION_ISSUES&issueId=${issueId}`),
    ]);
    const reply = readIssue(issue);
    const stored = readStoredContext(reply.properties?.[CONTEXT_PROPERTY]);
    const conflicts = ticketConflictsSchema.safeParse(reply.properties?.[CONFLICTS_PROPERTY]);
    const { project, parent } = reply.fields;
    const [ownSettings, inherited] = await Promise.all([
      project.id === projectId && own !== undefined ? own : loadSettings(calls, project.id),
      parent && !saysWhy(contentIn(stored)) && (stored.state === 'absent' || stored.state === 'read') ? readAncestor(calls, parent) : undefined,
    ]);
    const infra = contentIn(stored).infra ?? inherited?.record.infra;
    const asked = await findAsked(calls, { id: project.id, key: project.key }, ownSettings, infra);
    const granted = readPermissions(permissions);
    const data: PanelData = {
      ticket: ticketOf(reply), stored, asked,
      ...(conflicts.success ? { conflicts: conflicts.data } : {}),
      ...(inherited === undefined ? {} : { inherited }),
      may: {
        edit: granted['EDIT_ISSUES'] === true, transition: granted['TRANSITION_ISSUES'] === true, ...NOTHING_FOR_INFRASTRUCTURE,
        administerOwn: 'facts' in ownSettings && ownSettings.facts.administers,
      },
    };
    return { ok: true, data };
  } catch (error) {
    if (error instanceof LoadingFailed) return { ok: false, words: error.message };
    throw error;
  }
}

/** The content of whatever stands in the property, as far as it can be read. */
export function contentIn(stored: StoredContext): ContextContent {
  switch (stored.state) {
    case 'absent': case 'newer': return {};
    case 'read': return stored.record;
    case 'malformed': return stored.salvaged;
    default: return stored satisfies never;
  }
}

/** The revision that a save starts from. */
export function revIn(stored: StoredContext): number {
  switch (stored.state) {
    case 'absent': return 0;
    case 'newer': case 'malformed': return stored.rev;
    case 'read': return stored.record.rev;
    default: return stored satisfies never;
  }
}

const NOTHING_FOR_INFRASTRUCTURE: MayForInfrastructure = { accept: false, answerForInfrastructure: false };

/** What this user may do in the name of the infrastructure project. */
export async function mayForInfrastructure(calls: JiraCalls, asked: Asked): Promise<MayForInfrastructure> {
  if (asked.state !== 'known') return NOTHING_FOR_INFRASTRUCTURE;
  const { project, settings } = asked;
  const [permissions, inRole] = await Promise.all([
    calls.request(`/rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER_PROJECTS&projectId=${project.id}`),
    settings.infraRole === undefined ? undefined : loadRole(calls, project.id, settings.infraRole.name),
  ]);
  const granted = readPermissions(permissions);
  return { accept: granted['EDIT_ISSUES'] === true, answerForInfrastructure: inRole ?? granted['ADMINISTER_PROJECTS'] === true };
}

/** The settings of the project that a ticket asks; `infra` is the record's own word, which decides. */
export async function findAsked(calls: JiraCalls, own: ProjectRef, ownSettings: SettingsFound, infra: ProjectRef | undefined): Promise<Asked> {
  if (infra === undefined || infra.id === own.id) return askedOf(own, ownSettings, infra !== undefined);
  return askedOf(infra, await loadSettings(calls, infra.id), true);
}

function askedOf(project: ProjectRef, found: SettingsFound, isNamed: boolean): Asked {
  switch (found.kind) {
    case 'read': return { state: 'known', project, settings: found.settings };
    case 'absent': return isNamed ? { state: 'unreadable', project, words: `${project.key} has not opted in to Groundwork (any more). Its project administrator can do so under Project settings, Groundwork.` } : { state: 'none' };
    case 'forbidden': return { state: 'invisible', project };
    case 'unreadable': return { state: 'unreadable', project, words: found.words };
    case 'failed': throw new LoadingFailed(found.words);
    case 'cancelled': throw new LoadingFailed('Loading was stopped.');
    default: return found satisfies never;
  }
}

function readIssue(outcome: CallOutcome): IssueReply {
  const { status, body } = answered(outcome);
  if (status === 404) throw new LoadingFailed('Jira does not show you this ticket: it was deleted, or you may not browse it. Ask your project administrator if you should.');
  const parsed = issueReplySchema.safeParse(body);
  if (status !== 200 || !parsed.success) throw new LoadingFailed(status === 200 ? 'Jira described this ticket in a way this page does not understand. Try again; if it stays like this, tell your Jira administrator.' : wordsOfRefusal(status, body));
  return parsed.data;
}

function answered(outcome: CallOutcome): { status: number; body: unknown } {
  switch (outcome.kind) {
    case 'answered': return outcome;
    case 'cancelled': throw new LoadingFailed('Loading was stopped.');
    case 'unreachable': throw new LoadingFailed(outcome.words);
    default: return outcome satisfies never;
  }
}

/** A refusal means: none of them. */
function readPermissions(outcome: CallOutcome): Readonly<Record<string, boolean>> {
  const { status, body } = answered(outcome);
  const parsed = permissionsReply.safeParse(body);
  if (status !== 200 || !parsed.success) return {};
  return Object.fromEntries(Object.entries(parsed.data.permissions).map(([name, { havePermission }]) => [name, havePermission]));
}

/** The nearest ticket above that says why; nothing when none does, or none is visible. */
async function readAncestor(calls: JiraCalls, parent: ProjectRef): Promise<{ key: string; record: ProductContext } | undefined> {
  let next: ProjectRef | undefined = parent;
  for (let level = 0; level < LEVELS_ABOVE && next !== undefined; level += 1) {
    const { status, body } = answered(await calls.request(`/rest/api/3/issue/${next.id}?fields=summary,issuetype,project,parent&properties=${CONTEXT_PROPERTY}`));
    const parsed = issueReplySchema.safeParse(body);
    if (status !== 200 || !parsed.success) return undefined;
    const stored = readStoredContext(parsed.data.properties?.[CONTEXT_PROPERTY]);
    if (stored.state === 'read' && saysWhy(stored.record)) return { key: parsed.data.key, record: stored.record };
    next = parsed.data.fields.parent ?? undefined;
  }
  return undefined;
}

function ticketOf({ id, key, fields }: IssueReply): Ticket {
  return {
    id, key, summary: fields.summary ?? '', typeName: fields.issuetype.name, isSubtask: fields.issuetype.subtask === true,
    isDone: fields.status?.statusCategory?.key === 'done', project: { id: fields.project.id, key: fields.project.key },
    ...(fields.reporter ? { reporter: fields.reporter.accountId } : {}),
  };
}
