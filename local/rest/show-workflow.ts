import type { SiteTables } from '../jira/site-tables';
import type { Status } from '../jira/vocabulary';
import type { Workflow } from '../workflow/workflow';

const CATEGORIES = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const satisfies Record<Status['category'], string>;

/** A workflow in the shape of Jira's workflows API. */
export function showWorkflow(workflow: Workflow): Record<string, unknown> {
  return {
    id: workflow.id, name: workflow.name, description: workflow.description, isEditable: true, scope: { type: 'GLOBAL' },
    version: { id: `${workflow.id}-${workflow.version}`, versionNumber: workflow.version }, updated: workflow.updated, created: workflow.updated,
    statuses: workflow.statuses.map((statusReference, at) => ({ statusReference, deprecated: false, properties: {}, layout: { x: at * 200, y: 0 } })),
    transitions: workflow.transitions.map((transition) => ({
      id: transition.id, name: transition.name, description: transition.description, type: transition.type, toStatusReference: transition.to,
      links: transition.from.map((fromStatusReference) => ({ fromStatusReference, fromPort: 0, toPort: 1 })),
      validators: transition.validators.map(({ id, ruleKey, parameters }) => ({ id, ruleKey, parameters })), actions: [], triggers: [], properties: {},
    })),
  };
}

/** The statuses of these workflows, as the API lists them beside. */
export function showWorkflowStatuses(workflows: readonly Workflow[], tables: SiteTables): Record<string, unknown>[] {
  return [...new Set(workflows.flatMap(({ statuses }) => statuses))].flatMap((id) => {
    const status = tables.statuses.get(id);
    return status === undefined ? [] : [{ id, statusReference: id, name: status.name, description: status.description, statusCategory: CATEGORIES[status.category], scope: { type: 'GLOBAL' } }];
  });
}
