import * as z from 'zod';
import { findIssue, projectOf } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import { mayInProject } from '../jira/permissions';
import { refuse, Refusal } from '../jira/refusal';
import { toJiraInstant } from '../jira/instant';
import { touchIssue } from '../jira/touch-issue';
import { checkValidators } from '../workflow/check-validators';
import type { Transition, Workflow } from '../workflow/workflow';
import { pathValue, readBody } from './read-body';
import { readExpand } from './read-expand';
import type { RestCall, Route } from './route';
import { showStatus } from './show-vocabulary';

const PATTERN = '/rest/api/3/issue/{issueIdOrKey}/transitions';

function workflowOf(call: RestCall, issue: Issue): Workflow {
  const project = projectOf(call.tables, issue);
  const workflow = call.tables.workflows.get(project.workflow);
  if (workflow === undefined) throw new Error(`Project ${project.key} has no workflow ${project.workflow}.`);
  return workflow;
}

/** Transitions out of the issue's status, for those who hold Transition issues. Validators do not hide a transition. */
function availableTransitions(call: RestCall, issue: Issue): Transition[] {
  if (!mayInProject(call.tables, call.actor, 'TRANSITION_ISSUES', projectOf(call.tables, issue), issue)) return [];
  return workflowOf(call, issue).transitions.filter(({ type, from, to }) => (type === 'GLOBAL' && to !== issue.statusId) || (type === 'DIRECTED' && from.includes(issue.statusId)));
}

export const TRANSITION_ROUTES: readonly Route[] = [
  {
    method: 'GET', pattern: PATTERN, scopes: ['read:jira-work'], writes: false,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      const wanted = call.query.get('transitionId');
      const transitions = availableTransitions(call, issue).filter(({ id }) => wanted === null || wanted === id).map((transition) => ({
        id: transition.id, name: transition.name, to: showStatus(call.tables.statuses.get(transition.to), call.site), hasScreen: false,
        isGlobal: transition.type === 'GLOBAL', isInitial: false, isAvailable: true, isConditional: false, looped: false,
        ...(readExpand(call, ['transitions.fields']).length > 0 ? { fields: {} } : {}),
      }));
      return { status: 200, body: { expand: 'transitions', transitions } };
    },
  },
  {
    method: 'POST', pattern: PATTERN, scopes: ['write:jira-work'], writes: true,
    handle: (call) => {
      const issue = findIssue(call.tables, call.actor, pathValue(call.path, 'issueIdOrKey'));
      const body = readBody(call.body, z.object({ transition: z.object({ id: z.coerce.string() }).optional(), fields: z.record(z.string(), z.unknown()).default({}), update: z.record(z.string(), z.unknown()).default({}) }));
      const id = body.transition?.id;
      if (id === undefined) refuse(400, "Missing 'transition' identifier");
      const transition = availableTransitions(call, issue).find((candidate) => candidate.id === id);
      if (transition === undefined) refuse(400, `It seems that you have tried to perform an illegal workflow operation: the transition ${id} is not valid for issue ${issue.key}, or you may not transition issues in this project.`);
      const [unsettable] = [...Object.keys(body.fields), ...Object.keys(body.update)];
      if (unsettable !== undefined) throw new Refusal(400, [], { [unsettable]: `Field '${unsettable}' cannot be set. It is not on the appropriate screen, or unknown.` });
      call.services.writeLimits.count(issue.id);
      const words = checkValidators({
        tables: call.tables, services: call.services, actor: call.actor, issue, original: issue, workflow: workflowOf(call, issue), transition, site: call.site,
      });
      if (words.length > 0) throw new Refusal(400, words);
      touchIssue(call.tables, call.services, arrive(call, issue, transition.to));
      return { status: 204 };
    },
  },
];

/** In its new status; done statuses set a resolution and others clear it, as Jira's usual post functions do. */
function arrive(call: RestCall, issue: Issue, statusId: string): Issue {
  const done = call.tables.statuses.get(statusId)?.category === 'done';
  if (done && issue.resolutionId !== undefined) return { ...issue, statusId };
  if (!done) {
    const { resolutionId: _resolution, resolved: _resolved, ...open } = issue;
    return { ...open, statusId };
  }
  const declined = /won'?t/i.test(call.tables.statuses.get(statusId)?.name ?? '');
  const resolution = [...call.tables.resolutions.values()].find(({ name }) => /won'?t/i.test(name) === declined);
  return { ...issue, statusId, resolved: toJiraInstant(call.services.now()), ...(resolution === undefined ? {} : { resolutionId: resolution.id }) };
}
