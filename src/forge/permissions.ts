import { route, type Route } from '@forge/api';
import { permissionsReply, searchReply } from '../contract/jira-replies';
import type { Outcome, Permissions } from '../usecases/ports';
import { askJira } from './ask-jira';

/** What the user may do, asked as the user. Numeric ids only: keys change, and Jira compares ids. */
export const permissions: Permissions = {
  mayOnTicket: (issueId, permission) => holds(permission, route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=${permission}`),
  mayInProject: (projectId, permission) => holds(permission, route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${permission}`),
  async isInRole(projectId, roleName) {
    const found = await askJira({
      method: 'POST', path: route`/rest/api/3/search/jql`, reply: searchReply, repeatable: true,
      // JSON's escapes are those of a JQL string.
      body: { jql: `project = ${projectId} AND project in projectsWhereUserHasRole(${JSON.stringify(roleName)})`, maxResults: 1, fields: ['id'] },
    });
    if (found.ok) return { ok: true, value: found.value.issues.length > 0 };
    // Jira refuses the name of a role that is not there any more: nobody is in it.
    return found.failure.kind === 'rejected' ? { ok: true, value: false } : found;
  },
};

async function holds(permission: string, path: Route): Promise<Outcome<boolean>> {
  const answer = await askJira({ method: 'GET', path, reply: permissionsReply });
  if (answer.ok) return { ok: true, value: answer.value.permissions[permission]?.havePermission === true };
  return answer.failure.kind === 'not-found' || answer.failure.kind === 'forbidden' ? { ok: true, value: false } : answer;
}
