/** Which tickets this user may edit, asked for many at once. */

import * as z from 'zod';
import type { JiraCalls } from './load-calls';

const reply = z.object({ projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()) })) });

/** Jira takes this many in one question. */
const AT_ONCE = 1000;

/** Ids of those that may be edited; undefined when Jira could not say, so that nobody is refused by a guess. */
export async function loadEditable(calls: JiraCalls, ids: readonly number[]): Promise<ReadonlySet<number> | undefined> {
  const outcome = await calls.request('/rest/api/3/permissions/check', {
    method: 'POST', body: { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: ids.slice(0, AT_ONCE) }] },
  });
  const parsed = outcome.kind === 'answered' && outcome.status === 200 ? reply.safeParse(outcome.body) : undefined;
  return parsed?.success === true ? new Set(parsed.data.projectPermissions.flatMap(({ issues }) => issues)) : undefined;
}
