/** Requests of the app to Jira, from a function or through the bridge: who is acting, and what the app may ask at all. */

import type { Caller, PlatformReply, PlatformRequest } from '../platform';
import type { JiraSite } from './ports';
import { requiredScopes } from './required-scopes';

/** What Atlassian's gateway answers when a scope is missing. */
const SCOPE_MISSING: PlatformReply = {
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' }),
};

/** Asks Jira for the app within its scopes. A refused scope never reaches Jira. */
export async function askWithinScopes(site: JiraSite, caller: Caller & { readonly scopes: readonly string[] }, request: PlatformRequest): Promise<PlatformReply> {
  const missing = requiredScopes(request.method, request.path).filter((scope) => !caller.scopes.includes(scope));
  if (missing.length > 0) {
    console.warn(`The app asked ${request.method} ${request.path} without the scope ${missing.join(' and ')}: refused as Atlassian does.`);
    return SCOPE_MISSING;
  }
  return site.rest(caller, request);
}

const STATUS_WITHOUT_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

export function toResponse(reply: PlatformReply): Response {
  return new Response(STATUS_WITHOUT_BODY.has(reply.status) || reply.body === '' ? null : reply.body, { status: reply.status, headers: reply.headers });
}

/** How Atlassian's proxy refuses a call before it reaches the product. */
export function refuseByProxy(status: number, reason: string): Response {
  return new Response(JSON.stringify({ code: status, message: reason }), {
    status, headers: { 'content-type': 'application/json', 'forge-proxy-error': reason },
  });
}
