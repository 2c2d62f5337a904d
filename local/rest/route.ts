import type { Actor } from '../jira/permissions';
import type { SiteTables } from '../jira/site-tables';
import type { SiteServices } from '../jira/site-services';

/** Classic OAuth scopes of Jira that routes ask for. */
export type Scope = 'read:jira-work' | 'write:jira-work' | 'manage:jira-project' | 'manage:jira-configuration' | 'read:jira-user';

/** One request on its way through a route. */
export interface RestCall {
  readonly tables: SiteTables;
  readonly services: SiteServices;
  readonly actor: Actor;
  /** Path parameters by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The raw body; `readBody` parses it. */
  readonly body: string | undefined;
  /** Address of the site, for `self` links. */
  readonly site: string;
}

/** What a route answers. */
export interface RestAnswer {
  readonly status: number;
  /** JSON; undefined sends no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects that were read, for the points of the app: identity ones (users, roles, permissions) cost two. */
  readonly read?: { readonly core?: number; readonly identity?: number };
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in Atlassian's OpenAPI document: `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly pattern: string;
  /** All of these are needed by an app; empty: none. */
  readonly scopes: readonly Scope[];
  /** Whether it changes anything; such calls cost one point. POST alone says nothing: searches are POSTs. */
  readonly writes: boolean;
  readonly handle: (call: RestCall) => RestAnswer;
}
