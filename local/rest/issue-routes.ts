import * as z from 'zod';
import { demand, findIssue } from '../jira/find-issue';
import { mayInProject } from '../jira/permissions';
import { touchIssue } from '../jira/touch-issue';
import { refuse } from '../jira/refusal';
import { createIssue } from './create-issue';
import { changeFields } from './change-fields';
import { deleteIssue } from './delete-issue';
import { listParameter, pathValue, readBody } from './read-body';
import { requireActor } from './require-actor';
import { readExpand } from './read-expand';
import type { RestCall, Route } from './route';
import { showIssue, type Wanted } from './show-issue';
import { writeProperty } from '../jira/properties';

const ONE = '/rest/api/3/issue/{issueIdOrKey}';

const changesSchema = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({}),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});

/** What `fields`, `properties` and `expand` of the query ask for. */
function wantedOf(call: RestCall): Wanted {
  return {
    fields: listParameter(call.query, 'fields') ?? ['*all'], properties: listParameter(call.query, 'properties') ?? [],
    expand: readExpand(call, ['names']),
  };
}

export const ISSUE_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/issue', scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = createIssue(call, readBody(call.body, changesSchema));
      return { status: 201, body: { id: issue.id, key: issue.key, self: `${call.site}/rest/api/3/issue/${issue.id}` } };
    },
  },
  {
    method: 'GET', pattern: ONE, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      return { status: 200, body: showIssue(issue, wantedOf(call), call), read: { core: 1 } };
    },
  },
  {
    method: 'PUT', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      demand(call.tables, call.actor, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
      const changes = readBody(call.body, changesSchema);
      call.services.writeLimits.count(issue.id);
      const changed = touchIssue(call.tables, call.services, changeFields(issue, changes, call.tables, call.actor));
      for (const { key, value } of changes.properties) writeProperty(call.tables, { entity: 'issue', entityId: issue.id, key, value });
      return call.query.get('returnIssue') === 'true' ? { status: 200, body: showIssue(changed, wantedOf(call), call) } : { status: 204 };
    },
  },
  {
    method: 'DELETE', pattern: ONE, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      demand(call.tables, call.actor, 'DELETE_ISSUES', issue, 'You do not have permission to delete issues in this project.');
      deleteIssue(call.tables, issue, call.query.get('deleteSubtasks') === 'true');
      return { status: 204 };
    },
  },
  {
    method: 'PUT', pattern: `${ONE}/assignee`, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      const { accountId } = readBody(call.body, z.object({ accountId: z.string().nullable().default(null) }));
      call.services.writeLimits.count(issue.id);
      const assignee = accountId === null ? null : { accountId };
      touchIssue(call.tables, call.services, changeFields(issue, { fields: { assignee }, update: {} }, call.tables, call.actor));
      return { status: 204 };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      requireActor(call);
      const wanted = pathValue(call.path, 'projectIdOrKey').toUpperCase();
      const project = [...call.tables.projects.values()].find(({ id, key }) => id === wanted || key === wanted);
      if (project === undefined || !mayInProject(call.tables, call.actor, 'CREATE_ISSUES', project)) refuse(404, `No project could be found with key '${wanted}'.`);
      const issueTypes = project.issueTypes.flatMap((id) => {
        const type = call.tables.issueTypes.get(id);
        return type === undefined ? [] : [{ self: `${call.site}/rest/api/3/issuetype/${id}`, id, name: type.name, description: type.description, subtask: type.hierarchyLevel === -1, hierarchyLevel: type.hierarchyLevel }];
      });
      return { status: 200, body: { startAt: 0, maxResults: 50, total: issueTypes.length, issueTypes } };
    },
  },
];
