import { findProject } from '../jira/find-issue';
import { mayAdministerProject } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import type { Role } from '../jira/vocabulary';
import { pathValue } from './read-body';
import { requireActor, requireAdministrator } from './require-actor';
import type { Route } from './route';

const ROLES = '/rest/api/3/project/{projectIdOrKey}/role';

function showRole(role: Role, base: string): Record<string, unknown> {
  return { self: `${base}/role/${role.id}`, name: role.name, id: Number(role.id), description: role.description, admin: role.name === 'Administrators', default: false, roleConfigurable: true };
}

export const ROLE_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/role', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireAdministrator(call);
      return { status: 200, body: [...call.tables.roles.values()].map((role) => showRole(role, `${call.site}/rest/api/3`)), read: { identity: call.tables.roles.size } };
    },
  },
  {
    method: 'GET', pattern: ROLES, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const project = findProject(call.tables, call.actor, pathValue(call.path, 'projectIdOrKey'));
      const roles = [...call.tables.roles.values()];
      return {
        status: 200, read: { identity: roles.length },
        body: Object.fromEntries(roles.map(({ id, name }) => [name, `${call.site}/rest/api/3/project/${project.id}/role/${id}`])),
      };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/project/{projectIdOrKey}/roledetails', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const actor = requireActor(call).accountId;
      const project = findProject(call.tables, call.actor, pathValue(call.path, 'projectIdOrKey'));
      const own = call.query.get('currentMember') === 'true';
      const roles = [...call.tables.roles.values()].filter(({ id }) => !own || (project.roles[id]?.includes(actor) ?? false));
      return { status: 200, body: roles.map((role) => showRole(role, `${call.site}/rest/api/3/project/${project.id}`)), read: { identity: roles.length } };
    },
  },
  {
    method: 'GET', pattern: `${ROLES}/{id}`, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const project = findProject(call.tables, call.actor, pathValue(call.path, 'projectIdOrKey'));
      if (!mayAdministerProject(call.tables, call.actor, project)) refuse(403, 'You cannot edit the configuration of this project.');
      const role = call.tables.roles.get(pathValue(call.path, 'id'));
      if (role === undefined) refuse(404, `Can not retrieve a role actor with id ${pathValue(call.path, 'id')}.`);
      const actors = (project.roles[role.id] ?? []).map((accountId, at) => ({
        id: Number(`${role.id}${at}`), displayName: call.tables.people.get(accountId)?.displayName ?? accountId, type: 'atlassian-user-role-actor', actorUser: { accountId },
      }));
      return { status: 200, body: { ...showRole(role, `${call.site}/rest/api/3/project/${project.id}`), actors }, read: { identity: 1 } };
    },
  },
];
