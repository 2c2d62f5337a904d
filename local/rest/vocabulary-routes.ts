import { fieldList } from './field-list';
import { requireActor } from './require-actor';
import type { Route } from './route';
import { showIssueType, showPriority, showResolution, showStatus, showStatusCategory } from './show-vocabulary';
import { STATUS_CATEGORIES } from '../jira/vocabulary';
import { maySeeProject } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { pathValue } from './read-body';

export const VOCABULARY_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/serverInfo', scopes: [], writes: false,
    handle: (call) => ({
      status: 200,
      body: {
        baseUrl: call.site, displayUrl: call.site, version: '1001.0.0-SNAPSHOT', versionNumbers: [1001, 0, 0], deploymentType: 'Cloud', buildNumber: 100_000,
        buildDate: '2026-08-22T00:00:00.000+0000', serverTime: new Date(call.services.now()).toISOString().replace('Z', '+0000'), scmInfo: 'local', serverTitle: "Groundwork's local Jira",
      },
    }),
  },
  {
    method: 'GET', pattern: '/rest/api/3/issuetype', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const types = [...call.tables.issueTypes.values()].map((type) => showIssueType(type, call.site));
      return { status: 200, body: types, read: { core: types.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/issuetype/project', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const project = call.tables.projects.get(call.query.get('projectId') ?? '');
      if (project === undefined || !maySeeProject(call.tables, call.actor, project)) refuse(404, 'The project was not found.');
      const types = project.issueTypes.map((id) => showIssueType(call.tables.issueTypes.get(id), call.site));
      return { status: 200, body: types, read: { core: types.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/status', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const statuses = [...call.tables.statuses.values()].map((status) => showStatus(status, call.site));
      return { status: 200, body: statuses, read: { core: statuses.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/status/{idOrName}', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const wanted = pathValue(call.path, 'idOrName');
      const status = [...call.tables.statuses.values()].find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
      if (status === undefined) refuse(404, `The status with id '${wanted}' does not exist`);
      return { status: 200, body: showStatus(status, call.site), read: { core: 1 } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/statuscategory', scopes: ['read:jira-work'], writes: false,
    handle: (call) => ({ status: 200, body: STATUS_CATEGORIES.map((category) => showStatusCategory(category, call.site)), read: { core: STATUS_CATEGORIES.length } }),
  },
  {
    method: 'GET', pattern: '/rest/api/3/priority', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      requireActor(call);
      const priorities = [...call.tables.priorities.values()].map((priority) => ({ ...showPriority(priority, call.site), description: priority.description, statusColor: priority.statusColor }));
      return { status: 200, body: priorities, read: { core: priorities.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/resolution', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      requireActor(call);
      const resolutions = [...call.tables.resolutions.values()].map((resolution) => showResolution(resolution, call.site));
      return { status: 200, body: resolutions, read: { core: resolutions.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/field', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const fields = fieldList(call.tables);
      return { status: 200, body: fields, read: { core: fields.length } };
    },
  },
];
