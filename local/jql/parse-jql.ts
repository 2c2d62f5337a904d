import { JastBuilder, type Clause, type OrderBy } from '@atlaskit/jql-ast';
import { compileClause, type IssueTest } from './compile-clause';
import { findField } from './find-field';
import type { JqlIssue } from './jql-issue';
import type { JqlOptions } from './jql-options';
import { JqlRefusal, refusals } from './jql-refusal';

export type { JqlOptions, JqlValueField } from './jql-options';

export interface JqlQuery {
  readonly matches: (issue: JqlIssue) => boolean;
  /** Order of `ORDER BY`; what is left equal, and a query without one, comes newest first. */
  readonly compare: (a: JqlIssue, b: JqlIssue) => number;
  /** False for a query without any restriction, which `search/jql` refuses. */
  readonly bounded: boolean;
}

export type ParsedJql =
  | { readonly ok: true; readonly query: JqlQuery }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads JQL with Atlassian's grammar; unknown fields, functions, values and operators are errors in Jira's words. */
export function parseJql(text: string, options: JqlOptions): ParsedJql {
  const { query, errors } = new JastBuilder().build(text);
  if (errors.length > 0 || query === undefined) return { ok: false, errors: errors.map((error) => `Error in the JQL Query: ${error.message}.`) };
  const refused: string[] = [];
  const collect = <T>(compile: () => T, otherwise: T): T => {
    try {
      return compile();
    } catch (error) {
      if (!(error instanceof JqlRefusal)) throw error;
      refused.push(error.message);
      return otherwise;
    }
  };
  const matches = query.where ? compileWhere(query.where, false, (clause, negated) => collect(() => compileClause(clause, negated, options), never)) : () => true;
  const compare = collect(() => compileOrder(query.orderBy || undefined, options), newestFirst);
  if (refused.length > 0) return { ok: false, errors: [...new Set(refused)] };
  return { ok: true, query: { matches, compare, bounded: query.where !== undefined } };
}

const collate = new Intl.Collator('en').compare;
const never: IssueTest = () => false;

type CompileTerminal = (clause: Extract<Clause, { clauseType: 'terminal' }>, negated: boolean) => IssueTest;

/** As Jira does, NOT is pushed down to the operators: `NOT assignee = x` finds what `assignee != x` finds, not the unassigned. */
function compileWhere(clause: Clause, negated: boolean, compileTerminal: CompileTerminal): IssueTest {
  switch (clause.clauseType) {
    case 'terminal': return compileTerminal(clause, negated);
    case 'not': return compileWhere(clause.clause, !negated, compileTerminal);
    case 'compound': {
      const tests = clause.clauses.map((part) => compileWhere(part, negated, compileTerminal));
      const all = (clause.operator.value === 'and') !== negated;
      return all ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
    }
  }
}

function newestFirst(a: JqlIssue, b: JqlIssue): number {
  return b.created - a.created || Number(b.id) - Number(a.id);
}

function compileOrder(orderBy: OrderBy | undefined, options: JqlOptions): (a: JqlIssue, b: JqlIssue) => number {
  const steps = (orderBy?.fields ?? []).map(({ field, direction }) => {
    const found = findField(field, options.aliases);
    if (found === undefined) throw refusals.unknownField(field.value);
    const { sortValue } = found;
    if (sortValue === undefined) throw refusals.notSortable(found.name);
    const sign = direction?.value.toLowerCase() === 'desc' ? -1 : 1;
    return (a: JqlIssue, b: JqlIssue) => sign * compareSortable(sortValue(a), sortValue(b));
  });
  return (a, b) => steps.reduce((verdict, step) => verdict || step(a, b), 0) || newestFirst(a, b);
}

/** Nothing comes after everything. */
function compareSortable(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collate(String(a), String(b));
}
