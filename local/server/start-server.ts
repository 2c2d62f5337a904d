import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../jira/site';
import type { Handler, ServerRequest } from './handler';
import { identify, type Identity } from './session';

/** How long a connection is kept for the next request, in milliseconds: shorter than a client pauses, and it writes into one that is being closed. */
const KEPT_OPEN = 65_000;
/** Largest body taken, in bytes: attachments aside, Jira's own limit is far above what anybody sends. */
const BODY_BYTES = 20_000_000;

export interface RunningServer {
  /** Jira: shell and REST. */
  readonly url: string;
  /** The app's pages: another origin. */
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** Listens on both loopback addresses; `http://localhost` is Jira, `http://127.0.0.1` serves only what handlers give the app origin. */
export async function startServer(port: number, site: Site, handlers: readonly Handler[]): Promise<RunningServer> {
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    respond(incoming, outgoing, site, handlers).catch((error: unknown) => {
      site.log.write('error', `${incoming.method ?? ''} ${incoming.url ?? ''} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end('The local Jira broke on this request; its log says how.');
    });
  };
  const first = createServer({ keepAliveTimeout: KEPT_OPEN }, answer);
  await listen(first, port, '127.0.0.1');
  const chosen = (first.address() as AddressInfo).port;
  const second = createServer({ keepAliveTimeout: KEPT_OPEN }, answer);
  const servers = [first, ...(await listensOnIpv6(second, chosen) ? [second] : [])];
  const url = `http://localhost:${chosen}`;
  site.url = url;
  return {
    url, appUrl: `http://127.0.0.1:${chosen}`,
    stop: async () => {
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
        server.close(() => { resolve(); });
        server.closeAllConnections();
      })));
    },
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, site: Site, handlers: readonly Handler[]): Promise<void> {
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== 'localhost' && host !== '127.0.0.1') {
    outgoing.writeHead(421).end('The local Jira answers only to localhost and 127.0.0.1.');
    return;
  }
  const body = await readBytes(incoming);
  if (body === undefined) {
    outgoing.writeHead(413).end('The request is larger than 20 MB.');
    return;
  }
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
  const origin = host === 'localhost' ? 'shell' : 'app';
  const identity: Identity = origin === 'app' ? { kind: 'anonymous' } : identify(headers, site.tables);
  const method = incoming.method ?? 'GET';
  if (identity.kind === 'rejected') {
    outgoing.writeHead(401, { 'content-type': 'text/plain;charset=UTF-8', 'www-authenticate': 'OAuth realm="Jira"' }).end('Client must be authenticated to access this resource.');
    return;
  }
  if (identity.kind === 'session' && isForeignWrite(method, headers, site.url)) {
    outgoing.writeHead(403, { 'content-type': 'text/plain;charset=UTF-8' }).end('XSRF check failed');
    return;
  }
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
  const request: ServerRequest = { method, url, headers, body, origin, actor: identity.kind === 'anonymous' ? undefined : identity.accountId };
  for (const handler of handlers) {
    const response = await handler(request);
    if (response !== undefined) return send(outgoing, response, method);
  }
  outgoing.writeHead(404, { 'content-type': 'text/plain;charset=UTF-8' }).end('There is nothing at this address.');
}

/** A change with the session cookie must come from Jira's own pages. */
function isForeignWrite(method: string, headers: Readonly<Record<string, string>>, siteUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  if (headers['origin'] !== undefined) return headers['origin'] !== siteUrl;
  return headers['sec-fetch-site'] !== 'same-origin';
}

async function send(outgoing: ServerResponse, response: Response, method: string): Promise<void> {
  const headers: [string, string][] = [];
  response.headers.forEach((value, name) => { if (name !== 'set-cookie') headers.push([name, value]); });
  for (const cookie of response.headers.getSetCookie()) headers.push(['set-cookie', cookie]);
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, headers.flat());
  outgoing.end(method === 'HEAD' || response.status === 204 || response.status === 304 ? undefined : body);
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => { resolve(); });
  });
}

/** Browsers may take `localhost` for ::1; machines without IPv6 do without. */
async function listensOnIpv6(server: Server, port: number): Promise<boolean> {
  try {
    await listen(server, port, '::1');
    return true;
  } catch {
    return false;
  }
}
