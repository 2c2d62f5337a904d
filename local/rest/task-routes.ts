import type { Task } from '../jira/issue';
import { isAdministrator } from '../jira/permissions';
import { refuse } from '../jira/refusal';
import { nextId } from '../jira/site-tables';
import { pathValue } from './read-body';
import { requireActor } from './require-actor';
import type { RestCall, Route } from './route';

/** Records asynchronous work that is done, and gives the task that reports it. */
export function recordTask(call: RestCall, description: string, result: unknown, status: Task['status'] = 'COMPLETE'): Task {
  const task: Task = { id: nextId(call.tables, 'task'), description, submittedBy: requireActor(call).accountId, submitted: call.services.now(), status, result };
  call.tables.tasks.put(task.id, task);
  return task;
}

/** Where the task can be asked for. */
export function taskAddress(call: RestCall, task: Task): string {
  return `${call.site}/rest/api/3/task/${task.id}`;
}

export const TASK_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: '/rest/api/3/task/{taskId}', scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const actor = requireActor(call).accountId;
      const task = call.tables.tasks.get(pathValue(call.path, 'taskId'));
      if (task === undefined) refuse(404, 'The task was not found.');
      if (task.submittedBy !== actor && !isAdministrator(call.tables, actor)) refuse(403, 'You do not have permission to see this task.');
      return {
        status: 200,
        body: {
          self: taskAddress(call, task), id: task.id, description: task.description, status: task.status, result: task.result, submittedBy: submitterNumber(call, task),
          progress: 100, elapsedRuntime: 1, submitted: task.submitted, started: task.submitted, finished: task.submitted + 1, lastUpdate: task.submitted + 1,
        },
      };
    },
  },
];

/** Jira shows who submitted a task by an internal number. */
function submitterNumber(call: RestCall, task: Task): number {
  return 10_000 + [...call.tables.people.values()].findIndex(({ accountId }) => accountId === task.submittedBy);
}
