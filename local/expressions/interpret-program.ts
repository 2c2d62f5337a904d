import type { ModuleDeclaration, Program, Statement } from 'acorn';
import { ExpressionFailure } from './expression-failure';
import type { ExpressionValue } from './expression-value';
import { interpret } from './interpret-expression';
import type { Run } from './run';
import { nameOf, notOffered, withVariable, type Scope } from './scope';
import { isTruthy } from './value-rules';

/** Declarations, then one body: an expression, a `return`, or an `if` whose blocks hold one `return` each. */
export function interpretProgram(program: Program, globals: Scope, run: Run): ExpressionValue {
  const body = program.body.at(-1);
  if (body === undefined) throw new ExpressionFailure('The expression is empty.');
  const scope = program.body.slice(0, -1).reduce((inner, statement) => declare(statement, inner, run), globals);
  return interpretBody(body, scope, run, true);
}

function declare(statement: Statement | ModuleDeclaration, scope: Scope, run: Run): Scope {
  if (statement.type === 'VariableDeclaration' && statement.kind === 'let') {
    return statement.declarations.reduce((inner, { id, init }) => {
      if (init === null || init === undefined) throw new ExpressionFailure(`"${nameOf(id)}" needs a value.`);
      return withVariable(inner, nameOf(id), interpret(init, inner, run));
    }, scope);
  }
  if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && statement.expression.operator === '=') {
    const { left, right } = statement.expression;
    return withVariable(scope, nameOf(left), interpret(right, scope, run));
  }
  throw new ExpressionFailure('Only declarations may stand before the last expression.');
}

function interpretBody(statement: Statement | ModuleDeclaration, scope: Scope, run: Run, mayBranch: boolean): ExpressionValue {
  switch (statement.type) {
    case 'ExpressionStatement': return interpret(statement.expression, scope, run);
    case 'ReturnStatement':
      if (!statement.argument) throw new ExpressionFailure('return needs a value.');
      return interpret(statement.argument, scope, run);
    case 'BlockStatement': return interpretBlock(statement.body, scope, run);
    case 'IfStatement': {
      if (!mayBranch) throw notOffered('An if inside an if');
      const taken = isTruthy(interpret(statement.test, scope, run)) ? statement.consequent : statement.alternate;
      if (!taken) throw new ExpressionFailure('This if has no else, and its condition is false.');
      return interpretBody(taken, scope, run, taken.type === 'IfStatement');
    }
    default: throw notOffered(statement.type);
  }
}

function interpretBlock(statements: readonly Statement[], scope: Scope, run: Run): ExpressionValue {
  const last = statements.at(-1);
  if (last === undefined) throw new ExpressionFailure('A block needs a return.');
  const inside = statements.slice(0, -1).reduce((inner, statement) => declare(statement, inner, run), scope);
  return interpretBody(last, inside, run, false);
}
