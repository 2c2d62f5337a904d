/** A workflow as Jira's workflows API reads and takes it. Subset; what is not named here is handed back untouched. */

export interface WorkflowRule {
  readonly id?: string;
  readonly ruleKey: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface WorkflowTransition {
  readonly id: string;
  readonly name: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  readonly toStatusReference?: string;
  readonly links?: readonly { readonly fromStatusReference?: string }[];
  readonly validators?: readonly WorkflowRule[];
  readonly [field: string]: unknown;
}

export interface WorkflowStatus {
  readonly id?: string;
  readonly name: string;
  readonly statusCategory: 'TODO' | 'IN_PROGRESS' | 'DONE';
  readonly statusReference: string;
}

export interface WorkflowDocument {
  readonly id: string;
  readonly name: string;
  readonly version?: { readonly id: string; readonly versionNumber: number };
  readonly statuses: readonly { readonly statusReference: string; readonly properties?: unknown; readonly layout?: unknown }[];
  readonly transitions: readonly WorkflowTransition[];
}

export interface WorkflowsRead {
  readonly statuses: readonly WorkflowStatus[];
  readonly workflows: readonly WorkflowDocument[];
}

/** Rule kind of validators that apps write as Jira expressions. */
export const EXPRESSION_VALIDATOR = 'forge:expression-validator';

/** The workflow with other rules on one transition. */
export function withRules(workflow: WorkflowDocument, transitionId: string, change: (rules: readonly WorkflowRule[]) => readonly WorkflowRule[]): WorkflowDocument {
  return {
    ...workflow,
    transitions: workflow.transitions.map((transition) => (transition.id === transitionId ? { ...transition, validators: change(transition.validators ?? []) } : transition)),
  };
}

/** The body that saves a workflow: POST /rest/api/3/workflows/update. */
export function toUpdate(workflow: WorkflowDocument, statuses: readonly WorkflowStatus[]): unknown {
  const used = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
  return {
    statuses: statuses.filter(({ statusReference }) => used.has(statusReference))
      .map(({ id, name, statusCategory, statusReference }) => ({ ...(id === undefined ? {} : { id }), name, statusCategory, statusReference })),
    workflows: [{
      id: workflow.id, version: workflow.version,
      statuses: workflow.statuses.map(({ statusReference, properties, layout }) => ({ statusReference, properties: properties ?? {}, ...(layout === undefined ? {} : { layout }) })),
      transitions: workflow.transitions,
    }],
  };
}

/** Names of the statuses that a transition leaves; empty for Create and for transitions from anywhere. */
export function namesOfOrigins(transition: WorkflowTransition, statuses: readonly WorkflowStatus[]): string[] {
  return (transition.links ?? []).flatMap(({ fromStatusReference }) => statuses.filter(({ statusReference }) => statusReference === fromStatusReference).map(({ name }) => name));
}

/** How a transition runs, in words: "from In progress to Done". */
export function describeTransition(transition: WorkflowTransition, statuses: readonly WorkflowStatus[]): string {
  const to = statuses.find(({ statusReference }) => statusReference === transition.toStatusReference)?.name ?? 'an unknown status';
  if (transition.type === 'INITIAL') return `creates tickets in ${to}`;
  const from = transition.type === 'GLOBAL' ? 'any status' : namesOfOrigins(transition, statuses).join(' or ');
  return `from ${from} to ${to}`;
}
