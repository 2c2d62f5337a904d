/** One running function: who it works for, until when, and by which way its calls leave it. */

import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a call of the platform goes, as the @forge packages describe it. Subset of what they send. */
export interface Descriptor {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

/** Part of a fetch init that the @forge packages use. */
export interface PlatformInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>> | Headers | readonly (readonly [string, string])[];
  readonly body?: unknown;
}

export interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  /** The user for whom it runs; absent in queue consumers and scheduled triggers. */
  readonly accountId?: string;
  /** True for consumers and scheduled triggers: nobody is there to act for. */
  readonly isAsync: boolean;
  /** Milliseconds since 1970 at which it is killed. */
  readonly deadline: number;
  /** False once it was answered or killed: no call of the platform is let through any more. */
  isLive: boolean;
  readonly runtime: unknown;
  readonly callPlatform: (invocation: Invocation, descriptor: Descriptor, path: string, init: PlatformInit) => Promise<Response>;
}

const running = new AsyncLocalStorage<Invocation>();

/** Runs `work` so that everything it starts sees this invocation, whatever else runs at the same time. */
export function runWithin<T>(invocation: Invocation, work: () => Promise<T>): Promise<T> {
  return running.run(invocation, work);
}

/**
 * Puts the two globals in place through which the @forge packages find their platform. They answer for the invocation in
 * which they are read, so that concurrent invocations keep their users, deadlines and counters apart.
 */
export function installForgeGlobals(): void {
  Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, get: () => running.getStore()?.runtime });
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: callFromFunction });
}

async function callFromFunction(descriptor: Descriptor, path: string, init?: PlatformInit): Promise<Response> {
  const invocation = running.getStore();
  if (invocation === undefined) throw new Error(`A call of the platform outside of an invocation: ${path}.`);
  if (!invocation.isLive) throw new Error(`The invocation ${invocation.id} of ${invocation.functionKey} is over: ${path} was not called.`);
  return invocation.callPlatform(invocation, descriptor, path, init ?? {});
}
