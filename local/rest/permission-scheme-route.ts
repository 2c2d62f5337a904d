import { findProject } from '../jira/find-issue';
import { isAdministrator, mayAdministerProject } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { pathValue } from './read-body';
import { requireActor } from './require-actor';
import type { Route } from './route';

/** Who holds a permission, as Jira writes it. Everybody here is a licensed user: an application role without a name. */
function showHolder(holder: string): Record<string, unknown> {
  const at = holder.indexOf(':');
  const [kind, name] = at === -1 ? [holder, ''] : [holder.slice(0, at), holder.slice(at + 1)];
  switch (kind) {
    case 'anyone': return { type: 'applicationRole' };
    case 'lead': return { type: 'projectLead' };
    case 'role': return { type: 'projectRole', parameter: name, value: name };
    case 'group': return { type: 'group', parameter: name, value: name };
    case 'user': return { type: 'user', parameter: name, value: name };
    default: return { type: kind };
  }
}

export const PERMISSION_SCHEME_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/project/{projectKeyOrId}/permissionscheme', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      requireActor(call);
      const project = findProject(call.tables, call.actor, pathValue(call.path, 'projectKeyOrId'));
      if (!mayAdministerProject(call.tables, call.actor, project) && !isAdministrator(call.tables, call.actor)) {
        refuse(403, 'You do not have permission to view the permission scheme of this project.');
      }
      const scheme = call.tables.permissionSchemes.get(project.permissionScheme);
      if (scheme === undefined) refuse(404, 'The permission scheme does not exist.');
      // Jira's ids are numbers and ours are names: the place in the list stands for one.
      const id = [...call.tables.permissionSchemes.values()].indexOf(scheme) + 1;
      const self = `${call.site}/rest/api/3/permissionscheme/${id}`;
      const grants = Object.entries(scheme.grants).flatMap(([permission, holders]) => holders.map((holder) => ({ permission, holder: showHolder(holder) })));
      const isExpanded = (call.query.get('expand') ?? '').split(',').some((part) => part === 'permissions' || part === 'all');
      const permissions = grants.map((grant, at) => ({ id: id * 1000 + at, self: `${self}/permission/${id * 1000 + at}`, ...grant }));
      return { status: 200, body: { id, self, name: scheme.name, expand: 'permissions,user,group,projectRole,field,all', ...(isExpanded ? { permissions } : {}) }, read: { identity: isExpanded ? grants.length : 1 } };
    },
  },
];
