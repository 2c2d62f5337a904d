import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import { describeFailure, type Deed } from '../describe-failure';
import type { Ports } from '../ports';
import { mayInProject } from './may-in-project';

const DEED: Deed = {
  doing: 'check everything again', kept: 'Nothing was changed.',
  forbidden: 'Only administrators of this project may have everything checked again. Ask one of them.',
  gone: 'The project is not there any more, or you may no longer see it.',
};

/** Has the claim index read anew from the tickets, page by page, and everything checked again. */
export async function rebuildClaims(ports: Ports, { projectId }: CallPayload<'rebuildClaims'>): Promise<Reply<CallReplies['rebuildClaims']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', DEED);
  if (!allowed.ok) return allowed;
  const left = await ports.leave.recheck([{ work: { kind: 'index', projectId }, delaySeconds: 0 }]);
  return left.ok ? { ok: true, value: { queued: true } } : { ok: false, problem: describeFailure(left.failure, DEED) };
}
