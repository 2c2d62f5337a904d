import * as z from 'zod';
import { refuse } from '../jira/refusal';
import { moduleId } from '../workflow/app-modules';
import { EXPRESSION_VALIDATOR } from '../workflow/check-validators';
import type { Workflow } from '../workflow/workflow';
import { updateWorkflows, updateSchema, validateUpdate } from './update-workflows';
import { numberParameter, readBody } from './read-body';
import { requireAdministrator } from './require-actor';
import type { RestCall, Route } from './route';
import { showWorkflow, showWorkflowStatuses } from './show-workflow';

const readSchema = z.strictObject({
  workflowIds: z.array(z.string()).default([]), workflowNames: z.array(z.string()).default([]),
  projectAndIssueTypes: z.array(z.object({ projectId: z.string(), issueTypeId: z.string() })).default([]),
});

/** Every workflow that the request names; Jira answers 404 if one of them is not there. */
function namedWorkflows(call: RestCall, { workflowIds, workflowNames, projectAndIssueTypes }: z.infer<typeof readSchema>): Workflow[] {
  const all = [...call.tables.workflows.values()];
  const found = [
    ...workflowIds.map((id) => call.tables.workflows.get(id)), ...workflowNames.map((name) => all.find((workflow) => workflow.name === name)),
    ...projectAndIssueTypes.map(({ projectId }) => call.tables.workflows.get(call.tables.projects.get(projectId)?.workflow ?? '')),
  ];
  return [...new Set(found.map((workflow) => workflow ?? refuse(404, 'One or more of the workflows were not found.')))];
}

export const WORKFLOW_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/workflows', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireAdministrator(call);
      const workflows = namedWorkflows(call, readBody(call.body, readSchema));
      return { status: 200, body: { statuses: showWorkflowStatuses(workflows, call.tables), workflows: workflows.map(showWorkflow) }, read: { core: workflows.length } };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/workflows/search', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireAdministrator(call);
      const startAt = numberParameter(call.query, 'startAt', 0, Number.MAX_SAFE_INTEGER);
      const maxResults = numberParameter(call.query, 'maxResults', 50, 200);
      const text = (call.query.get('queryString') ?? '').toLowerCase();
      const all = [...call.tables.workflows.values()].filter(({ name }) => name.toLowerCase().includes(text));
      const page = all.slice(startAt, startAt + maxResults);
      return {
        status: 200, read: { core: page.length },
        body: { startAt, maxResults, total: all.length, isLast: startAt + page.length >= all.length, statuses: showWorkflowStatuses(page, call.tables), values: page.map(showWorkflow) },
      };
    },
  },
  {
    method: 'GET', pattern: '/rest/api/3/workflows/capabilities', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireAdministrator(call);
      const forgeRules = call.services.app.validators.map((module) => ({
        id: moduleId(call.services.app, module.key), name: module.name, description: module.description, ruleKey: EXPRESSION_VALIDATOR, ruleType: 'Validator',
      }));
      return { status: 200, body: { editorScope: 'GLOBAL', projectTypes: ['software'], forgeRules, connectRules: [], systemRules: [], triggerRules: [] } };
    },
  },
  {
    method: 'POST', pattern: '/rest/api/3/workflows/update/validation', scopes: ['manage:jira-configuration'], writes: false,
    handle: (call) => {
      requireAdministrator(call);
      const { payload } = readBody(call.body, z.object({ payload: updateSchema }).loose());
      return { status: 200, body: { errors: validateUpdate(call, payload) } };
    },
  },
  {
    method: 'POST', pattern: '/rest/api/3/workflows/update', scopes: ['manage:jira-configuration'], writes: true,
    handle: (call) => {
      requireAdministrator(call);
      const update = readBody(call.body, updateSchema);
      const workflows = updateWorkflows(call, update);
      return { status: 200, body: { statuses: showWorkflowStatuses(workflows, call.tables), workflows: workflows.map(showWorkflow), taskId: null } };
    },
  },
];
