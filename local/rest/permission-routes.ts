import * as z from 'zod';
import { findIssue, findProject, projectOf } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import { isAdministrator, mayAdministerProject, mayBrowse, mayInProject, type Actor } from '../jira/permissions';
import { PROJECT_PERMISSIONS, type Project, type ProjectPermission } from '../jira/project';
import { refuse } from '../jira/refusal';
import { listParameter, readBody } from './read-body';
import { requireActor, requireAdministrator } from './require-actor';
import type { RestCall, Route } from './route';

const NAMES: Readonly<Record<ProjectPermission, string>> = {
  BROWSE_PROJECTS: 'Browse Projects', CREATE_ISSUES: 'Create Issues', EDIT_ISSUES: 'Edit Issues', TRANSITION_ISSUES: 'Transition Issues',
  DELETE_ISSUES: 'Delete Issues', ASSIGN_ISSUES: 'Assign Issues', ASSIGNABLE_USER: 'Assignable User', ADD_COMMENTS: 'Add Comments',
  EDIT_ALL_COMMENTS: 'Edit All Comments', EDIT_OWN_COMMENTS: 'Edit Own Comments', DELETE_ALL_COMMENTS: 'Delete All Comments',
  DELETE_OWN_COMMENTS: 'Delete Own Comments', LINK_ISSUES: 'Link Issues', ADMINISTER_PROJECTS: 'Administer Projects', SET_ISSUE_SECURITY: 'Set Issue Security',
};

const GLOBAL_PERMISSIONS = ['ADMINISTER'] as const;

const checkSchema = z.strictObject({
  accountId: z.string().optional(), globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z.array(z.strictObject({
    permissions: z.array(z.string()), issues: z.array(z.number().int()).max(1000).default([]), projects: z.array(z.number().int()).max(1000).default([]),
  })).default([]),
});

function isProjectPermission(name: string): name is ProjectPermission {
  return (PROJECT_PERMISSIONS as readonly string[]).includes(name);
}

function holdsInProject(call: RestCall, actor: Actor, permission: ProjectPermission, project: Project, issue?: Issue): boolean {
  if (permission === 'ADMINISTER_PROJECTS') return mayAdministerProject(call.tables, actor, project);
  return mayInProject(call.tables, actor, permission, project, issue);
}

export const PERMISSION_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/permissions/check', scopes: [], writes: false,
    handle: (call) => {
      const request = readBody(call.body, checkSchema);
      const actor = request.accountId ?? call.actor;
      if (request.accountId !== undefined && request.accountId !== call.actor) requireAdministrator(call);
      const unknown = [...request.projectPermissions.flatMap(({ permissions }) => permissions).filter((name) => !isProjectPermission(name)), ...request.globalPermissions.filter((name) => !(GLOBAL_PERMISSIONS as readonly string[]).includes(name))];
      if (unknown.length > 0) refuse(400, `Unrecognized permissions: ${unknown.join(', ')}.`);
      const projectPermissions = request.projectPermissions.flatMap(({ permissions, issues, projects }) => permissions.filter(isProjectPermission).map((permission) => ({
        permission,
        issues: issues.filter((id) => {
          const issue = call.tables.issues.get(String(id));
          return issue !== undefined && mayBrowse(call.tables, actor, issue) && holdsInProject(call, actor, permission, projectOf(call.tables, issue), issue);
        }),
        projects: projects.filter((id) => {
          const project = call.tables.projects.get(String(id));
          return project !== undefined && holdsInProject(call, actor, permission, project);
        }),
      })));
      return { status: 200, body: { globalPermissions: request.globalPermissions.filter(() => isAdministrator(call.tables, actor)), projectPermissions } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/mypermissions', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const names = listParameter(call.query, 'permissions');
      if (names === undefined || names.length === 0) refuse(400, "The 'permissions' query parameter is required.");
      const issueReference = call.query.get('issueId') ?? call.query.get('issueKey');
      const projectReference = call.query.get('projectId') ?? call.query.get('projectKey');
      const issue = issueReference === null ? undefined : findIssue(call.tables, call.actor, issueReference);
      const project = issue === undefined ? (projectReference === null ? undefined : findProject(call.tables, call.actor, projectReference)) : projectOf(call.tables, issue);
      const permissions = Object.fromEntries(names.map((name) => [name, showPermission(call, name, project, issue)]));
      return { status: 200, body: { permissions } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/permissions', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireActor(call);
      const permissions = Object.fromEntries([...PROJECT_PERMISSIONS.map((key) => [key, { key, name: NAMES[key], type: 'PROJECT', description: '' }]), ['ADMINISTER', { key: 'ADMINISTER', name: 'Administer Jira', type: 'GLOBAL', description: '' }]]);
      return { status: 200, body: { permissions } };
    },
  },
];

/** Without a project, Jira answers whether there is any project in which the actor holds the permission. */
function showPermission(call: RestCall, name: string, project: Project | undefined, issue: Issue | undefined): Record<string, unknown> {
  if (name === 'ADMINISTER') return { id: '0', key: name, name: 'Administer Jira', type: 'GLOBAL', description: '', havePermission: isAdministrator(call.tables, call.actor) };
  if (!isProjectPermission(name)) refuse(400, `Unrecognized permission: ${name}.`);
  const havePermission = project === undefined
    ? [...call.tables.projects.values()].some((candidate) => holdsInProject(call, call.actor, name, candidate))
    : holdsInProject(call, call.actor, name, project, issue);
  return { id: String(10 + PROJECT_PERMISSIONS.indexOf(name)), key: name, name: NAMES[name], type: 'PROJECT', description: '', havePermission };
}
