import type { Site } from '../jira/site';

/** One HTTP request, after the server has said where it came in and who sends it. */
export interface ServerRequest {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** shell: Jira's own origin, http://localhost; app: the origin of the app's pages, http://127.0.0.1, where no REST is. */
  readonly origin: 'shell' | 'app';
  /** Account of the session cookie or of Basic authentication; undefined: anonymous. */
  readonly actor: string | undefined;
}

/** Answers a request, or leaves it to the next handler with `undefined`. */
export type Handler = (request: ServerRequest) => Promise<Response | undefined>;

/** What a handler is made of; the lists in `local/main.ts` call such functions. */
export interface ServerContext {
  readonly site: Site;
  /** `http://localhost:PORT` and `http://127.0.0.1:PORT`, known once the server listens. */
  readonly urls: () => { readonly shell: string; readonly app: string };
  /** Account the shell acts as until somebody else is chosen. */
  readonly defaultAccount: string | undefined;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers } });
}
