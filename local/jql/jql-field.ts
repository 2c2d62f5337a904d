import type { JqlIssue } from './jql-issue';
import type { JqlValueField } from './jql-options';

/** How a query may look at one field. */
export type JqlField = {
  readonly name: string;
  /** What `ORDER BY` compares; absent if the field cannot be sorted by. */
  readonly sortValue?: (issue: JqlIssue) => string | number | null;
} & (
  | {
      readonly kind: 'choice';
      /** Every value the issue has there, each by all the names it answers to. */
      readonly values: (issue: JqlIssue) => readonly (readonly string[])[];
      /** Which values of the site may stand in the query. */
      readonly lookup?: JqlValueField;
      /** The only values there are, in lower case; for fields whose values Jira itself fixes. */
      readonly fixed?: readonly string[];
      /** Entity properties compare exactly, Jira's own fields in any case. */
      readonly exact?: boolean;
      readonly isUser?: boolean;
    }
  | { readonly kind: 'key' }
  | { readonly kind: 'text'; readonly texts: (issue: JqlIssue) => readonly string[] }
  | { readonly kind: 'moment'; readonly moments: (issue: JqlIssue) => readonly number[] }
  | { readonly kind: 'number'; readonly numbers: (issue: JqlIssue) => readonly number[] }
);
