import { route, type Route } from '@forge/api';
import { propertyReply } from '../contract/jira-replies';
import { CONTEXT_PROPERTY, MEETING_PROPERTY, SETTINGS_PROPERTY } from '../contract/limits';
import type { ContextStore, MeetingStore, Outcome, RecordStore, SettingsStore } from '../usecases/ports';
import { askJira, NO_REPLY } from './ask-jira';

/** The context of a ticket: an issue property, written as the user. */
export const contextStore: ContextStore = storeAt((issueId) => route`/rest/api/3/issue/${issueId}/properties/${CONTEXT_PROPERTY}`);

/** What planning meetings leave behind: a project property, which Jira lets only the project's administrators write. */
export const meetingStore: MeetingStore = storeAt((projectId) => route`/rest/api/3/project/${projectId}/properties/${MEETING_PROPERTY}`);

/** The settings of an infrastructure project: a project property, written as the user. */
export const settingsStore: SettingsStore = storeAt((projectId) => route`/rest/api/3/project/${projectId}/properties/${SETTINGS_PROPERTY}`);

function storeAt<R>(pathOf: (id: string) => Route): RecordStore<R> {
  return {
    async read(id): Promise<Outcome<unknown>> {
      const found = await askJira({ method: 'GET', path: pathOf(id), reply: propertyReply });
      if (found.ok) return { ok: true, value: found.value.value };
      return found.failure.kind === 'not-found' ? { ok: true, value: undefined } : found;
    },
    write: (id, record) => askJira({ method: 'PUT', path: pathOf(id), body: record, reply: NO_REPLY }),
  };
}
