import { functionAt, numberAt, textAt } from './arguments';
import { ExpressionFailure } from './expression-failure';
import type { ExpressionValue } from './expression-value';
import { isList, isTruthy, sameValue, toText, withinBounds } from './value-rules';

type List = readonly ExpressionValue[];
type Method = (list: List, args: List) => ExpressionValue;

const JOINED_CHARACTERS = 10_000;

/** The methods that Jira documents for List, and no others. */
export const LIST_METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['map', (list, args) => list.map((item, at) => functionAt('map', args, 0).call([item, at]))],
  ['filter', (list, args) => list.filter((item, at) => isTruthy(functionAt('filter', args, 0).call([item, at])))],
  ['some', (list, args) => list.some((item) => isTruthy(functionAt('some', args, 0).call([item])))],
  ['every', (list, args) => list.every((item) => isTruthy(functionAt('every', args, 0).call([item])))],
  ['includes', (list, args) => list.some((item) => sameValue(item, args[0] ?? null))],
  ['indexOf', (list, args) => list.findIndex((item) => sameValue(item, args[0] ?? null))],
  ['slice', (list, args) => list.slice(numberAt('slice', args, 0, 0), numberAt('slice', args, 1, list.length))],
  ['concat', (list, args) => withinBounds(list.concat(...args.map((item) => (isList(item) ? item : [item]))))],
  ['flatten', (list) => withinBounds(flatten(list))],
  ['flatMap', (list, args) => withinBounds(flatten(list.map((item, at) => functionAt('flatMap', args, 0).call([item, at]))))],
  ['join', (list, args) => shortened(list.map(toText).join(textAt('join', args, 0, ',')))],
  ['reduce', reduce],
  ['sort', sort],
]);

function flatten(list: List): List {
  return list.flatMap((item) => (isList(item) ? [...item] : [item]));
}

function shortened(text: string): string {
  return text.length > JOINED_CHARACTERS ? `${text.slice(0, JOINED_CHARACTERS - 3)}...` : text;
}

function reduce(list: List, args: List): ExpressionValue {
  const combine = functionAt('reduce', args, 0);
  const hasStart = args.length > 1;
  const [first, ...rest] = hasStart ? [args[1] ?? null, ...list] : list;
  if (first === undefined) throw new ExpressionFailure('reduce of an empty list needs an initial value.');
  return rest.reduce((total, item, at) => combine.call([total, item, hasStart ? at : at + 1]), first);
}

function sort(list: List, args: List): ExpressionValue {
  const compare = functionAt('sort', args, 0);
  return [...list].sort((left, right) => {
    const verdict = compare.call([left, right]);
    if (typeof verdict !== 'number') throw new ExpressionFailure('The function given to sort must return a Number.');
    return verdict;
  });
}
