/** What a query may ask of an issue. The site fills it in; the caller has already left out what the user may not browse. */
export interface JqlIssue {
  readonly id: string;
  readonly key: string;
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly issueType: { readonly id: string; readonly name: string; readonly subtask: boolean };
  readonly status: { readonly id: string; readonly name: string; readonly category: JqlStatusCategory };
  readonly assignee: JqlUser | null;
  readonly reporter: JqlUser | null;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  readonly labels: readonly string[];
  readonly components: readonly { readonly id: string; readonly name: string }[];
  /** `rank` orders priorities, 1 is the highest. */
  readonly priority: { readonly id: string; readonly name: string; readonly rank: number } | null;
  readonly summary: string;
  /** Plain text. */
  readonly description: string;
  readonly parent: { readonly id: string; readonly key: string } | null;
  readonly resolution: { readonly id: string; readonly name: string } | null;
  /** ISO day. */
  readonly dueDate: string | null;
  /** Security level. */
  readonly security: { readonly id: string; readonly name: string } | null;
  /** Parsed JSON of an entity property; undefined if it is not set. */
  readonly property: (key: string) => unknown;
}

export interface JqlUser {
  readonly accountId: string;
  readonly displayName: string;
}

/** Keys of Jira's status categories: To Do, In Progress, Done. */
export type JqlStatusCategory = 'new' | 'indeterminate' | 'done';

/** A search alias that the app's manifest declares for a path in an entity property (`jira:entityProperty`). */
export interface JqlAlias {
  readonly alias: string;
  readonly propertyKey: string;
  /** Dotted path into the property's JSON. */
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'user' | 'date';
}
