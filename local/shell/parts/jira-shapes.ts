/** What Jira's REST answers, as far as these screens read it. Subsets of the shapes of Jira's REST v3. */

export interface ShownStatus {
  readonly id: string;
  readonly name: string;
  readonly statusCategory?: { readonly key: string };
}

export interface ShownPerson {
  readonly accountId: string;
  readonly displayName: string;
}

export interface ShownIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly status: ShownStatus;
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly project: { readonly id: string; readonly key: string; readonly name: string };
    readonly priority?: { readonly name: string } | null;
    readonly assignee?: ShownPerson | null;
    readonly reporter?: ShownPerson | null;
    readonly labels?: readonly string[];
    readonly components?: readonly { readonly name: string }[];
    readonly created?: string;
    readonly updated?: string;
    readonly description?: unknown;
    readonly parent?: LinkedIssue;
    readonly subtasks?: readonly LinkedIssue[];
    readonly issuelinks?: readonly ShownLink[];
    readonly [field: string]: unknown;
  };
}

export interface LinkedIssue {
  readonly id: string;
  readonly key: string;
  readonly fields?: { readonly summary?: string; readonly status?: ShownStatus };
}

export interface ShownLink {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
}

export interface ShownComment {
  readonly id: string;
  readonly author?: ShownPerson;
  readonly body: unknown;
  readonly created: string;
}

export interface ShownTransition {
  readonly id: string;
  readonly name: string;
  readonly to: ShownStatus;
}

export interface ShownProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}
