import type { Evaluation } from './evaluation';
import { ExpressionFailure } from './expression-failure';
import { expressionGlobals } from './expression-globals';
import type { ExpressionValue } from './expression-value';
import { interpretProgram } from './interpret-program';
import { parseExpression } from './parse-expression';
import { Run } from './run';

/**
 * Evaluates one Jira expression with these context variables. Never throws for what an expression says, and runs no code of the
 * host: the interpreter knows only the members that Jira documents.
 * @param now what `new Date()` gives
 */
export function evaluateExpression(source: string, variables: Readonly<Record<string, ExpressionValue>>, now: Date = new Date()): Evaluation {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  const run = new Run();
  try {
    const value = interpretProgram(parsed.program, new Map([...expressionGlobals(now), ...Object.entries(variables)]), run);
    return { ok: true, value, complexity: run.finish(value) };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, error: { kind: error.kind, message: error.message } };
    // The two ways in which a value can be out of range: a date beyond the year 275760, and a tree too deep for the stack.
    if (error instanceof RangeError) return { ok: false, error: { kind: 'evaluation', message: `The expression leaves the range of what can be computed (${error.message}).` } };
    throw error;
  }
}
