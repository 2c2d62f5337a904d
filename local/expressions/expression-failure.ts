/** Thrown inside the interpreter, caught by `evaluateExpression`; no other code meets it. */
export class ExpressionFailure extends Error {
  constructor(
    message: string,
    readonly kind: 'evaluation' | 'complexity' = 'evaluation',
  ) {
    super(message);
  }
}
