/** What one gate wants: the words of `contract/gate-configuration.ts`, which a rule stores and Jira's expression reads as `config`. */
export interface GatePolicy {
  readonly gate: string;
  readonly criteria: readonly WantedCriterion[];
  /** Ids of the issue types the gate looks at; empty: all. */
  readonly types: readonly string[];
  /** ISO day: tickets created before it, in UTC, are spared. */
  readonly since: string;
  readonly bypass: boolean;
  readonly hint: string;
}

/** A criterion by its code, with the words a message uses for it. */
export interface WantedCriterion {
  readonly code: string;
  /** Completes "this ticket lacks …". */
  readonly label: string;
}
