/** How answers of Jira and refusals of Atlassian's proxy reach a function. */

import type { PlatformReply } from '../platform';

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
