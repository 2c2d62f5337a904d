/** Reads the arguments of a method; a wrong type is an error that names the method. */

import { ExpressionFailure } from './expression-failure';
import { ExpressionFunction, type ExpressionValue } from './expression-value';
import { typeName } from './value-rules';

export function textAt(method: string, args: readonly ExpressionValue[], at: number, otherwise?: string): string {
  const value = args[at] ?? null;
  if (typeof value === 'string') return value;
  if (value === null && otherwise !== undefined) return otherwise;
  throw wrong(method, at, 'String', value);
}

export function numberAt(method: string, args: readonly ExpressionValue[], at: number, otherwise?: number): number {
  const value = args[at] ?? null;
  if (typeof value === 'number') return value;
  if (value === null && otherwise !== undefined) return otherwise;
  throw wrong(method, at, 'Number', value);
}

export function functionAt(method: string, args: readonly ExpressionValue[], at: number): ExpressionFunction {
  const value = args[at] ?? null;
  if (value instanceof ExpressionFunction) return value;
  throw wrong(method, at, 'Function', value);
}

function wrong(method: string, at: number, wanted: string, got: ExpressionValue): ExpressionFailure {
  return new ExpressionFailure(`${method} wants a ${wanted} as argument ${at + 1}, got ${typeName(got)}.`);
}
