import { Parser, tokTypes, type Expression, type Node, type Program } from 'acorn';
import type { ExpressionError } from './evaluation';

export type ParsedExpression =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly error: ExpressionError };

/** What we use of acorn's inner methods: its plugin interface, which its typings leave out. */
interface ParserInside {
  readonly type: unknown;
  readonly input: string;
  readonly start: number;
  parseFunctionBody(node: ArrowInProgress, isArrow: boolean, isMethod: boolean, forInit: unknown): void;
  parseMaybeAssign(forInit: unknown): Expression;
  checkParams(node: ArrowInProgress, allowDuplicates: boolean): void;
  exitScope(): void;
  parseStatement(context: unknown, topLevel?: unknown, exports?: unknown): Node;
  startNode(): Node;
  semicolon(): void;
  finishNode(node: Node, type: string): Node;
}
interface ArrowInProgress { body: Expression; expression: boolean }

/** `{ name:` or `{ 'name':` or `{}`: an object in Jira's language where JavaScript would read a block. */
const OBJECT_START = /^\{\s*(?:\}|(?:[A-Za-z_$][\w$]*|"[^"\n]*"|'[^'\n]*')\s*:)/;

function withObjectLiterals(Base: typeof Parser): typeof Parser {
  const Inside = Base as unknown as new (...args: unknown[]) => ParserInside;
  class ExpressionParser extends Inside {
    override parseFunctionBody(node: ArrowInProgress, isArrow: boolean, isMethod: boolean, forInit: unknown): void {
      if (!isArrow || !this.opensObject()) {
        super.parseFunctionBody(node, isArrow, isMethod, forInit);
        return;
      }
      node.body = this.parseMaybeAssign(forInit);
      node.expression = true;
      this.checkParams(node, false);
      this.exitScope();
    }

    override parseStatement(context: unknown, topLevel?: unknown, exports?: unknown): Node {
      if (context !== null || !this.opensObject()) return super.parseStatement(context, topLevel, exports);
      const statement = this.startNode() as Node & { expression: Expression };
      statement.expression = this.parseMaybeAssign(false);
      this.semicolon();
      return this.finishNode(statement, 'ExpressionStatement');
    }

    private opensObject(): boolean {
      return this.type === tokTypes.braceL && OBJECT_START.test(this.input.slice(this.start));
    }
  }
  return ExpressionParser as unknown as typeof Parser;
}

const JiraParser = Parser.extend(withObjectLiterals);

/** Parses one expression. Jira's language resembles JavaScript; what it does not have is refused by the interpreter, by name. */
export function parseExpression(source: string): ParsedExpression {
  try {
    return { ok: true, program: JiraParser.parse(source, { ecmaVersion: 2022, allowReturnOutsideFunction: true, locations: true }) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, error: syntaxError(error) };
  }
}

function syntaxError(error: SyntaxError & { loc?: { line: number; column: number } }): ExpressionError {
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  return { kind: 'syntax', message: `${message}.`, ...(error.loc ? { line: error.loc.line, column: error.loc.column + 1 } : {}) };
}
