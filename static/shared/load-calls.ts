/** Requests to Jira with patience: few at once, `Retry-After` obeyed by all of them, cancelled between two, never within one. */

import type { JiraAnswer } from './bridge';

/** How a loader asks Jira: `askJira` of the bridge in a page, plain HTTP in a bench. */
export type AskJira = (path: string, init?: { method?: string; body?: unknown }) => Promise<JiraAnswer>;

/** Jira's cost guide: at most 5 to 10 requests of one client at once. */
export const CALLS_AT_ONCE = 6;

const TRIES_WHEN_LIMITED = 6;
const TRIES_WHEN_DOWN = 3;

/** What became of one request. `unreachable` has been tried several times. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unreachable'; readonly words: string };

export interface JiraCalls {
  request(path: string, init?: { method?: string; body?: unknown }): Promise<CallOutcome>;
  /** Requests sent so far, repeated ones included. */
  made(): number;
}

export interface JiraCallsOptions {
  readonly ask: AskJira;
  /** Once aborted, nothing more is sent; what is under way is awaited, because the bridge cannot stop it. */
  readonly signal: AbortSignal;
  /** Told when Jira asks for a pause, in seconds. */
  readonly onPause?: (seconds: number) => void;
  /** Errors that are no outage and belong to the page: consent. */
  readonly passOn?: (error: unknown) => boolean;
  /** Milliseconds; a test passes its own. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** One queue of requests for one loading. An error that the bridge throws for good reason (consent) is passed on. */
export function createJiraCalls({ ask, signal, onPause, passOn = () => false, sleep = pause }: JiraCallsOptions): JiraCalls {
  const waiting: (() => void)[] = [];
  let running = 0;
  let sent = 0;
  let pausedUntil = 0;

  async function takeTurn(): Promise<void> {
    if (running >= CALLS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  }

  function passTurn(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  async function waitOutPause(): Promise<void> {
    for (let left = pausedUntil - Date.now(); left > 0 && !signal.aborted; left = pausedUntil - Date.now()) await sleep(left);
  }

  async function tryRequest(path: string, init?: { method?: string; body?: unknown }): Promise<CallOutcome> {
    let limited = 0;
    let down = 0;
    for (;;) {
      await waitOutPause();
      if (signal.aborted) return { kind: 'cancelled' };
      sent += 1;
      const answer = await ask(path, init).catch((error: unknown) => {
        if (passOn(error)) throw error;
        return undefined;
      });
      if (answer?.status === 429) {
        limited += 1;
        if (limited >= TRIES_WHEN_LIMITED) return { kind: 'unreachable', words: 'Jira is limiting requests at the moment. Wait a minute and load the page again.' };
        const seconds = secondsToWait(answer.headers.get('retry-after'), limited);
        pausedUntil = Math.max(pausedUntil, Date.now() + seconds * 1000);
        onPause?.(seconds);
      } else if (answer === undefined || answer.status >= 500) {
        down += 1;
        if (down >= TRIES_WHEN_DOWN) return { kind: 'unreachable', words: 'Jira did not answer after several tries. Check your connection and load the page again.' };
        await sleep(500 * 2 ** down);
      } else {
        return { kind: 'answered', status: answer.status, body: answer.body };
      }
    }
  }

  return {
    made: () => sent,
    async request(path, init) {
      await takeTurn();
      try {
        return await tryRequest(path, init);
      } finally {
        passTurn();
      }
    },
  };
}

/** The header is a number of seconds or an HTTP date; without one the wait doubles. */
function secondsToWait(header: string | null, times: number): number {
  if (header !== null && header.trim() !== '') {
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds);
    const at = Date.parse(header);
    if (!Number.isNaN(at)) return Math.max(0, (at - Date.now()) / 1000);
  }
  return 2 ** times;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
