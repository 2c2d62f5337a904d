import { CALLS, type CallName, type Reply } from '../contract/calls';
import { explainIssues } from '../contract/explain-issues';
import type { Ports } from '../usecases/ports';
import { refuse } from '../usecases/refuse';
import { HANDLERS } from './handlers';

/** What the platform gives for somebody who is not signed in. */
const ANONYMOUS = 'unidentified';
/** Nobody reads more; a payload of thousands of mistakes must not make an answer of megabytes. */
const MOST_COMPLAINTS = 20;

export interface IncomingCall {
  readonly name: string;
  readonly payload: unknown;
  readonly accountId: string | undefined;
}

export interface Surroundings {
  readonly portsOf: (accountId: string) => Ports;
  /** Errors that must reach the platform untouched. */
  readonly isForPlatform: (error: unknown) => boolean;
  readonly logCause: (what: string, facts: Readonly<Record<string, string>>) => void;
}

/**
 * Answers one call of a page, always in words: every wait below it ends before the invocation's time does (forge/retry.ts). Throws
 * only what is for the platform.
 */
export async function answerCall({ name, payload, accountId }: IncomingCall, surroundings: Surroundings): Promise<Reply<unknown>> {
  if (!isCallName(name)) {
    return refuse('UNKNOWN_CALL', 'This page asks for something that this version of Groundwork does not know. Nothing was changed. Reload the page and try again.');
  }
  if (accountId === undefined || accountId === ANONYMOUS) {
    return refuse('ANONYMOUS', 'You are not signed in to Jira, and Groundwork changes nothing for people it does not know. What you typed is still here. Sign in, then try again.');
  }
  return handle(name, payload, surroundings.portsOf(accountId)).catch((error: unknown): Reply<unknown> => {
    if (surroundings.isForPlatform(error)) throw error;
    surroundings.logCause('a call failed', { call: name, ...causeOf(error) });
    return refuse('OUTAGE', 'Groundwork failed while doing this, so it may or may not have been done. What you typed is still here. Reload the page to see, then try again.');
  });
}

/** Own keys only: `constructor` is not a call. */
function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

async function handle<N extends CallName>(name: N, payload: unknown, ports: Ports): Promise<Reply<unknown>> {
  const schema = CALLS[name];
  const parsed = schema.safeParse(payload);
  if (!parsed.success) {
    return refuse('INVALID', 'Something here cannot be saved as it is. Nothing was changed, and what you typed is still here. Correct what is named below and try again.', { details: explainIssues(parsed.error, payload).slice(0, MOST_COMPLAINTS) });
  }
  // The schema of a call gives the payload of its handler; TypeScript cannot follow one name through both tables.
  const handler = HANDLERS[name] as (ports: Ports, payload: unknown) => Promise<Reply<unknown>>;
  return handler(ports, parsed.data);
}

/** Where it failed, without the message: that may hold what somebody wrote. */
function causeOf(error: unknown): { readonly error: string; readonly at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, at: frames.slice(0, 3).map((line) => line.trim()).join(' < ') };
}
