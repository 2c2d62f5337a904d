import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { toJiraInstant } from '../jira/instant';
import { refuse } from '../jira/refusal';
import { moduleKeyOf } from '../workflow/app-modules';
import { EXPRESSION_VALIDATOR } from '../workflow/check-validators';
import type { Rule, Transition, Workflow } from '../workflow/workflow';
import type { RestCall } from './route';

/** What the workflow editor stores with a rule, in characters (Atlassian's module page: 32 KB). */
const CONFIG_CHARACTERS = 32 * 1024;

const rule = z.object({ id: z.string().optional(), ruleKey: z.string(), parameters: z.record(z.string(), z.string()).default({}) });
const transition = z.object({
  id: z.string().optional(), name: z.string().min(1), description: z.string().default(''), type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']), toStatusReference: z.string(),
  links: z.array(z.object({ fromStatusReference: z.string().optional() }).loose()).default([]), validators: z.array(rule).default([]),
  conditions: z.unknown().optional(), actions: z.array(z.unknown()).default([]), triggers: z.array(z.unknown()).default([]), properties: z.record(z.string(), z.string()).default({}),
}).loose();

/** Body of `POST /workflows/update`; statuses are referred to by their ids, as the read gives them. */
export const updateSchema = z.object({
  statuses: z.array(z.object({ id: z.string().optional(), name: z.string(), statusReference: z.string(), statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']), description: z.string().optional() })).default([]),
  workflows: z.array(z.object({
    id: z.string(), description: z.string().optional(), version: z.object({ id: z.string().optional(), versionNumber: z.number().int() }),
    statuses: z.array(z.object({ statusReference: z.string() }).loose()), transitions: z.array(transition),
  }).loose()).default([]),
});
type Update = z.infer<typeof updateSchema>;
type WorkflowUpdate = Update['workflows'][number];

/** One complaint in Jira's shape. */
interface ValidationError {
  readonly code: string;
  readonly level: 'ERROR';
  readonly message: string;
  readonly type: 'RULE' | 'STATUS' | 'WORKFLOW' | 'TRANSITION';
  readonly elementReference?: { readonly transitionId?: string; readonly ruleId?: string; readonly statusReference?: string };
}

/** What is wrong with an update; empty when Jira would take it. */
export function validateUpdate(call: RestCall, update: Update): ValidationError[] {
  return update.workflows.flatMap((workflow) => {
    const stored = call.tables.workflows.get(workflow.id);
    if (stored === undefined) return [complaint('NON_EXISTING_WORKFLOW', 'WORKFLOW', `There is no workflow ${workflow.id}.`)];
    const initial = workflow.transitions.filter(({ type }) => type === 'INITIAL');
    const known = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
    return [
      ...(initial.length === 1 ? [] : [complaint('INITIAL_TRANSITION', 'TRANSITION', 'A workflow has exactly one initial transition.')]),
      ...[...known].filter((id) => call.tables.statuses.get(id) === undefined).map((id) => complaint('NON_EXISTING_STATUS', 'STATUS', `There is no status ${id}.`, { statusReference: id })),
      ...lostStatuses(call, stored, known).map((id) => complaint('STATUS_IN_USE', 'STATUS', `Tickets stand in status ${id}: this local Jira does not move them.`, { statusReference: id })),
      ...workflow.transitions.flatMap((step) => transitionErrors(call, step, known)),
    ];
  });
}

function lostStatuses(call: RestCall, stored: Workflow, known: ReadonlySet<string>): string[] {
  const lost = stored.statuses.filter((id) => !known.has(id));
  const projects = new Set([...call.tables.projects.values()].filter(({ workflow }) => workflow === stored.id).map(({ id }) => id));
  return lost.filter((id) => [...call.tables.issues.values()].some((issue) => issue.statusId === id && projects.has(issue.projectId)));
}

function transitionErrors(call: RestCall, step: WorkflowUpdate['transitions'][number], known: ReadonlySet<string>): ValidationError[] {
  const at = step.id === undefined ? {} : { transitionId: step.id };
  const froms = step.links.flatMap(({ fromStatusReference }) => fromStatusReference ?? []);
  return [
    ...[step.toStatusReference, ...froms].filter((id) => !known.has(id)).map((id) => complaint('STATUS_NOT_IN_WORKFLOW', 'TRANSITION', `Transition "${step.name}" refers to status ${id}, which is not in the workflow.`, at)),
    ...(step.type === 'INITIAL' && step.conditions !== undefined && step.conditions !== null ? [complaint('CONDITION_ON_INITIAL', 'TRANSITION', 'The initial transition takes no conditions.', at)] : []),
    ...step.validators.flatMap((given) => ruleErrors(call, given, at)),
  ];
}

function ruleErrors(call: RestCall, given: z.infer<typeof rule>, at: { readonly transitionId?: string }): ValidationError[] {
  const where = { ...at, ...(given.id === undefined ? {} : { ruleId: given.id }) };
  if (given.ruleKey !== EXPRESSION_VALIDATOR) return [complaint('UNKNOWN_RULE', 'RULE', `This local Jira has no rule ${given.ruleKey}.`, where)];
  const key = moduleKeyOf(call.services.app, given.parameters['key'] ?? '');
  if (!call.services.app.validators.some((module) => module.key === key)) return [complaint('UNKNOWN_RULE', 'RULE', `No installed app has the validator ${given.parameters['key'] ?? '(no key)'}.`, where)];
  const config = given.parameters['config'] ?? '';
  if (config.length > CONFIG_CHARACTERS) return [complaint('CONFIG_TOO_LONG', 'RULE', `The rule's configuration has ${config.length} characters; at most ${CONFIG_CHARACTERS} are stored.`, where)];
  return [];
}

function complaint(code: string, type: ValidationError['type'], message: string, elementReference?: ValidationError['elementReference']): ValidationError {
  return { code, level: 'ERROR', message, type, ...(elementReference === undefined ? {} : { elementReference }) };
}

/** Stores the workflows whole, each with the next version; refuses a version that is no longer the latest. */
export function updateWorkflows(call: RestCall, update: Update): Workflow[] {
  const errors = validateUpdate(call, update);
  if (errors.length > 0) refuse(400, ...errors.map(({ message }) => message));
  return update.workflows.map((given) => {
    const stored = call.tables.workflows.get(given.id);
    if (stored === undefined) refuse(404, `There is no workflow ${given.id}.`);
    if (given.version.versionNumber !== stored.version) refuse(409, `The workflow "${stored.name}" was changed by somebody else (version ${stored.version}, not ${given.version.versionNumber}).`);
    const changed: Workflow = {
      ...stored, ...(given.description === undefined ? {} : { description: given.description }), version: stored.version + 1, updated: toJiraInstant(call.services.now()),
      statuses: given.statuses.map(({ statusReference }) => statusReference), transitions: numbered(given.transitions),
    };
    call.tables.workflows.put(stored.id, changed);
    return changed;
  });
}

function numbered(given: WorkflowUpdate['transitions']): Transition[] {
  let highest = Math.max(0, ...given.map(({ id }) => Number(id ?? 0)));
  return given.map((step) => ({
    id: step.id ?? String(highest += 10), name: step.name, description: step.description, type: step.type, to: step.toStatusReference,
    from: step.type === 'DIRECTED' ? step.links.flatMap(({ fromStatusReference }) => fromStatusReference ?? []) : [], validators: step.validators.map(toRule),
  }));
}

function toRule({ id, ruleKey, parameters }: z.infer<typeof rule>): Rule {
  return { id: id ?? randomUUID(), ruleKey, parameters };
}
