import * as z from 'zod';
import { COMPLEXITY_LIMITS, type Complexity } from '../expressions/evaluation';
import { evaluateExpression } from '../expressions/evaluate-expression';
import { toJson } from '../expressions/expression-globals';
import type { ExpressionValue } from '../expressions/expression-value';
import { describeExcess, measureExpression } from '../expressions/measure-expression';
import { findIssue, findProject } from '../jira/find-issue';
import { readJql, searchIssues } from '../jira/jql-view';
import { refuse } from '../jira/refusal';
import { issueObject, projectObject, userObject } from '../workflow/expression-objects';
import { readBody } from './read-body';
import type { RestCall, Route } from './route';

const reference = z.object({ id: z.number().int().optional(), key: z.string().optional() });
const evaluateSchema = z.strictObject({
  expression: z.string().min(1),
  context: z.object({
    issue: reference.optional(), project: reference.optional(),
    issues: z.object({ jql: z.object({ query: z.string().default(''), maxResults: z.number().int().optional(), nextPageToken: z.string().optional() }).optional() }).optional(),
  }).loose().optional(),
});
const analyseSchema = z.strictObject({ expressions: z.array(z.string()).min(1), contextVariables: z.record(z.string(), z.string()).optional() });

/** Most issues of `context.issues.jql`. */
const ISSUES = 1000;

type Context = z.infer<typeof evaluateSchema>['context'];

export const EXPRESSION_ROUTES: readonly Route[] = [
  {
    method: 'POST', pattern: '/rest/api/3/expression/evaluate', scopes: ['read:jira-work', 'read:jira-user'], writes: false,
    handle: (call) => {
      const { expression, context } = readBody(call.body, evaluateSchema);
      const excess = measureExpression(expression);
      const words = excess.ok ? describeExcess(excess.measure) : [];
      if (words.length > 0) refuse(400, ...words);
      const { variables, isLast, nextPageToken } = variablesOf(call, context);
      const outcome = evaluateExpression(expression, variables, new Date(call.services.now()));
      if (!outcome.ok) refuse(400, `Evaluation failed: "${expression}" - ${outcome.error.message}`);
      const complexity = (call.query.get('expand') ?? '').includes('meta.complexity') ? { complexity: showComplexity(outcome.complexity) } : {};
      const issues = isLast === undefined ? {} : { issues: { jql: { isLast, nextPageToken } } };
      return { status: 200, body: { value: toJson(outcome.value) ?? null, meta: { ...complexity, ...issues } } };
    },
  },
  {
    method: 'POST', pattern: '/rest/api/3/expression/analyse', scopes: ['read:jira-work', 'read:jira-user'], writes: false,
    handle: (call) => {
      const { expressions } = readBody(call.body, analyseSchema);
      const check = call.query.get('check') ?? 'syntax';
      if (check === 'type') refuse(400, 'The local Jira does not check types: ask for syntax or complexity.');
      return { status: 200, body: { results: expressions.map((expression) => analyse(expression, check)) } };
    },
  },
];

function analyse(expression: string, check: string): Record<string, unknown> {
  const measured = measureExpression(expression);
  const errors = measured.ok
    ? describeExcess(measured.measure).map((message) => ({ message, type: 'other' }))
    : [{ message: measured.error.message, type: 'syntax', expression, ...(measured.error.line === undefined ? {} : { line: measured.error.line }), ...(measured.error.column === undefined ? {} : { column: measured.error.column }) }];
  return {
    expression, valid: errors.length === 0, ...(errors.length === 0 ? {} : { errors }),
    ...(check === 'complexity' && measured.ok ? { complexity: { expensiveOperations: String(measured.measure.propertyReads), variables: {} } } : {}),
  };
}

function variablesOf(call: RestCall, context: Context): { variables: Record<string, ExpressionValue>; isLast?: boolean; nextPageToken?: string } {
  const view = { tables: call.tables, actor: call.actor };
  const variables: Record<string, ExpressionValue> = { user: userObject(view, call.actor) };
  for (const name of Object.keys(context ?? {})) {
    if (!['issue', 'issues', 'project'].includes(name)) refuse(501, `The local Jira does not offer the context variable '${name}'.`);
  }
  if (context?.issue !== undefined) variables['issue'] = issueObject(view, findIssue(call.tables, call.actor, context.issue.key ?? String(context.issue.id)));
  if (context?.project !== undefined) variables['project'] = projectObject(view, findProject(call.tables, call.actor, context.project.key ?? String(context.project.id)));
  const jql = context?.issues?.jql;
  if (jql === undefined) return { variables };
  const search = { tables: call.tables, app: call.services.app, actor: call.actor, now: call.services.now() };
  const query = readJql(jql.query, search);
  if (!query.bounded) refuse(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  const found = searchIssues(query, search);
  const startAt = jql.nextPageToken === undefined ? 0 : Number(jql.nextPageToken);
  if (!Number.isSafeInteger(startAt)) refuse(400, 'The provided next page token is invalid or expired.');
  const end = startAt + Math.min(jql.maxResults ?? ISSUES, ISSUES);
  variables['issues'] = found.slice(startAt, end).map((issue) => issueObject(view, issue));
  return { variables, isLast: end >= found.length, nextPageToken: String(end) };
}

function showComplexity(complexity: Complexity): Record<string, unknown> {
  const show = (name: keyof Complexity): { value: number; limit: number } => ({ value: complexity[name], limit: COMPLEXITY_LIMITS[name] });
  return { steps: show('steps'), expensiveOperations: show('expensiveOperations'), beans: show('beans'), primitiveValues: show('primitiveValues') };
}
