/** Takes every call that leaves a function to where it belongs, and names what this local Jira does not have. */

import type { MeterEntry } from '../platform';
import type { Descriptor, Invocation, PlatformInit } from './invocation';
import { refuseByProxy, toResponse } from './jira-calls';
import type { KeyValueStore } from './kvs';
import type { AppManifest } from './manifest';
import type { CallMeter, Clock, JiraSite } from './ports';
import type { EventQueues } from './queues';

export interface Platform {
  readonly site: JiraSite;
  readonly manifest: AppManifest;
  readonly kvs: KeyValueStore;
  readonly queues: EventQueues;
  readonly meter: CallMeter;
  readonly clock: Clock;
  readonly log: (words: string) => void;
  /** Whether this user has not yet allowed the app to act for them. */
  readonly needsConsent: (accountId: string) => boolean;
}

export async function callPlatform(platform: Platform, invocation: Invocation, descriptor: Descriptor, path: string, init: PlatformInit): Promise<Response> {
  const method = (init.method ?? 'GET').toUpperCase();
  const bodyText = bodyOf(init, path);
  if (descriptor.type === 'kvs') return answerKvs(platform, invocation, path, bodyText ?? '');
  if (descriptor.type === 'fpp' && descriptor.remote === 'jira') return askJira(platform, invocation, descriptor, { method, path, init, bodyText });
  if (descriptor.type === 'fpp' && descriptor.remote === 'stargate' && path.startsWith('/webhook/queue/')) return answerQueue(platform, invocation, path, bodyText ?? '');
  platform.log(`Not implemented: ${invocation.functionKey} called ${descriptor.type} ${descriptor.remote ?? ''} ${path}.`);
  return new Response(JSON.stringify({ code: 'NOT_IMPLEMENTED', message: `This local Jira has no ${descriptor.remote ?? descriptor.type}: ${method} ${path} was not served.` }), { status: 501 });
}

function bodyOf(init: PlatformInit, path: string): string | undefined {
  if (init.body === undefined || init.body === null) return undefined;
  if (typeof init.body === 'string') return init.body;
  if (init.body instanceof URLSearchParams) return init.body.toString();
  throw new Error(`A call to ${path} sends a body that is not text: this local Jira takes text only.`);
}

function answerKvs(platform: Platform, invocation: Invocation, path: string, bodyText: string): Response {
  if (!platform.manifest.permissions.scopes.includes('storage:app')) {
    return new Response(JSON.stringify({ code: 'FORBIDDEN', message: 'The manifest does not have the scope storage:app.' }), { status: 403 });
  }
  const operation = path.replace(/^\/api\/v1\//, '');
  const started = platform.clock();
  const { status, body, units } = platform.kvs.answer(operation, bodyText);
  note(platform, invocation, { kind: 'kvs', what: `kvs.${operation}`, status, kvsUnits: units }, started);
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function answerQueue(platform: Platform, invocation: Invocation, path: string, bodyText: string): Response {
  const action = path.split('/')[3] ?? '';
  const started = platform.clock();
  const { status, body } = platform.queues.answer(action, JSON.parse(bodyText));
  note(platform, invocation, { kind: 'queue', what: `queue.${action}`, status, kvsUnits: 0 }, started);
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function note({ meter, clock }: Platform, { isAsync }: Invocation, line: Pick<MeterEntry, 'kind' | 'what' | 'status' | 'kvsUnits'>, started: number): void {
  meter.record({ ...line, at: started, via: 'function', isAsync, points: 0, milliseconds: clock() - started });
}

interface JiraCall {
  readonly method: string;
  readonly path: string;
  readonly init: PlatformInit;
  readonly bodyText: string | undefined;
}

async function askJira(platform: Platform, invocation: Invocation, descriptor: Descriptor, { method, path, init, bodyText }: JiraCall): Promise<Response> {
  const request = { method, path, headers: Object.fromEntries(new Headers(init.headers as HeadersInit | undefined)), body: bodyText };
  const way = { via: 'function', isAsync: invocation.isAsync, scopes: platform.manifest.permissions.scopes } as const;
  if (descriptor.provider === 'app') return toResponse(await platform.site.rest({ kind: 'app', ...way }, request));
  if (descriptor.provider === 'none') return toResponse(await platform.site.rest({ kind: 'anonymous', ...way }, request));
  if (descriptor.provider !== 'user') return refuseByProxy(501, `UNKNOWN_PROVIDER ${descriptor.provider ?? ''}`);
  if (invocation.isAsync) return refuseByProxy(401, 'AUTH_TYPE_UNAVAILABLE');
  if (descriptor.accountId !== undefined && descriptor.accountId !== invocation.accountId) return refuseByProxy(403, 'OFFLINE_IMPERSONATION_NOT_ALLOWED');
  if (invocation.accountId === undefined || platform.needsConsent(invocation.accountId)) return refuseByProxy(401, 'NEEDS_AUTHENTICATION_ERR');
  return toResponse(await platform.site.rest({ kind: 'user', accountId: invocation.accountId, ...way }, request));
}
