import type { Problem } from '../contract/calls';
import type { Failure } from './ports';

/** What was tried, in the words that its failures need. */
export interface Deed {
  /** Follows "Jira refused to …": `save this ticket's context`. */
  readonly doing: string;
  /** A whole sentence for a user who may not. */
  readonly forbidden: string;
  /** A whole sentence for something that is gone or hidden. */
  readonly gone: string;
  /** What became of the user's own work; a whole sentence. */
  readonly kept: string;
}

/** Turns Jira's refusal into words for the person who tried. */
export function describeFailure(failure: Failure, deed: Deed): Problem {
  switch (failure.kind) {
    case 'forbidden': return { code: 'FORBIDDEN', words: `${deed.forbidden} ${deed.kept}` };
    case 'not-found': return { code: 'NOT_FOUND', words: `${deed.gone} ${deed.kept}` };
    case 'rejected': return { code: 'INVALID', words: `Jira refused to ${deed.doing}. ${deed.kept} Reload the page and try again; if it stays like this, tell your Jira administrator.` };
    case 'too-large': return { code: 'TOO_LARGE', words: `Jira refused to ${deed.doing} because it is too long. ${deed.kept} Shorten the longest texts and try again.` };
    case 'busy': return {
      code: 'BUSY', retryAfterSeconds: failure.retryAfterSeconds,
      words: `Jira has too much to do and asks to wait ${seconds(failure.retryAfterSeconds)}. ${deed.kept} Try again then.`,
    };
    case 'outage': return { code: 'OUTAGE', words: `Jira answered with an error of its own when asked to ${deed.doing}. ${deed.kept} Try again in a moment.` };
    case 'no-answer': return { code: 'OUTAGE', words: `Jira did not answer in time when asked to ${deed.doing}, so it may or may not have been done. ${deed.kept} Reload the page to see, then try again.` };
    case 'no-time': return { code: 'BUSY', retryAfterSeconds: 1, words: `Jira was so slow that there was no time left to ${deed.doing}, so it was not tried. ${deed.kept} Try again in a moment.` };
    default: return neverFailure(failure);
  }
}

/** The same for a step that comes before any writing: an answer that never came leaves nothing in doubt. */
export function describeEarlyFailure(failure: Failure, deed: Deed): Problem {
  return describeFailure(failure.kind === 'no-answer' ? { kind: 'no-time' } : failure, deed);
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}

function neverFailure(failure: never): never {
  throw new Error(`No words for the failure ${JSON.stringify(failure)}.`);
}
