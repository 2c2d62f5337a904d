/**
 * Thrown wherever Jira would refuse; `answerRequest` turns it into Jira's own error shape and the transaction is taken
 * back. An exception, because a refusal may come from any depth and always ends the request.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(errorMessages.join(' '));
  }
}

export function refuse(status: number, ...messages: string[]): never {
  throw new Refusal(status, messages);
}

/** What Jira says of an issue that is not there or may not be seen; the two must not be told apart. */
export function refuseMissingIssue(): never {
  refuse(404, 'Issue does not exist or you do not have permission to see it.');
}
