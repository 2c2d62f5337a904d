import { findProject } from '../jira/find-issue';
import { mayAdministerProject, mayInProject, maySeeProject } from '../jira/permissions';
import type { Project } from '../jira/project';
import { parsePropertyValue, propertiesOf, propertyId, readProperty, writeProperty } from '../jira/properties';
import { refuse } from '../jira/refusal';
import { matchesPropertyQuery } from './match-property-query';
import { listParameter, numberParameter, pathValue } from './read-body';
import type { RestCall, Route } from './route';
import { showProject } from './show-project';
import { showIssueType, showStatus } from './show-vocabulary';

const ONE = '/rest/api/3/project/{projectIdOrKey}';
const PROPERTIES = `${ONE}/properties`;
const PROPERTY = `${PROPERTIES}/{propertyKey}`;

function projectOf(call: RestCall): Project {
  return findProject(call.tables, call.actor, pathValue(call.path, 'projectIdOrKey'));
}

function administeredProject(call: RestCall): Project {
  const project = projectOf(call);
  if (!mayAdministerProject(call.tables, call.actor, project)) refuse(403, 'You do not have permission to edit the properties of this project.');
  return project;
}

/** Projects that the actor may see, or may do to what `action` says. */
function visibleProjects(call: RestCall): Project[] {
  const action = call.query.get('action') ?? 'view';
  return [...call.tables.projects.values()].filter((project) => {
    switch (action) {
      case 'view': case 'browse': return maySeeProject(call.tables, call.actor, project);
      case 'edit': return maySeeProject(call.tables, call.actor, project) && mayAdministerProject(call.tables, call.actor, project);
      case 'create': return mayInProject(call.tables, call.actor, 'CREATE_ISSUES', project);
      default: return refuse(400, `The action '${action}' is not known.`);
    }
  });
}

export const PROJECT_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/project', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const projects = visibleProjects(call).map((project) => showProject(project, call, listParameter(call.query, 'expand') ?? []));
      return { status: 200, body: projects, read: { core: projects.length } };
    },
  },
  { method: 'GET', pattern: '/rest/api/3/project/search', scopes: ['read:jira-work'], writes: false, handle: searchProjects },
  {
    method: 'GET', pattern: ONE, scopes: ['read:jira-work'], writes: false,
    handle: (call) => ({
      status: 200, body: showProject(projectOf(call), call, ['description', 'lead', 'issueTypes', ...(listParameter(call.query, 'expand') ?? [])], listParameter(call.query, 'properties') ?? []), read: { core: 1 },
    }),
  },
  {
    method: 'GET', pattern: `${ONE}/statuses`, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const project = projectOf(call);
      const statuses = (call.tables.workflows.get(project.workflow)?.statuses ?? []).map((id) => showStatus(call.tables.statuses.get(id), call.site));
      const types = project.issueTypes.map((id) => ({ ...pick(showIssueType(call.tables.issueTypes.get(id), call.site)), statuses }));
      return { status: 200, body: types, read: { core: types.length } };
    },
  },
  {
    method: 'GET', pattern: PROPERTIES, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const project = projectOf(call);
      const keys = propertiesOf(call.tables, 'project', project.id).map(({ key }) => ({ self: `${call.site}/rest/api/3/project/${project.key}/properties/${encodeURIComponent(key)}`, key }));
      return { status: 200, body: { keys } };
    },
  },
  {
    method: 'GET', pattern: PROPERTY, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const key = pathValue(call.path, 'propertyKey');
      const found = readProperty(call.tables, 'project', projectOf(call).id, key);
      if (found === undefined) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 200, body: { key, value: found.value } };
    },
  },
  {
    method: 'PUT', pattern: PROPERTY, scopes: ['manage:jira-project'], writes: true,
    handle: (call) => {
      const project = administeredProject(call);
      const { created } = writeProperty(call.tables, { entity: 'project', entityId: project.id, key: pathValue(call.path, 'propertyKey'), value: parsePropertyValue(call.body) });
      return { status: created ? 201 : 200 };
    },
  },
  {
    method: 'DELETE', pattern: PROPERTY, scopes: ['manage:jira-project'], writes: true,
    handle: (call) => {
      const key = pathValue(call.path, 'propertyKey');
      if (!call.tables.properties.delete(propertyId('project', administeredProject(call).id, key))) refuse(404, `The property with key "${key}" does not exist.`);
      return { status: 204 };
    },
  },
];

function searchProjects(call: RestCall): { status: number; body: unknown; read: { core: number } } {
  const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const maxResults = numberParameter(call.query, 'maxResults', 50, 100);
  const ids = listParameter(call.query, 'id');
  const keys = listParameter(call.query, 'keys');
  const typeKeys = listParameter(call.query, 'typeKey');
  const text = call.query.get('query')?.toLowerCase();
  const propertyQuery = call.query.get('propertyQuery');
  const found = visibleProjects(call)
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .filter(({ key }) => keys === undefined || keys.includes(key))
    .filter(({ projectTypeKey }) => typeKeys === undefined || typeKeys.includes(projectTypeKey))
    .filter(({ key, name }) => text === undefined || key.toLowerCase().includes(text) || name.toLowerCase().includes(text))
    .filter(({ id }) => propertyQuery === null || matchesPropertyQuery(propertyQuery, (key) => readProperty(call.tables, 'project', id, key)?.value))
    .sort(projectOrder(call.query.get('orderBy') ?? 'key'));
  const values = found.slice(startAt, startAt + maxResults).map((project) => showProject(project, call, listParameter(call.query, 'expand') ?? [], listParameter(call.query, 'properties') ?? []));
  const isLast = startAt + values.length >= found.length;
  const page = (at: number): string => `${call.site}/rest/api/3/project/search?startAt=${at}&maxResults=${maxResults}`;
  return { status: 200, body: { self: page(startAt), ...(isLast ? {} : { nextPage: page(startAt + values.length) }), maxResults, startAt, total: found.length, isLast, values }, read: { core: values.length } };
}

function projectOrder(orderBy: string): (a: Project, b: Project) => number {
  const name = orderBy.replace(/^[+-]/, '');
  const direction = orderBy.startsWith('-') ? -1 : 1;
  if (name !== 'key' && name !== 'name') refuse(400, `The order '${orderBy}' is not served here: key or name.`);
  return (a, b) => direction * a[name].localeCompare(b[name]);
}

function pick(type: Record<string, unknown> | null): Record<string, unknown> {
  return { self: type?.['self'], id: type?.['id'], name: type?.['name'], subtask: type?.['subtask'] };
}
