import type { JqlAlias, JqlIssue } from './jql-issue';

export interface JqlOptions {
  readonly aliases: readonly JqlAlias[];
  readonly now: Date;
  /** Account id behind `currentUser()`; undefined for anonymous callers, who match nothing. */
  readonly currentUser: string | undefined;
  /**
   * Whether the site knows this value, by id, key or name in any case; Jira refuses a value that it does not know. Absent: every
   * value is taken.
   */
  readonly valueExists?: (field: JqlValueField, value: string) => boolean;
}

/** Fields whose values Jira looks up. */
export type JqlValueField = 'project' | 'issuetype' | 'status' | 'priority' | 'resolution' | 'component' | 'issue' | 'user' | 'security';

export interface JqlQuery {
  readonly matches: (issue: JqlIssue) => boolean;
  /** Order of `ORDER BY`; without one, newest first. */
  readonly compare: (a: JqlIssue, b: JqlIssue) => number;
  /** False for a query without any restriction, which `search/jql` refuses. */
  readonly bounded: boolean;
}

export type ParsedJql =
  | { readonly ok: true; readonly query: JqlQuery }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Reads JQL with Atlassian's grammar; unknown fields, functions and operators are errors in Jira's words. */
export function parseJql(_query: string, _options: JqlOptions): ParsedJql {
  return { ok: false, errors: ['The JQL parser is not connected yet.'] };
}
