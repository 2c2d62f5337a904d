import type { Evaluation } from './evaluation';
import type { ExpressionValue } from './expression-value';

/** Evaluates one Jira expression with these context variables. Never throws; never runs code of the host. */
export function evaluateExpression(_source: string, _variables: Readonly<Record<string, ExpressionValue>>): Evaluation {
  return { ok: false, error: { kind: 'evaluation', message: 'The interpreter is not connected yet.' } };
}
