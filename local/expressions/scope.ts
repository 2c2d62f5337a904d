import type { Pattern } from 'acorn';
import { ExpressionFailure } from './expression-failure';
import type { ExpressionValue } from './expression-value';

/** Names in sight. A map, never an object: no name is special. */
export type Scope = ReadonlyMap<string, ExpressionValue>;

export function withVariable(scope: Scope, name: string, value: ExpressionValue): Scope {
  return new Map([...scope, [name, value]]);
}

export function lookUp(scope: Scope, name: string): ExpressionValue {
  const value = scope.get(name);
  if (value === undefined) throw new ExpressionFailure(`Unrecognized identifier: "${name}".`);
  return value;
}

export function nameOf(pattern: Pattern): string {
  if (pattern.type !== 'Identifier') throw notOffered('Taking a value apart (destructuring)');
  return pattern.name;
}

/** What Jira's language, or the subset of it that runs here, does not have. */
export function notOffered(what: string): ExpressionFailure {
  return new ExpressionFailure(`${what} is not part of the Jira expressions that run here.`);
}
