import type { Evaluation } from '../../local/expressions/evaluation';
import { evaluateExpression } from '../../local/expressions/evaluate-expression';
import { toJson } from '../../local/expressions/expression-globals';
import { fromJson } from '../../local/expressions/expression-objects';
import { anIssue, type GivenIssue } from './given-issue';

const NOW = new Date('2026-12-10T10:00:00Z');

function evaluate(source: string, issue: GivenIssue = {}): Evaluation {
  return evaluateExpression(source, { issue: anIssue(issue), config: fromJson({ list: [3, 1, 2], text: 'abc' }), user: null }, NOW);
}
function resultOf(source: string, issue: GivenIssue = {}): unknown {
  const found = evaluate(source, issue);
  return found.ok ? toJson(found.value) : `${found.error.kind}: ${found.error.message}`;
}

test.each<[string, unknown]>([
  ['1 + 2 * 3', 7],
  ["'a' + 1 + null", 'a1null'],
  ['`${issue.key} has ${1 + 1}`', 'BUYER-12 has 2'],
  ['let a = 1; b = a + 1; b * 10', 20],
  ['let f = (x, y) => x + y; f(2, 3)', 5],
  ['let a = 1; return a;', 1],
  ["if (issue.summary.length > 3) { return 'long'; } else { return 'short'; }", 'long'],
  ["if (false) { return 1; } else if (true) { let a = 2; return a; } else { return 3; }", 2],
  ['config.list.map(x => x * 2).filter(x => x > 2)', [6, 4]],
  ['config.list.reduce((a, b) => a + b)', 6],
  ['config.list.reduce((a, b) => a + b, 10)', 16],
  ['config.list.sort((a, b) => a - b).join("-")', '1-2-3'],
  ['config.list.some(x => x == 2) && config.list.every(x => x > 0)', true],
  ['[[1], 2].flatten().concat([3, 4], 5).slice(1, -1)', [2, 3, 4]],
  ['[1, 2].flatMap(x => [x, x])', [1, 1, 2, 2]],
  ['config.list.includes(3)', true],
  ["config.list.includes('3')", false],
  ['config.list.indexOf(2)', 2],
  ['config.list[config.list.length - 1]', 2],
  ['config.list[17]', null],
  ["issue.issueType.id + ''", '10001'],
  ["issue.issueType.name.toLowerCase().match('^(st)(x)?')", ['st', 'st', null]],
  ["'a1b22'.replace('[0-9]+', '')", 'ab'],
  ["'a1b22'.matchAll('[0-9]+').map(m => m[0])", ['1', '22']],
  ["'a b'.split(' ').map(w => w.toUpperCase().padEnd(3, '.')).join('')", 'A..B..'],
  ["'ab'.repeat(2).trim().padStart(5).indexOf('a')", 1],
  ['config.list.map(i => { value: i, \'twice\': [i, i] })[0]', { value: 3, twice: [3, 3] }],
  ["let parts = '7 EUR'.split(' ');\n{\namount: Number(parts[0]),\ncurrency: parts[1]\n}", { amount: 7, currency: 'EUR' }],
  ["new Map().set('a', 1).get('a')", 1],
  ["{ a: 1 }.entries()", [['a', 1]]],
  ["JSON.parse(JSON.stringify({ a: [1, null] })).a.length", 2],
  ["issue.created < new Date('2026-12-11')", true],
  ["new Date('2026-12-01T00:00:00+0100').toISOString()", '2026-11-30T23:00:00.000Z'],
  ['issue.created > new Date().minusDays(1)', true],
  ["new CalendarDate('2026-01-31').plusMonths(1).toString()", '2026-02-28'],
  ['new Date().toCalendarDate() == new CalendarDate()', true],
  ["new RichText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hello' }] }] }).plainText", 'hello'],
  ['typeof issue', 'Issue'],
  ['typeof nobody', 'undefined'],
  ['typeof config.list', 'List'],
  ['issue.assignee == null', true],
  ["issue.customfield_10101 == 'x'", false],
  ['issue.assignee?.displayName', null],
  ['issue?.nothing', null],
  ["user?.getProjectRoles('x')", null],
  ['null ?? 1', 1],
  ["'' || 0 || 'last'", 'last'],
  ['-config.list.length % 2', -1],
])('%s gives %j', (source, expected) => {
  expect(resultOf(source)).toEqual(expected);
});

