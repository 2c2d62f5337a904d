import type { ExpressionValue } from './expression-value';

/** What one run cost, in the units of `meta.complexity` of Jira's `expression/evaluate`. */
export interface Complexity {
  readonly steps: number;
  readonly expensiveOperations: number;
  /** Jira objects touched. */
  readonly beans: number;
  /** Primitive values in the result. */
  readonly primitiveValues: number;
}

/** Jira's limits of one run (example of `POST /rest/api/3/expression/evaluate`). */
export const COMPLEXITY_LIMITS: Complexity = { steps: 10_000, expensiveOperations: 10, beans: 1_000, primitiveValues: 10_000 };

export interface ExpressionError {
  readonly kind: 'syntax' | 'evaluation' | 'complexity';
  readonly message: string;
  /** 1-based, where known. */
  readonly line?: number;
  readonly column?: number;
}

export type Evaluation =
  | { readonly ok: true; readonly value: ExpressionValue; readonly complexity: Complexity }
  | { readonly ok: false; readonly error: ExpressionError };
