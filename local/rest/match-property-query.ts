import { refuse } from '../jira/refusal';

/**
 * Jira's experimental `propertyQuery` of project/search: `[key].path=value`, `[key].path~value` joined by AND. Values stand in
 * quotes or bare; comparison is by text.
 */
export function matchesPropertyQuery(query: string, read: (key: string) => unknown): boolean {
  return query.split(/\s+AND\s+/i).every((clause) => {
    const match = /^\s*\[([^\]]+)\]((?:\.[A-Za-z0-9_-]+)*)\s*(?:(=|~)\s*(?:"([^"]*)"|(\S+)))?\s*$/.exec(clause);
    if (match === null) refuse(400, `The property query '${query}' is not valid.`);
    const [, key = '', path = '', operator, quoted, bare] = match;
    const value = path.split('.').filter((step) => step !== '').reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined), read(key));
    if (operator === undefined) return value !== undefined;
    const wanted = quoted ?? bare ?? '';
    const values = Array.isArray(value) ? value : [value];
    return values.some((entry) => entry !== undefined && entry !== null && (operator === '=' ? String(entry) === wanted : String(entry).toLowerCase().includes(wanted.toLowerCase())));
  });
}
