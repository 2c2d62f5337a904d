import { evaluateExpression } from '../expressions/evaluate-expression';
import { fromJson } from '../expressions/expression-objects';
import type { WorkflowValidatorModule } from '../forge/manifest';

/** What Jira's workflow editor writes beside a rule: the module's configurationDescription for this configuration. */
export function describeRule({ configurationDescription, description }: WorkflowValidatorModule, configText: string): string {
  if (configurationDescription === undefined) return description;
  if (typeof configurationDescription === 'string') return configurationDescription;
  const result = evaluateExpression(configurationDescription.expression, { config: fromJson(parse(configText)) });
  if (result.ok && typeof result.value === 'string') return result.value;
  return result.ok ? 'The description of this rule is not a text.' : `This rule cannot be described: ${result.error.message}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
