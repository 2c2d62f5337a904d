import type { ServerContext, Handler } from './handler';

/** Jira's REST API for clients with Basic authentication and for the shell's own pages. */
export function createRestHandler({ site }: ServerContext): Handler {
  return async (request) => {
    if (request.origin !== 'shell' || !request.url.pathname.startsWith('/rest/')) return undefined;
    const reply = await site.rest(
      request.actor === undefined ? { kind: 'anonymous', via: 'http' } : { kind: 'user', accountId: request.actor, via: 'http' },
      {
        method: request.method, path: request.url.pathname + request.url.search, headers: request.headers,
        body: request.body.length === 0 ? undefined : request.body.toString('utf8'),
      },
    );
    return new Response(reply.status === 204 || reply.status === 304 ? null : reply.body, { status: reply.status, headers: reply.headers });
  };
}
