/** The host of the app's functions: runs them as Forge does, with its limits, and counts what they cost. */

import { randomUUID } from 'node:crypto';
import { handlerNamed, loadAppExports, type AppExports } from './app-functions';
import { CLOUD_ID, INSTALLATION_ID } from './app-identity';
import { installForgeGlobals, runWithin, type Invocation } from './invocation';
import { byteLength, throughJson } from './json';
import { createKeyValueStore } from './kvs';
import type { AppManifest } from './manifest';
import { callPlatform, type Platform } from './platform-calls';
import type { CallMeter, Clock, ForgeStore, JiraSite } from './ports';
import { createEventQueues, type Delivery, type EventQueues } from './queues';
import { buildRuntime } from './runtime';
import { createSchedules, type Schedules } from './schedules';

/** Limits of a page's `invoke`; source: Atlassian's page on invocation limits. */
const REQUEST_BYTES = 500_000;
const RESPONSE_BYTES = 5_000_000;
/** Seconds after which a function is killed: called by a page, and by a queue or a schedule unless the manifest says more. */
const PAGE_SECONDS = 25;
const ASYNC_SECONDS = 55;
const MOST_ASYNC_SECONDS = 900;
/** The accountId that resolvers see for somebody who is not signed in. */
const ANONYMOUS = 'unidentified';

export interface ForgeHostOptions {
  readonly site: JiraSite;
  readonly manifest: AppManifest;
  readonly store: ForgeStore;
  readonly meter: CallMeter;
  readonly clock?: Clock;
  /** Takes what whoever runs this Jira should read; standard error unless told otherwise. */
  readonly log?: (words: string) => void;
  /** The app's handlers; src/index.ts unless a test brings its own. */
  readonly loadExports?: () => Promise<AppExports>;
}

/** A page's call of its resolver. */
export interface ResolverCall {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
  /** Absent: not signed in. */
  readonly accountId?: string;
  /** What Jira itself says about the place of the page: the issue, the project. */
  readonly extension: Readonly<Record<string, unknown>>;
  /** Further context of the page: locale, siteUrl. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Why an invocation has no result. `words` reach the page, as they do in production. */
export interface InvocationFailure {
  readonly code: 'TOO_LARGE' | 'THREW' | 'KILLED' | 'NEEDS_CONSENT' | 'UNKNOWN_MODULE';
  readonly words: string;
}
export type InvocationResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: InvocationFailure };

export interface ForgeHost {
  readonly manifest: AppManifest;
  invoke(call: ResolverCall): Promise<InvocationResult>;
  readonly queues: EventQueues;
  readonly schedules: Schedules;
  /** Makes Jira ask this user for consent before the app may act for them; `allow` gives it. */
  readonly consent: { withdraw(accountId: string): void; allow(accountId: string): void; isMissing(accountId: string): boolean };
}

interface FunctionCall {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly accountId?: string;
  readonly isAsync: boolean;
  readonly payload: readonly unknown[];
}

