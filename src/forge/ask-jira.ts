/** One request to Jira's REST API: as the user who called, or as the app where nobody did. */

import api, { NeedsAuthenticationError, type Route } from '@forge/api';
import * as z from 'zod';
import type { Outcome } from '../usecases/ports';
import { invocationTime } from './invocation-time';
import { logCause } from './log-cause';
import { withRetry, type Sent } from './retry';

/** Whose permissions count. */
export type Actor = 'user' | 'app';

export interface JiraRequest<T> {
  /** The user unless said otherwise; the app acts for nobody and so only on what nobody asked for. */
  readonly as?: Actor;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: Route;
  readonly body?: unknown;
  readonly reply: z.ZodType<T>;
  /** For a POST that changes nothing, such as a search. */
  readonly repeatable?: boolean;
}

/** The reply of a request whose answer does not matter. */
export const NO_REPLY = z.unknown().transform(() => null);

/** Jira wants the user's consent first: the platform must see this error to ask for it. */
export function isForPlatform(error: unknown): boolean {
  return error instanceof NeedsAuthenticationError || (error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR');
}

export async function askJira<T>({ as = 'user', method, path, body, reply, repeatable = method !== 'POST' }: JiraRequest<T>): Promise<Outcome<T>> {
  const sent = await withRetry(() => send(as, method, path, body), { ...invocationTime, repeatable, rethrow: isForPlatform });
  if (!sent.ok) {
    if (sent.failure.kind !== 'not-found') logCause('Jira did not do it', { method, kind: sent.failure.kind });
    return sent;
  }
  const parsed = reply.safeParse(sent.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  logCause('Jira answered in an unknown shape', { method, at: parsed.error.issues[0]?.path.join('.') ?? '' });
  return { ok: false, failure: { kind: 'outage' } };
}

async function send(as: Actor, method: string, path: Route, body: unknown): Promise<Sent<unknown>> {
  const response = await (as === 'user' ? api.asUser() : api.asApp()).requestJira(path, {
    method,
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), value: parseJson(await response.text()) };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
