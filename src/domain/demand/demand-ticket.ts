/** A person as Jira shows it on a ticket; only ever shown, never stored. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What Jira says about one open ticket, as far as the project page uses it. */
export interface DemandTicket {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  /** Jira's category of the status: `new` or `indeterminate`; `done` never is demand. */
  readonly category: string;
  readonly type: { readonly id: string; readonly name: string; readonly subtask: boolean };
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly parent?: { readonly id: string; readonly key: string };
  readonly assignee?: Person;
  readonly reporter?: Person;
  readonly priority?: string;
  /** ISO instants, as Jira writes them. */
  readonly created: string;
  readonly updated: string;
}
