import { numberAt, textAt } from './arguments';
import { ExpressionFailure } from './expression-failure';
import { ExpressionFunction, type ExpressionValue } from './expression-value';
import { toText, withinBounds } from './value-rules';

type Args = readonly ExpressionValue[];
type Method = (text: string, args: Args) => ExpressionValue;

const MOST_REPETITIONS = 100;

/** The methods that Jira documents for String, and no others. */
export const STRING_METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['trim', (text) => text.trim()],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['includes', (text, args) => text.includes(textAt('includes', args, 0))],
  ['indexOf', (text, args) => text.indexOf(textAt('indexOf', args, 0))],
  ['slice', (text, args) => text.slice(numberAt('slice', args, 0), numberAt('slice', args, 1, text.length))],
  ['split', (text, args) => text.split(textAt('split', args, 0, ''))],
  ['repeat', (text, args) => withinBounds(text.repeat(atMost('repeat', numberAt('repeat', args, 0))))],
  ['padStart', (text, args) => text.padStart(atMost('padStart', numberAt('padStart', args, 0)), textAt('padStart', args, 1, ' '))],
  ['padEnd', (text, args) => text.padEnd(atMost('padEnd', numberAt('padEnd', args, 0)), textAt('padEnd', args, 1, ' '))],
  ['match', (text, args) => groupsOf(text.match(pattern(textAt('match', args, 0))))],
  ['matchAll', (text, args) => [...text.matchAll(pattern(textAt('matchAll', args, 0), 'g'))].map(groupsOf)],
  ['replace', replace],
]);

function atMost(method: string, count: number): number {
  if (count < 0) throw new ExpressionFailure(`${method} cannot take ${count}.`);
  if (count > MOST_REPETITIONS) throw new ExpressionFailure(`${method} takes at most ${MOST_REPETITIONS}.`);
  return Math.trunc(count);
}

function groupsOf(found: RegExpMatchArray | null): ExpressionValue {
  return found === null ? null : Array.from(found, (group) => group ?? null);
}

function replace(text: string, args: Args): ExpressionValue {
  const what = pattern(textAt('replace', args, 0), 'g');
  const by = args[1] ?? null;
  if (by instanceof ExpressionFunction) return withinBounds(text.replace(what, (found: string) => toText(by.call([found]))));
  return withinBounds(text.replace(what, textAt('replace', args, 1)));
}

function pattern(source: string, flags = ''): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw new ExpressionFailure(`"${source}" is not a regular expression.`);
  }
}
