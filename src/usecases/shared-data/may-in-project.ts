import type { Reply } from '../../contract/calls';
import { describeEarlyFailure, type Deed } from '../describe-failure';
import type { Ports } from '../ports';
import { refuse } from '../refuse';

/** Whether the user administers the project, or browses it, asked as the user before the app's own store is touched. */
export async function mayInProject(ports: Pick<Ports, 'permissions'>, projectId: string, permission: 'ADMINISTER_PROJECTS' | 'BROWSE_PROJECTS', deed: Deed): Promise<Reply<null>> {
  const allowed = await ports.permissions.mayInProject(projectId, permission);
  if (!allowed.ok) return { ok: false, problem: describeEarlyFailure(allowed.failure, deed) };
  return allowed.value ? { ok: true, value: null } : refuse('FORBIDDEN', `${deed.forbidden} ${deed.kept}`);
}
