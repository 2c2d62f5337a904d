/** The `__forge_runtime__` object of one invocation. Mirrors a subset of ForgeRuntime of @forge/api 8. */

import { CLOUD_ID, ENVIRONMENT_ID, INSTALLATION_ID, appIdOf } from './app-identity';
import type { AppManifest } from './manifest';

interface RuntimeOf {
  readonly manifest: AppManifest;
  readonly invocationId: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly accountId?: string;
  readonly remainingMilliseconds: () => number;
}

const timer = { stop: (): void => undefined };
const counter = { incr: (): void => undefined, incrBy: (): void => undefined, decr: (): void => undefined, decrBy: (): void => undefined };
const metrics = { timing: () => ({ measure: () => timer }), counter: () => counter, gauge: () => ({ set: (): void => undefined }) };

export function buildRuntime({ manifest, invocationId, functionKey, moduleKey, accountId, remainingMilliseconds }: RuntimeOf): unknown {
  return {
    proxy: { token: 'local', url: 'local' },
    contextAri: `ari:cloud:jira::site/${CLOUD_ID}`,
    container: { region: 'local', runtime: manifest.app.runtime.name },
    appContext: {
      appId: appIdOf(manifest), appVersion: '1.0.0', environmentId: ENVIRONMENT_ID, environmentType: 'DEVELOPMENT',
      invocationId, installationId: INSTALLATION_ID, functionKey, moduleType: 'core:function', moduleKey,
      permissions: { scopes: manifest.permissions.scopes },
    },
    ...(accountId === undefined ? {} : { aaid: accountId }),
    lambdaContext: { awsRequestId: invocationId, getRemainingTimeInMillis: remainingMilliseconds },
    tracing: { traceId: invocationId.replaceAll('-', ''), spanId: invocationId.slice(0, 8) },
    realtime: {},
    metrics,
    featureFlags: () => false,
  };
}
