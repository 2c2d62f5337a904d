import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a rule is written down or a test names it. */
export interface Mention {
  readonly rule: string;
  readonly file: string;
}

/** The rules that a RULES.md numbers: `- [CX1] …`. */
export function rulesIn(text: string, file: string): Mention[] {
  return [...text.matchAll(/^\s*[-*]\s+\[([A-Z]+\d+)\]/gm)].map(([, rule = '']) => ({ rule, file }));
}

/** The rules that test titles begin with: `test('[CX1] …')`, `it.each(…)('[CX1] [CX2] …')`. */
export function rulesTested(text: string, file: string): Mention[] {
  const titles = [...text.matchAll(/\b(?:test|it|property)\b[^'"`\n]*\(\s*['"`]((?:\[[A-Z]+\d+\]\s*)+)/g)];
  const each = [...text.matchAll(/^\s*\]\)\(\s*['"`]((?:\[[A-Z]+\d+\]\s*)+)/gm)];
  return [...titles, ...each].flatMap(([, numbers = '']) => [...numbers.matchAll(/\[([A-Z]+\d+)\]/g)].map(([, rule = '']) => ({ rule, file })));
}

/** What does not match between rules and tests, in words; empty when every rule has a test and every number a rule. */
export function compareRules(rules: readonly Mention[], tested: readonly Mention[]): string[] {
  const twice = rules.filter(({ rule }, at) => rules.findIndex((other) => other.rule === rule) !== at);
  const untested = rules.filter(({ rule }) => !tested.some((mention) => mention.rule === rule));
  const unknown = tested.filter(({ rule }) => !rules.some((mention) => mention.rule === rule));
  return [
    ...twice.map(({ rule, file }) => `[${rule}] is numbered twice; the second time in ${file}`),
    ...untested.map(({ rule, file }) => `[${rule}] of ${file} has no test: write one whose title begins with its number`),
    ...unknown.map(({ rule, file }) => `[${rule}] is tested in ${file}, but no RULES.md has it: write the rule or correct the number`),
  ];
}

/** Every file below a folder whose name fits. */
export function filesBelow(folder: string, fits: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Reads the mentions of all these files. */
export function readMentions(files: readonly string[], read: (text: string, file: string) => Mention[]): Mention[] {
  return files.flatMap((file) => read(readFileSync(file, 'utf8'), file));
}
