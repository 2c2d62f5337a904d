import type { Caller, PlatformReply, PlatformRequest } from '../platform';
import { createBurstLimits } from '../meter/burst-limits';
import { createFaults, type Fault, type Faults } from '../meter/faults';
import { createMeter, type Meter } from '../meter/meter';
import { pointsOf } from '../meter/points';
import { createWriteLimits } from '../meter/write-limits';
import { answerRefusal, toReply } from '../rest/answer-request';
import { createRouteMatcher } from '../rest/match-route';
import type { RestAnswer, RestCall, Route } from '../rest/route';
import { ROUTES } from '../rest/routes';
import type { Store } from '../store/store';
import type { AppModules } from '../workflow/app-modules';
import type { Actor } from './permissions';
import { Refusal } from './refusal';
import { createSiteLog, type SiteLog } from './site-log';
import type { SiteServices } from './site-services';
import { openSiteTables, type SiteTables } from './site-tables';

export interface SiteOptions {
  readonly store: Store;
  readonly app: AppModules;
  readonly log?: SiteLog;
  readonly meter?: Meter;
  /** Milliseconds added to every call. */
  readonly latency?: number;
  readonly now?: () => number;
}

/** The Jira that runs here, without HTTP. */
export interface Site {
  /** Answers one REST request as Jira would: permissions, scopes, limits, points. Never throws for a bad request. */
  rest(caller: Caller, request: PlatformRequest): Promise<PlatformReply>;
  readonly tables: SiteTables;
  readonly store: Store;
  readonly app: AppModules;
  readonly log: SiteLog;
  readonly meter: Meter;
  readonly faults: Faults;
  /** Account of the app's own user. */
  readonly appAccountId: string;
  /** Set by the server when it listens; used in `self` links. */
  url: string;
}

/** Account id of the user that Jira makes for the installed app. */
export const APP_ACCOUNT_ID = '712020:groundwork-app';

export function createSite(options: SiteOptions): Site {
  const now = options.now ?? Date.now;
  const log = options.log ?? createSiteLog();
  const meter = options.meter ?? createMeter();
  const faults = createFaults();
  const tables = openSiteTables(options.store);
  const services: SiteServices = { log, app: options.app, writeLimits: createWriteLimits(now), now };
  const burst = createBurstLimits(now);
  const match = createRouteMatcher(ROUTES);

  function answer(caller: Caller, request: PlatformRequest, url: URL): { readonly route?: Route; readonly answer: RestAnswer } {
    const found = match(request.method, url.pathname);
    if (found === undefined) return { answer: notImplemented(log, request.method, url.pathname) };
    if (!burst.allows(found.route)) return { route: found.route, answer: answerFault({ status: 429, retryAfter: 1, reason: 'jira-burst-based' }) };
    const refusedScope = refuseScope(caller, found.route);
    if (refusedScope !== undefined) return { route: found.route, answer: refusedScope };
    const call: RestCall = {
      tables, services, actor: actorOf(caller), path: found.path, query: url.searchParams, body: request.body, site: site.url,
    };
    try {
      return { route: found.route, answer: options.store.transaction(() => found.route.handle(call)) };
    } catch (error) {
      if (error instanceof Refusal) return { route: found.route, answer: answerRefusal(error) };
      log.write('error', `${request.method} ${url.pathname} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { route: found.route, answer: { status: 500, body: { errorMessages: ['Internal server error'], errors: {} } } };
    }
  }

  const site: Site = {
    tables, store: options.store, app: options.app, log, meter, faults, appAccountId: APP_ACCOUNT_ID, url: 'http://localhost',
    rest: async (caller, request) => {
      const started = performance.now();
      const url = new URL(request.path, 'http://localhost');
      const fault = faults.take(`${request.method} ${url.pathname}`);
      const wait = (options.latency ?? 0) + (fault?.delay ?? 0);
      if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
      const result = fault?.status === undefined
        ? answer(caller, request, url)
        : { route: match(request.method, url.pathname)?.route, answer: answerFault({ ...fault, status: fault.status }) };
      meter.record({
        at: now(), kind: 'jira', what: `${request.method} ${result.route?.pattern ?? url.pathname}`, via: caller.via, isAsync: caller.isAsync === true, status: result.answer.status,
        points: caller.via === 'function' ? pointsOf(result.route, result.answer) : 0, kvsUnits: 0, milliseconds: performance.now() - started,
      });
      return toReply(result.answer);
    },
  };
  return site;
}

function actorOf(caller: Caller): Actor {
  return caller.kind === 'app' ? APP_ACCOUNT_ID : caller.accountId;
}

/** What Atlassian has removed answers as on a site; what only this site lacks says so. */
function notImplemented(log: SiteLog, method: string, path: string): RestAnswer {
  if (path === '/rest/api/3/search' || path === '/rest/api/3/expression/eval') {
    const successor = path === '/rest/api/3/search' ? '/rest/api/3/search/jql' : '/rest/api/3/expression/evaluate';
    return { status: 410, body: { errorMessages: [`The requested API has been removed. Please migrate to the ${successor} API.`], errors: {} } };
  }
  log.write('warning', `501: this local Jira does not serve ${method} ${path}. A real site may.`);
  return { status: 501, body: { errorMessages: [`The local Jira does not implement ${method} ${path}.`], errors: {} } };
}

function refuseScope(caller: Caller, route: Route): RestAnswer | undefined {
  if (caller.scopes === undefined) return undefined;
  const held = caller.scopes;
  if (route.scopes.every((scope) => held.includes(scope))) return undefined;
  return { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } };
}

function answerFault(fault: Pick<Fault, 'retryAfter' | 'reason'> & { readonly status: number }): RestAnswer {
  const headers = {
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
    ...(fault.status === 429 ? { 'ratelimit-reason': fault.reason } : {}),
  };
  const words = fault.status === 429 ? 'Rate limit exceeded.' : 'Internal server error';
  return { status: fault.status, body: { errorMessages: [words], errors: {} }, headers };
}
