export interface ExpressionMeasure {
  readonly characters: number;
  /** Identifiers and literals of the parsed tree. */
  readonly leaves: number;
  /** Entity properties read, as written: each is an expensive operation. */
  readonly propertyReads: number;
}

/** Jira's limits of a text (examples of `POST /rest/api/3/expression/analyse`). */
export const EXPRESSION_CHARACTERS = 1_000;
export const EXPRESSION_LEAVES = 100;
