import * as z from 'zod';
import { findProject } from '../jira/find-issue';
import { mayAdministerProject } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import type { Role } from '../jira/vocabulary';
import { pathValue, readBody } from './read-body';
import { requireActor, requireAdministrator } from './require-actor';
import type { RestAnswer, RestCall, Route } from './route';

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
      const actors = showActors(call, role, project.roles[role.id] ?? []);
      return { status: 200, body: { ...showRole(role, `${call.site}/rest/api/3/project/${project.id}`), actors }, read: { identity: 1 } };
    },
  },
  {
    method: 'POST', pattern: `${ROLES}/{id}`, scopes: ['manage:jira-configuration'], writes: true,
    handle: (call) => changeActors(call, (accountIds, current) => [...new Set([...current, ...accountIds])], readBody(call.body, z.object({ user: z.array(z.string()).min(1) })).user),
  },
  {
    method: 'DELETE', pattern: `${ROLES}/{id}`, scopes: ['manage:jira-project'], writes: true,
    handle: (call) => {
      changeActors(call, (accountIds, current) => current.filter((accountId) => !accountIds.includes(accountId)), [call.query.get('user') ?? refuse(400, 'The local Jira removes users from roles: name one with user=.')]);
      return { status: 204 };
    },
  },
];

/** Gives a role of the project other members, for those who administer it. */
function changeActors(call: RestCall, change: (accountIds: readonly string[], current: readonly string[]) => string[], accountIds: readonly string[]): RestAnswer {
  const project = findProject(call.tables, call.actor, pathValue(call.path, 'projectIdOrKey'));
  if (!mayAdministerProject(call.tables, call.actor, project)) refuse(403, 'You cannot edit the configuration of this project.');
  const role = call.tables.roles.get(pathValue(call.path, 'id'));
  if (role === undefined) refuse(404, `Can not retrieve a role actor with id ${pathValue(call.path, 'id')}.`);
  const unknown = accountIds.find((accountId) => call.tables.people.get(accountId) === undefined);
  if (unknown !== undefined) refuse(404, `Can't find a user with the account ID '${unknown}'.`);
  const members = change(accountIds, project.roles[role.id] ?? []);
  call.tables.projects.put(project.id, { ...project, roles: { ...project.roles, [role.id]: members } });
  return { status: 200, body: { ...showRole(role, `${call.site}/rest/api/3/project/${project.id}`), actors: showActors(call, role, members) } };
}

function showActors(call: RestCall, role: Role, members: readonly string[]): Record<string, unknown>[] {
  return members.map((accountId, at) => ({
    id: Number(`${role.id}${at}`), displayName: call.tables.people.get(accountId)?.displayName ?? accountId, type: 'atlassian-user-role-actor', actorUser: { accountId },
  }));
}
