/** The one retry policy of the backend: how often, how long, and when to stop so that the user still gets words. */

import type { Failure, Outcome } from '../usecases/ports';

/** What a platform call came back with. */
export interface Sent<T> {
  readonly status: number;
  /** The header as it came. */
  readonly retryAfter?: string | null;
  readonly value: T;
}

export interface Patience {
  /** Milliseconds until Forge kills the invocation. */
  readonly remaining: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Kept back of an invocation's time, in milliseconds: enough to put an answer into words and return it. */
export const RESERVE = 2_500;
/** Longest wait for one answer, in milliseconds: a lost one can then be asked for again within 25 s. */
const LONGEST_WAIT = 9_000;
const ATTEMPTS = 4;
/** Longest pause before another attempt, in milliseconds: an event that has minutes comes again later rather than sleep. */
const LONGEST_PAUSE = 20_000;

/**
 * Sends until it is answered, or time or patience is over. Only what may be repeated blindly (GET, PUT, DELETE, and searches) is
 * sent again. `rethrow` names the errors that must reach the platform.
 */
export async function withRetry<T>(
  send: () => Promise<Sent<T>>, options: Patience & { readonly repeatable: boolean; readonly rethrow: (error: unknown) => boolean },
): Promise<Outcome<T>> {
  const { remaining, pause, repeatable, rethrow } = options;
  for (let attempt = 1; ; attempt += 1) {
    const left = remaining() - RESERVE;
    if (left <= 0) return { ok: false, failure: { kind: 'no-time' } };
    const outcome = await sendOnce(send, Math.min(left, LONGEST_WAIT), rethrow);
    if (outcome.ok) return outcome;
    const wait = waitBefore(attempt, outcome.failure);
    if (!repeatable || wait === undefined || attempt === ATTEMPTS || wait > LONGEST_PAUSE || wait >= remaining() - RESERVE) return outcome;
    await pause(wait);
  }
}

/** Milliseconds before the next attempt; undefined when another one would change nothing. */
function waitBefore(attempt: number, failure: Failure): number | undefined {
  if (failure.kind === 'busy') return failure.retryAfterSeconds * 1_000;
  if (failure.kind === 'outage' || failure.kind === 'no-answer') return 250 * 2 ** attempt;
  return undefined;
}

async function sendOnce<T>(send: () => Promise<Sent<T>>, patience: number, rethrow: (error: unknown) => boolean): Promise<Outcome<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), patience);
  });
  try {
    const sent = await Promise.race([send(), tooLate]);
    if (sent === 'too late') return { ok: false, failure: { kind: 'no-answer' } };
    const failure = failureOf(sent.status, sent.retryAfter);
    return failure === undefined ? { ok: true, value: sent.value } : { ok: false, failure };
  } catch (error) {
    if (rethrow(error)) throw error;
    return { ok: false, failure: failureOfError(error) };
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(status: number, retryAfter: string | null | undefined): Failure | undefined {
  if (status < 400) return undefined;
  if (status === 401 || status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: 'not-found' };
  if (status === 413) return { kind: 'too-large' };
  if (status === 429) return { kind: 'busy', retryAfterSeconds: secondsOf(retryAfter) };
  // A gateway that gave up says nothing about what stands behind it.
  if (status === 502 || status === 504) return { kind: 'no-answer' };
  return status >= 500 ? { kind: 'outage' } : { kind: 'rejected' };
}

/** Errors of the platform's proxy and stores carry a status; a broken connection does not. */
function failureOfError(error: unknown): Failure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return (typeof status === 'number' ? failureOf(status, undefined) : undefined) ?? { kind: 'no-answer' };
}

/** `Retry-After` in seconds or as a date; a gateway may leave it out. */
function secondsOf(retryAfter: string | null | undefined): number {
  const text = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.max(1, Number(text));
  const until = Date.parse(text);
  return Number.isNaN(until) ? 1 : Math.max(1, Math.ceil((until - Date.now()) / 1_000));
}