test.each<[string, string]>([
  // `?.` protects its own step only; JavaScript would leave the whole chain here.
  ['issue.assignee?.groups.length', 'evaluation: Cannot read "length" of null.'],
  ['issue.assignee.displayName', 'evaluation: Cannot read "displayName" of null.'],
  ['issue.nothing', 'evaluation: Unrecognized property of Issue: "nothing".'],
  ["issue.id == '10042'", "evaluation: Can't compare Number to String."],
  ["issue.id > '0'", "evaluation: Can't compare Number to String."],
  ['issue.created > null', "evaluation: Can't compare Date to null."],
  ['issue.customfield_10104.length', 'evaluation: Unrecognized property of Number: "length".'],
  ['nobody', 'evaluation: Unrecognized identifier: "nobody".'],
  ["'a'.startsWith('a')", 'evaluation: Unrecognized property of String: "startsWith".'],
  ['config.list.push(1)', 'evaluation: Unrecognized property of List: "push".'],
  ['config.list.map(1)', 'evaluation: map wants a Function as argument 1, got Number.'],
  ['[].reduce((a, b) => a)', 'evaluation: reduce of an empty list needs an initial value.'],
  ["new Date('soon')", 'evaluation: "soon" is not a date that Date can read.'],
  ["new CalendarDate('2026-02-30')", 'evaluation: "2026-02-30" is not a day that CalendarDate can read.'],
  ["Date('2026-01-01')", 'evaluation: Date must be called with new.'],
  ['1 - true', 'evaluation: - wants two Numbers, got Number and Boolean.'],
  ["'a'.match('(')", 'evaluation: "(" is not a regular expression.'],
  ['issue.key()', 'evaluation: String is not a function.'],
  ['1 === 1', 'evaluation: The operator === is not part of the Jira expressions that run here.'],
  ['/a/.test("a")', 'evaluation: The literal /a/ is not part of the Jira expressions that run here.'],
  ['[...config.list]', 'evaluation: Spreading or leaving out elements of a list is not part of the Jira expressions that run here.'],
  ['function () {}', 'syntax: Unexpected token.'],
  ['["0", "25", 100\\"]', 'syntax: Expecting Unicode escape sequence \\uXXXX.'],
  ['if (true) { if (true) { return 1; } }', 'evaluation: An if inside an if is not part of the Jira expressions that run here.'],
  ['', 'evaluation: The expression is empty.'],
])('%s is refused: %s', (source, expected) => {
  expect(resultOf(source)).toBe(expected);
});

describe('nothing of the host can be reached', () => {
  const WAYS = ['constructor', '__proto__', 'prototype', 'hasOwnProperty', '__defineGetter__', 'call', 'then'];
  const OWNERS = ['issue', "'text'", 'config.list', '(x => x)', 'issue.created', '(7)', 'true', 'Date', "'text'.trim"];
  const pairs = OWNERS.flatMap((owner) => WAYS.flatMap((way) => [`${owner}.${way}`, `${owner}['${way}']`]));

  test.each(pairs)('%s is an error', (source) => {
    const found = evaluate(source);
    expect(found.ok ? 'a value' : found.error.message).toMatch(/^Unrecognized property of /);
  });

  test.each(WAYS)('a map has no key %s, which reads null as any missing key', (way) => {
    expect(resultOf(`config.${way}`)).toBeNull();
    expect(resultOf(`config['${way}']`)).toBeNull();
  });

  test.each(['globalThis', 'process', 'require', 'this', 'eval', 'Function', 'import("fs")', 'constructor', 'undefined'])('%s is not there', (source) => {
    expect(evaluate(source).ok).toBe(false);
  });

  test('a variable called __proto__ is only a name', () => {
    expect(resultOf('let __proto__ = 5; __proto__ + 1')).toBe(6);
  });
});

describe('what a run costs', () => {
  test('each property read is one expensive operation, by all three ways of reading', () => {
    const found = evaluate("[issue.properties['a'], issue.properties.a, issue.properties.get('a'), issue.properties?.['b']]", { properties: { a: 1 } });
    expect(found).toMatchObject({ ok: true, value: [1, 1, 1, null], complexity: { expensiveOperations: 4, beans: 2, primitiveValues: 4 } });
  });

  test('the eleventh property read is refused', () => {
    expect(resultOf("[1,2,3,4,5,6,7,8,9,10].map(i => issue.properties['a']).length")).toBe(10);
    expect(resultOf("[1,2,3,4,5,6,7,8,9,10,11].map(i => issue.properties['a']).length")).toBe('complexity: The expression needs more than 10 expensive operations, which is the limit.');
  });

  test('a run ends at 10,000 steps', () => {
    const long = "let l = 'x'.repeat(100).split(''); l.map(a => l.map(b => l.map(c => 1).length).length).length";
    expect(resultOf(long)).toBe('complexity: The expression needs more than 10000 steps, which is the limit.');
  });

  test('a text that doubles itself is stopped before memory is', () => {
    const doubling = "'x'.repeat(30).split('').reduce((text, one) => text + text, 'x'.repeat(100))";
    expect(resultOf(doubling)).toBe('complexity: The expression builds a value of 102400 parts; the limit is 100000.');
  });
});
