/** The interpreter against verdicts of a live Jira site and real expressions; skipped with a notice where the files are absent. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { evaluateExpression } from '../../local/expressions/evaluate-expression';
import { toJson } from '../../local/expressions/expression-globals';
import { defineObject, fromJson, plain } from '../../local/expressions/expression-objects';
import { RichText, type ExpressionValue } from '../../local/expressions/expression-value';
import { describeExcess, measureExpression } from '../../local/expressions/measure-expression';
import { parseExpression } from '../../local/expressions/parse-expression';
import { anIssue } from './given-issue';

const FOLDER = join(__dirname, '../../../shared/data/expressions');
const PROBES = join(FOLDER, 'live-probe-cases.json');
const EXPRESSIONS = join(FOLDER, 'expressions.json');

const probeSchema = z.object({
  expression: z.string(),
  issues: z.record(z.string(), z.record(z.string(), z.unknown())),
  cases: z.array(z.object({ id: z.string(), config: z.unknown(), issue: z.string(), transition_allowed: z.boolean() })).min(1),
});
const expressionsSchema = z.object({
  expressions: z.array(z.object({ id: z.string(), expression: z.string(), valid: z.boolean().optional() })).min(1),
});

function given(path: string): boolean {
  if (existsSync(path)) return true;
  console.log(`Skipped: ${path} is not here.`);
  return false;
}

function fieldValue(value: unknown): ExpressionValue {
  const rich = z.object({ $RichText: z.unknown() }).safeParse(value);
  return rich.success ? new RichText(JSON.stringify(rich.data.$RichText)) : fromJson(value);
}

(given(PROBES) ? test : test.skip)('every verdict of the live site is ours, too', () => {
  const probe = probeSchema.parse(JSON.parse(readFileSync(PROBES, 'utf8')));
  const disagreements = probe.cases.filter(({ config, issue, transition_allowed: allowed }) => {
    const fields = Object.entries(probe.issues[issue] ?? {}).map(([id, value]) => [id, plain(fieldValue(value))] as const);
    const found = evaluateExpression(probe.expression, { config: fromJson(config), issue: defineObject('Issue', issue, Object.fromEntries(fields)) });
    return (found.ok && found.value === true) !== allowed;
  });
  console.log(`Live probe: ${probe.cases.length - disagreements.length} of ${probe.cases.length} verdicts agree.`);
  expect(disagreements).toEqual([]);
});

(given(EXPRESSIONS) ? describe : describe.skip)('real expressions', () => {
  const all = existsSync(EXPRESSIONS) ? expressionsSchema.parse(JSON.parse(readFileSync(EXPRESSIONS, 'utf8'))).expressions : [];
  /** jx-053 is a nested if: our parser reads it and the interpreter refuses it. jx-038 compares an id with a text: refused in the run. */
  const REFUSED_IN_THE_RUN = ['jx-053', 'jx-038'];

  test('what Jira reads is read, what it refuses is refused', () => {
    const wrong = all.filter(({ id, expression, valid }) => parseExpression(expression).ok !== (valid !== false || REFUSED_IN_THE_RUN.includes(id)));
    console.log(`Real expressions: ${all.length - wrong.length} of ${all.length} read as Jira reads them.`);
    expect(wrong).toEqual([]);
  });

  test('what Jira refuses in the run is refused in the run', () => {
    const variables = { issue: anIssue(), issues: [anIssue()] };
    const results = all.filter(({ id }) => REFUSED_IN_THE_RUN.includes(id)).map(({ expression }) => evaluateExpression(expression, variables).ok);
    expect(results).toEqual([false, false]);
  });

  test('those that need only an issue evaluate', () => {
    const source = (wanted: string) => all.find(({ id }) => id === wanted)?.expression ?? '';
    const issue = anIssue({ summary: 'Test Case of an issue' });
    const resultOf = (id: string) => {
      const found = evaluateExpression(source(id), { issue });
      return found.ok ? toJson(found.value) : found.error.message;
    };
    expect(Object.fromEntries(['jx-025', 'jx-035', 'jx-061', 'jx-062', 'jx-063', 'jx-070'].map((id) => [id, resultOf(id)]))).toEqual({
      'jx-025': false, 'jx-035': 'Issue', 'jx-061': true, 'jx-062': true, 'jx-063': true, 'jx-070': true,
    });
  });

  test('only the long shipping expression is over the limits', () => {
    const over = all.filter(({ expression, valid }) => {
      const measured = measureExpression(expression);
      return valid !== false && measured.ok && describeExcess(measured.measure).length > 0;
    });
    expect(over.map(({ id }) => id)).toEqual(['jx-073']);
  });
});
