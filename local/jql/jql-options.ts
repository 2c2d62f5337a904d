import type { JqlAlias } from './jql-issue';

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
  /** Ids of the projects in which the current user has the role of this name; undefined when the site has no such role. */
  readonly projectsWithRole?: (role: string) => readonly string[] | undefined;
}

/** Fields whose values Jira looks up. */
export type JqlValueField = 'project' | 'issuetype' | 'status' | 'priority' | 'resolution' | 'component' | 'issue' | 'user' | 'security';
