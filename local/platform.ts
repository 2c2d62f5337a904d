/** Types that the parts of the local Jira share. */

/** Who calls Jira, and by which way. The way decides what is counted: only functions spend the app's points. */
export interface Caller {
  readonly kind: 'user' | 'app' | 'anonymous';
  /** Set when `kind` is `user`. */
  readonly accountId?: string;
  /** http: a REST client with Basic authentication or the shell; bridge: a page's requestJira; function: @forge/api. */
  readonly via: 'http' | 'bridge' | 'function';
  /** A function that a queue or a schedule started. */
  readonly isAsync?: boolean;
  /** OAuth scopes of the app when it calls (bridge, function); absent: a person's own session, not limited by scopes. */
  readonly scopes?: readonly string[];
}

export interface PlatformRequest {
  readonly method: string;
  /** Path with query, `/rest/api/3/issue/BUYER-1?fields=summary`. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface PlatformReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One line of the meter. */
export interface MeterEntry {
  readonly at: number;
  readonly kind: 'invocation' | 'jira' | 'kvs' | 'queue';
  /** Function key, or `GET /rest/api/3/issue/{issueIdOrKey}`, or `kvs.set`. */
  readonly what: string;
  readonly via: 'http' | 'bridge' | 'function' | 'platform';
  /** Whether a queue or a schedule is behind it, and nobody who looks at a page. */
  readonly isAsync?: boolean;
  readonly status: number;
  /** Points of the app's hourly quota; 0 for anything but functions. */
  readonly points: number;
  readonly kvsUnits: number;
  readonly milliseconds: number;
}
