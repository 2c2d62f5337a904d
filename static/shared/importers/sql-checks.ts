/** What a CHECK of PostgreSQL says of one column, where it is a list of values or bounds. */

import type { Expr } from 'pgsql-ast-parser';
import type { SqlColumn } from './sql-tables';

export interface Checked {
  readonly column: string;
  readonly facts: NonNullable<SqlColumn['facts']>;
}

/** Undefined where it says anything else: half of a condition would be another one. */
export function checkedFacts(expression: Expr): Checked | undefined {
  if (expression.type === 'ternary') return between(expression);
  if (expression.type !== 'binary') return undefined;
  const { op, left, right } = expression;
  if (op === 'AND') return both(checkedFacts(left), checkedFacts(right));
  const column = columnOf(left);
  if (op === 'IN' || (op === '=' && right.type === 'call' && right.function.name === 'any')) {
    const values = valuesOf(right);
    return column === undefined || values === undefined || isLength(left) ? undefined : { column, facts: { values } };
  }
  const bound = numberOf(right);
  if (column === undefined || bound === undefined) return undefined;
  if (isLength(left)) {
    if (op === '<=' || op === '<') return { column, facts: { length: { max: op === '<' ? Math.ceil(bound) - 1 : bound } } };
    return op === '>=' || op === '>' ? { column, facts: { length: { min: op === '>' ? Math.floor(bound) + 1 : bound } } } : undefined;
  }
  switch (op) {
    case '>=': return { column, facts: { min: bound } };
    case '>': return { column, facts: { min: bound, exclusiveMin: true } };
    case '<=': return { column, facts: { max: bound } };
    case '<': return { column, facts: { max: bound, exclusiveMax: true } };
    default: return undefined;
  }
}

function between(expression: Extract<Expr, { type: 'ternary' }>): Checked | undefined {
  const column = columnOf(expression.value);
  const [min, max] = [numberOf(expression.lo), numberOf(expression.hi)];
  if (expression.op !== 'BETWEEN' || column === undefined || min === undefined || max === undefined) return undefined;
  return { column, facts: isLength(expression.value) ? { length: { min, max } } : { min, max } };
}

function both(one: Checked | undefined, other: Checked | undefined): Checked | undefined {
  if (one === undefined || other === undefined || one.column !== other.column) return undefined;
  const length = one.facts.length === undefined && other.facts.length === undefined ? {} : { length: { ...one.facts.length, ...other.facts.length } };
  return { column: one.column, facts: { ...one.facts, ...other.facts, ...length } };
}

function isLength(expression: Expr): boolean {
  return expression.type === 'call' && /^(?:char_|character_)?length$/i.test(expression.function.name);
}

function columnOf(expression: Expr): string | undefined {
  if (expression.type === 'ref') return expression.name;
  if (expression.type === 'cast') return columnOf(expression.operand);
  const [only] = expression.type === 'call' && isLength(expression) ? expression.args : [];
  return only === undefined ? undefined : columnOf(only);
}

function numberOf(expression: Expr): number | undefined {
  if (expression.type === 'integer' || expression.type === 'numeric') return expression.value;
  if (expression.type === 'cast') return numberOf(expression.operand);
  if (expression.type !== 'unary' || expression.op !== '-') return undefined;
  const value = numberOf(expression.operand);
  return value === undefined ? undefined : -value;
}

function valuesOf(expression: Expr): readonly string[] | undefined {
  if (expression.type === 'cast') return valuesOf(expression.operand);
  const [only] = expression.type === 'call' ? expression.args : [];
  if (only !== undefined) return valuesOf(only);
  if (expression.type !== 'list' && expression.type !== 'array') return undefined;
  const values = expression.expressions.map(valueOf);
  return values.every((value) => value !== undefined) && values.length > 0 ? values : undefined;
}

function valueOf(expression: Expr): string | undefined {
  if (expression.type === 'cast') return valueOf(expression.operand);
  return expression.type === 'string' || expression.type === 'integer' || expression.type === 'numeric' ? String(expression.value) : undefined;
}
