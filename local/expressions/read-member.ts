import { CALENDAR_DATE_METHODS, DATE_METHODS } from './date-methods';
import { textAt } from './arguments';
import {
  CalendarDate, ExpressionDate, ExpressionFunction, ExpressionObject, RichText, type ExpressionMap, type ExpressionMember,
  type ExpressionValue,
} from './expression-value';
import { LIST_METHODS } from './list-methods';
import { STRING_METHODS } from './string-methods';
import { isList, isMap } from './value-rules';

/**
 * The member of that name, or undefined if the type has none. Looks only into tables of names that Jira documents, never at what
 * JavaScript hangs on a value: `constructor` and `__proto__` do not exist here.
 */
export function readMember(owner: ExpressionValue, name: string): ExpressionMember | undefined {
  if (owner === null || typeof owner === 'boolean' || typeof owner === 'number' || owner instanceof ExpressionFunction) return undefined;
  if (typeof owner === 'string') return name === 'length' ? known(owner.length) : method(STRING_METHODS, owner, name);
  if (isList(owner)) return name === 'length' ? known(owner.length) : method(LIST_METHODS, owner, name);
  if (isMap(owner)) return owner.has(name) ? known(owner.get(name) ?? null) : (method(MAP_METHODS, owner, name) ?? known(null));
  if (owner instanceof ExpressionDate) return method(DATE_METHODS, owner, name);
  if (owner instanceof CalendarDate) return method(CALENDAR_DATE_METHODS, owner, name);
  if (owner instanceof RichText) return name === 'plainText' ? known(owner.plainText) : undefined;
  return owner instanceof ExpressionObject ? owner.member(name) : undefined;
}

const MAP_METHODS: ReadonlyMap<string, (map: ExpressionMap, args: readonly ExpressionValue[]) => ExpressionValue> = new Map<string, (map: ExpressionMap, args: readonly ExpressionValue[]) => ExpressionValue>([
  ['get', (map, args) => map.get(textAt('get', args, 0)) ?? null],
  ['set', (map, args) => new Map([...map, [textAt('set', args, 0), args[1] ?? null]])],
  ['entries', (map) => [...map].map(([key, value]) => [key, value])],
]);

function known(value: ExpressionValue): ExpressionMember {
  return { read: () => value };
}

function method<Owner>(
  table: ReadonlyMap<string, (owner: Owner, args: readonly ExpressionValue[]) => ExpressionValue>, owner: Owner, name: string,
): ExpressionMember | undefined {
  const found = table.get(name);
  return found && known(new ExpressionFunction(name, (args) => found(owner, args)));
}