export function createForgeHost({ site, manifest, store, meter, clock = Date.now, log = console.error, loadExports = loadAppExports }: ForgeHostOptions): ForgeHost {
  installForgeGlobals();
  let loading: Promise<AppExports> | undefined;
  const withoutConsent = new Set<string>();
  const kvs = createKeyValueStore(store.table('kvs'), clock);
  const queues = createEventQueues({
    table: store.table('queue'), clock, log, deliver: deliverEvent,
    isKnownQueue: (queueName) => manifest.modules.consumer.some(({ queue }) => queue === queueName),
  });
  const platform: Platform = { site, manifest, kvs, queues, meter, clock, log, needsConsent: (accountId) => withoutConsent.has(accountId) };

  async function run(call: FunctionCall): Promise<InvocationResult> {
    const declared = manifest.modules.function.find(({ key }) => key === call.functionKey);
    if (declared === undefined) return fail('UNKNOWN_MODULE', `The manifest has no function "${call.functionKey}".`);
    loading ??= loadExports();
    const handler = handlerNamed(await loading, declared.handler);
    const seconds = call.isAsync ? Math.min(declared.timeoutSeconds ?? ASYNC_SECONDS, MOST_ASYNC_SECONDS) : Math.min(declared.timeoutSeconds ?? PAGE_SECONDS, PAGE_SECONDS);
    const started = clock();
    const invocation = startInvocation(call, started + seconds * 1000);
    const result = await runWithin(invocation, () => finishOrKill(() => handler(...call.payload), seconds, log));
    invocation.isLive = false;
    meter.record({
      at: started, kind: 'invocation', what: call.functionKey, via: call.isAsync ? 'platform' : 'bridge', isAsync: call.isAsync, status: result.ok ? 200 : 500,
      points: 0, kvsUnits: 0, milliseconds: clock() - started,
    });
    return result;
  }

  function startInvocation(call: FunctionCall, deadline: number): Invocation {
    const id = randomUUID();
    const identity = { functionKey: call.functionKey, moduleKey: call.moduleKey, ...(call.accountId === undefined ? {} : { accountId: call.accountId }) };
    const runtime = buildRuntime({ manifest, invocationId: id, ...identity, remainingMilliseconds: () => Math.max(0, deadline - clock()) });
    return {
      id, ...identity, isAsync: call.isAsync, deadline, isLive: true, runtime,
      callPlatform: (invocation, descriptor, path, init) => callPlatform(platform, invocation, descriptor, path, init),
    };
  }

  async function deliverEvent(event: { readonly queueName: string; readonly body: unknown; readonly jobId: string }): Promise<Delivery> {
    const consumer = manifest.modules.consumer.find(({ queue }) => queue === event.queueName);
    const functionKey = consumer?.function ?? consumer?.resolver?.function;
    if (consumer === undefined || functionKey === undefined) return { outcome: 'threw' };
    const context = { cloudId: CLOUD_ID, moduleKey: consumer.key, installContext: `ari:cloud:jira::site/${CLOUD_ID}` };
    const payload = consumer.resolver === undefined
      ? [throughJson(event), { context, installContext: context.installContext }]
      : [{ call: { functionKey: consumer.resolver.method, payload: throughJson(event.body), jobId: event.jobId }, context }, { installContext: context.installContext }];
    const result = await run({ functionKey, moduleKey: consumer.key, isAsync: true, payload });
    if (result.ok) return { outcome: 'returned', value: result.value };
    return { outcome: result.failure.code === 'KILLED' ? 'killed' : 'threw' };
  }

  const schedules = createSchedules(manifest.modules.scheduledTrigger, store.table('schedule'), clock, log, async (trigger) => {
    await run({ functionKey: trigger.function, moduleKey: trigger.key, isAsync: true, payload: [{ context: { cloudId: CLOUD_ID, moduleKey: trigger.key } }, {}] });
  });

  return {
    manifest, queues, schedules,
    consent: {
      withdraw: (accountId) => void withoutConsent.add(accountId),
      allow: (accountId) => void withoutConsent.delete(accountId),
      isMissing: (accountId) => withoutConsent.has(accountId),
    },
    async invoke({ moduleKey, functionKey, payload, accountId, extension, context }) {
      const resolver = resolverOf(manifest, moduleKey);
      if (resolver === undefined) return fail('UNKNOWN_MODULE', `The module "${moduleKey}" has no resolver in the manifest.`);
      const bytes = byteLength(JSON.stringify(payload ?? {}));
      if (bytes > REQUEST_BYTES) return fail('TOO_LARGE', `The payload of invoke has at most 500 KB, this one has ${bytes} bytes. The function was not run.`);
      const installContext = `ari:cloud:jira::site/${CLOUD_ID}`;
      const request = { call: { functionKey, payload: throughJson(payload) }, context: { cloudId: CLOUD_ID, moduleKey, ...context, extension } };
      const result = await run({
        functionKey: resolver, moduleKey, isAsync: false, ...(accountId === undefined ? {} : { accountId }),
        payload: [throughJson(request), { installContext, principal: { accountId: accountId ?? ANONYMOUS }, installation: { ari: INSTALLATION_ID, contexts: [{ cloudId: CLOUD_ID }] } }],
      });
      return result.ok ? limitResponse(result.value) : result;
    },
  };
}

function resolverOf(manifest: AppManifest, moduleKey: string): string | undefined {
  const { modules } = manifest;
  const all = [
    ...modules['jira:issuePanel'], ...modules['jira:issueContext'], ...modules['jira:projectPage'],
    ...modules['jira:projectSettingsPage'], ...modules['jira:workflowValidator'],
  ];
  return all.find(({ key }) => key === moduleKey)?.resolver?.function;
}

/** A result as it crosses to the page: JSON of at most 5 MB; nothing arrives as an empty object (ECO-277). */
function limitResponse(value: unknown): InvocationResult {
  if (value === undefined) return { ok: true, value: {} };
  const bytes = byteLength(JSON.stringify(value));
  if (bytes > RESPONSE_BYTES) return fail('TOO_LARGE', `A function answers with at most 5 MB, this answer has ${bytes} bytes.`);
  return { ok: true, value: throughJson(value) };
}

async function finishOrKill(work: () => unknown, seconds: number, log: (words: string) => void): Promise<InvocationResult> {
  let timer: NodeJS.Timeout | undefined;
  const killed = new Promise<InvocationResult>((resolve) => {
    timer = setTimeout(() => resolve(fail('KILLED', `The function was killed after ${seconds} seconds.`)), seconds * 1000);
  });
  const finished = (async (): Promise<InvocationResult> => ({ ok: true, value: await work() }))().catch((error: unknown) => failureOf(error, log));
  try {
    return await Promise.race([finished, killed]);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(error: unknown, log: (words: string) => void): InvocationResult {
  if (error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR') return fail('NEEDS_CONSENT', 'Authentication Required');
  log(`A function of the app threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return fail('THREW', `There was an error invoking the function - ${error instanceof Error ? error.message : String(error)}`);
}

function fail(code: InvocationFailure['code'], words: string): InvocationResult {
  return { ok: false, failure: { code, words } };
}
