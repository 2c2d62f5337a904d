import * as z from 'zod';
import type { ProjectSettings } from '../../src/domain/context/settings';
import type { CallOutcome, JiraCalls } from './load-calls';

const searchReply = z.object({ issues: z.array(z.unknown()) });

/** Whether the user is in a role of a project, asked as the backend asks it (docs/decisions/0006), since reading a role is for administrators only; undefined when Jira could not say. */
export async function loadRole(calls: JiraCalls, projectId: string, roleName: string): Promise<boolean | undefined> {
  return readRole(await calls.request('/rest/api/3/search/jql', {
    method: 'POST', body: { jql: `project = ${projectId} AND project in projectsWhereUserHasRole(${JSON.stringify(roleName)})`, maxResults: 1, fields: ['id'] },
  }));
}

function readRole(outcome: CallOutcome): boolean | undefined {
  if (outcome.kind !== 'answered') return undefined;
  // Jira refuses the name of a role that is not there any more: nobody is in it.
  if (outcome.status === 400) return false;
  const parsed = searchReply.safeParse(outcome.body);
  return outcome.status === 200 && parsed.success ? parsed.data.issues.length > 0 : undefined;
}

/** Whether the user writes infrastructure's part: in the role that the settings name, else as an administrator. Where Jira could not say, nobody is refused by a guess. */
export async function loadMayAnswer(calls: JiraCalls, { project, infraRole }: ProjectSettings, administers: boolean): Promise<boolean> {
  return infraRole === undefined ? administers : await loadRole(calls, project.id, infraRole.name) ?? true;
}
