import { evaluateExpression } from '../expressions/evaluate-expression';
import { fromJson } from '../expressions/expression-objects';
import type { ExpressionValue } from '../expressions/expression-value';
import { projectOf } from '../jira/find-issue';
import type { Issue } from '../jira/issue';
import type { Actor } from '../jira/permissions';
import type { SiteServices } from '../jira/site-services';
import type { SiteTables } from '../jira/site-tables';
import { moduleKeyOf, type ValidatorModule } from './app-modules';
import { issueObject, projectObject, transitionObject, userObject, workflowObject } from './expression-objects';
import type { Rule, Transition, Workflow } from './workflow';

/** Rule kind of validators that apps write as Jira expressions. */
export const EXPRESSION_VALIDATOR = 'forge:expression-validator';

/** Words that Jira shows when a validator neither passed nor said why. */
const NO_WORDS = 'A workflow validator refused this transition.';

export interface TransitionAttempt {
  readonly tables: SiteTables;
  readonly services: SiteServices;
  readonly actor: Actor;
  /** With the changes that come with the transition. */
  readonly issue: Issue;
  /** As it is stored; undefined on the Create transition. */
  readonly original: Issue | undefined;
  readonly workflow: Workflow;
  readonly transition: Transition;
  readonly site: string;
}

/** Evaluates the validators of the transition; the sentences of those that refuse, empty when it may happen. */
export function checkValidators(attempt: TransitionAttempt): string[] {
  return attempt.transition.validators.flatMap((rule) => {
    const words = checkRule(attempt, rule);
    return words === undefined ? [] : [words];
  });
}

function checkRule(attempt: TransitionAttempt, rule: Rule): string | undefined {
  if (rule.parameters['disabled'] === 'true') return undefined;
  const { services, transition } = attempt;
  const key = rule.ruleKey === EXPRESSION_VALIDATOR ? moduleKeyOf(services.app, rule.parameters['key'] ?? '') : undefined;
  const module = services.app.validators.find((candidate) => candidate.key === key);
  if (module === undefined) {
    services.log.write('error', `Rule ${rule.id} on "${transition.name}" belongs to an app that is not installed (${rule.ruleKey}, ${rule.parameters['key'] ?? 'no key'}); the transition stays shut, as on Jira.`);
    return NO_WORDS;
  }
  return evaluateRule(attempt, rule, module);
}

/** True passes; a string is the message; anything else, an error too, keeps the transition shut with the module's own message. */
function evaluateRule(attempt: TransitionAttempt, rule: Rule, module: ValidatorModule): string | undefined {
  const { services, issue, transition } = attempt;
  const config = parseConfig(rule.parameters['config']);
  const variables = variablesOf(attempt, config.value);
  const own = config.value as { expression?: unknown } | null | undefined;
  const source = typeof own?.expression === 'string' ? own.expression : module.expression;
  if (source === undefined) {
    services.log.write('error', `Validator ${module.key} is a function, which this local Jira does not run; "${transition.name}" stays shut.`);
    return staticWords(module);
  }
  const outcome = evaluateExpression(source, variables, new Date(services.now()));
  if (outcome.ok && outcome.value === true) return undefined;
  if (outcome.ok && typeof outcome.value === 'string') return outcome.value;
  const reason = outcome.ok ? `gave ${outcome.value === null ? 'null' : typeof outcome.value} instead of true or a text` : `failed: ${outcome.error.message}`;
  services.log.write('error', `The expression of validator ${module.key} on "${transition.name}" ${reason} (${issue.key}; the transition stays shut${config.problem === undefined ? '' : `; ${config.problem}`}).`);
  return dynamicWords(module, variables) ?? staticWords(module);
}

function variablesOf(attempt: TransitionAttempt, config: unknown): Record<string, ExpressionValue> {
  const { tables, actor, issue, original, workflow, transition } = attempt;
  const view = { tables, actor };
  return {
    user: userObject(view, actor), issue: issueObject(view, issue), project: projectObject(view, projectOf(tables, issue)),
    transition: transitionObject(view, transition, original?.statusId), workflow: workflowObject(workflow), config: fromJson(config),
    ...(original === undefined ? {} : { originalIssue: issueObject(view, original) }),
  };
}

function parseConfig(text: string | undefined): { readonly value: unknown; readonly problem?: string } {
  if (text === undefined || text === '') return { value: null };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { value: null, problem: 'its configuration is not JSON' };
  }
}

function dynamicWords(module: ValidatorModule, variables: Record<string, ExpressionValue>): string | undefined {
  if (module.errorMessage === undefined || typeof module.errorMessage === 'string') return undefined;
  const outcome = evaluateExpression(module.errorMessage.expression, variables);
  return outcome.ok && typeof outcome.value === 'string' ? outcome.value : undefined;
}

function staticWords(module: ValidatorModule): string {
  return typeof module.errorMessage === 'string' ? module.errorMessage : NO_WORDS;
}
