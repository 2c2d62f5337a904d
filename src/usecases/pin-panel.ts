import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { describeFailure } from './describe-failure';
import type { Ports } from './ports';

/** Shows or hides the panel on every ticket of these projects. Jira lets only its administrators do that. */
export async function pinPanel(ports: Pick<Ports, 'pinPanel'>, { projectIds, action }: CallPayload<'pinPanel'>): Promise<Reply<CallReplies['pinPanel']>> {
  const task = await ports.pinPanel(projectIds, action);
  if (task.ok) return { ok: true, value: { taskId: task.value } };
  return {
    ok: false,
    problem: describeFailure(task.failure, {
      doing: action === 'PIN' ? 'show the panel on every ticket' : 'take the panel off the tickets',
      forbidden: 'Only Jira administrators may show the panel on every ticket of a project, and you are not one.',
      gone: 'One of these projects is not there any more, or this Jira does not know how to pin panels yet.',
      kept: 'Nothing was changed. On a ticket, anybody can open Apps and choose "Product context"; the panel\'s menu then has "Show for all work items" for administrators.',
    }),
  };
}
