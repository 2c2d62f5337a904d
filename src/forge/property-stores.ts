import { route, type Route } from '@forge/api';
import type { TicketConflicts } from '../contract/conflicts';
import { DECISIONS_PROPERTY } from '../contract/decisions';
import { propertyReply } from '../contract/jira-replies';
import { ASKED_PROPERTY, CONFLICTS_PROPERTY, CONTEXT_PROPERTY, MEETING_PROPERTY, PLAN_PROPERTY, SETTINGS_PROPERTY } from '../contract/limits';
import type { AskedStore, ContextStore, MeetingStore, Outcome, PlanStore, RecordStore, SettingsStore } from '../usecases/ports';
import type { DecisionParts } from '../usecases/shared-data/ports';
import { askJira, NO_REPLY, type Actor } from './ask-jira';

/** The context of a ticket: an issue property, written as the user. */
export const contextStore: ContextStore = storeAt('user', (issueId) => route`/rest/api/3/issue/${issueId}/properties/${CONTEXT_PROPERTY}`);

/** How often Groundwork asked on a ticket: an issue property, written as the user. */
export const askedStore: AskedStore = storeAt('user', (issueId) => route`/rest/api/3/issue/${issueId}/properties/${ASKED_PROPERTY}`);

/** What planning meetings leave behind: a project property, which Jira lets only the project's administrators write. */
export const meetingStore: MeetingStore = storeAt('user', (projectId) => route`/rest/api/3/project/${projectId}/properties/${MEETING_PROPERTY}`);

/** The plan that a project agreed on: a project property, which Jira lets only the project's administrators write. */
export const planStore: PlanStore = storeAt('user', (projectId) => route`/rest/api/3/project/${projectId}/properties/${PLAN_PROPERTY}`);

/** The settings of an infrastructure project: a project property, written as the user. */
export const settingsStore: SettingsStore = settingsAs('user');
/** The same, read where no user is. */
export const appSettings: SettingsStore = settingsAs('app');

/** The decisions of an infrastructure project: project properties, which Jira lets only its administrators write. */
export const decisionParts: DecisionParts = decisionPartsAs('user');
/** The same, read where no user is. */
export const appDecisions: DecisionParts = decisionPartsAs('app');

/** The computed conflicts of a ticket, written as the app by the consumer alone. */
export function writeConflicts(ticketId: string, result: TicketConflicts): Promise<Outcome<null>> {
  return askJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/issue/${ticketId}/properties/${CONFLICTS_PROPERTY}`, body: result, reply: NO_REPLY });
}

function settingsAs(as: Actor): SettingsStore {
  return storeAt(as, (projectId) => route`/rest/api/3/project/${projectId}/properties/${SETTINGS_PROPERTY}`);
}

function decisionPartsAs(as: Actor): DecisionParts {
  const pathOf = (projectId: string, part: number) => route`/rest/api/3/project/${projectId}/properties/${`${DECISIONS_PROPERTY}.${part}`}`;
  return {
    read: (projectId, part) => readProperty(as, pathOf(projectId, part)),
    write: (projectId, part, value) => askJira({ as, method: 'PUT', path: pathOf(projectId, part), body: value, reply: NO_REPLY }),
  };
}

function storeAt<R>(as: Actor, pathOf: (id: string) => Route): RecordStore<R> {
  return {
    read: (id) => readProperty(as, pathOf(id)),
    write: (id, record) => askJira({ as, method: 'PUT', path: pathOf(id), body: record, reply: NO_REPLY }),
  };
}

async function readProperty(as: Actor, path: Route): Promise<Outcome<unknown>> {
  const found = await askJira({ as, method: 'GET', path, reply: propertyReply });
  if (found.ok) return { ok: true, value: found.value.value };
  return found.failure.kind === 'not-found' ? { ok: true, value: undefined } : found;
}
