/** An issue as it is kept. What the site interprets has a name here; everything else stays in `fields` as it came. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly summary: string;
  /** Instants in Jira's own form, `2026-11-22T20:00:00.000+0000`. */
  readonly created: string;
  readonly updated: string;
  readonly priorityId?: string;
  readonly reporterId?: string;
  readonly assigneeId?: string;
  readonly creatorId?: string;
  readonly parentId?: string;
  readonly securityLevelId?: string;
  readonly resolutionId?: string;
  readonly resolved?: string;
  readonly labels: readonly string[];
  /** Other fields in REST form, by field id: description, components, custom fields, and what an import brought. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A value of an issue, project or comment under a key of its own. */
export interface Property {
  readonly entity: 'issue' | 'project' | 'comment';
  readonly entityId: string;
  readonly key: string;
  readonly value: unknown;
}

export interface Comment {
  readonly id: string;
  readonly issueId: string;
  readonly authorId?: string;
  readonly updateAuthorId?: string;
  /** Atlassian Document Format. */
  readonly body: unknown;
  readonly created: string;
  readonly updated: string;
}

/** `inward` shows the type's outward words: inward "blocks" outward. (Named as in the REST request.) */
export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly inwardId: string;
  readonly outwardId: string;
}

/** Asynchronous work; here it is done before the answer is sent, and reported as Jira would. */
export interface Task {
  readonly id: string;
  readonly description: string;
  readonly submittedBy: string;
  readonly submitted: number;
  readonly status: 'COMPLETE' | 'FAILED';
  readonly result: unknown;
}
