import type * as z from 'zod';

/** Zod's complaints in words with a path and both sides: `At thresholds.0.goal: expected a number, got "soon"`. */
export function explainIssues(error: z.ZodError, input: unknown): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String).join('.') || 'the whole value';
    return `At ${path}: ${expectation(issue)}, got ${shown(valueAt(input, issue.path))}`;
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected === 'nonoptional' ? 'expected a value' : `expected ${withArticle(String(issue.expected))}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
  if (issue.code === 'too_big') return `expected at most ${String(issue.maximum)}${unitOf(issue.origin)}`;
  if (issue.code === 'too_small') return `expected at least ${String(issue.minimum)}${unitOf(issue.origin)}`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'expected a date such as 2026-12-31';
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return ' entries';
  return '';
}

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
