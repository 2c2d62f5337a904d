/** Builders for the objects that an expression meets. */

import { ExpressionFunction, ExpressionObject, type ExpressionMember, type ExpressionValue } from './expression-value';

/** A Jira object with these members; unset fields are members that read null. */
export function defineObject(typeName: string, identity: string, members: Readonly<Record<string, ExpressionMember>>): ExpressionObject {
  const known = new Map(Object.entries(members));
  return new ExpressionObject(typeName, (name) => known.get(name), identity);
}

/** A member that costs nothing to read. */
export function plain(value: ExpressionValue): ExpressionMember {
  return { read: () => value };
}

/**
 * The entity properties of a Jira object: `issue.properties['key']`, `.get('key')`, `.keys()`. Every property read is one expensive
 * operation, and one that is not set is null.
 * @param read parsed JSON of the property, undefined if it is not set
 */
export function entityProperties(owner: string, keys: () => readonly string[], read: (key: string) => unknown): ExpressionObject {
  const methods = new Map<string, ExpressionMember>([
    ['get', plain(new ExpressionFunction('get', ([key]) => (typeof key === 'string' ? fromJson(read(key)) : null), { expensive: true }))],
    ['keys', plain(new ExpressionFunction('keys', () => [...keys()]))],
  ]);
  return new ExpressionObject(
    'EntityProperties',
    (name) => methods.get(name) ?? { read: () => fromJson(read(name)), expensive: true },
    `properties of ${owner}`,
  );
}

/** JSON as an expression sees it: objects are maps, what is missing is null. */
export function fromJson(json: unknown): ExpressionValue {
  if (json === undefined || json === null) return null;
  if (typeof json === 'string' || typeof json === 'boolean' || typeof json === 'number') return json;
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object') return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
  throw new TypeError(`A ${typeof json} is not JSON.`);
}
