import type { Route } from '../rest/route';

/** Requests a second that a site takes on one endpoint, by method; shared by everybody who calls it (Atlassian's page on rate limiting). */
const PER_SECOND: Readonly<Record<Route['method'], number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const EXCEPTIONS: Readonly<Record<string, number>> = { 'GET /rest/api/3/issue/{issueIdOrKey}': 150, 'POST /rest/api/3/expression/evaluate': 150 };

export interface BurstLimits {
  /** Counts a request to the endpoint; false when it is one too many. */
  allows(route: Route): boolean;
}

/** One second of patience: how large Jira's buckets really are is not published. */
export function createBurstLimits(now: () => number): BurstLimits {
  const seen = new Map<string, { second: number; requests: number }>();
  return {
    allows: (route) => {
      const endpoint = `${route.method} ${route.pattern}`;
      const second = Math.floor(now() / 1000);
      const before = seen.get(endpoint);
      const requests = before?.second === second ? before.requests + 1 : 1;
      seen.set(endpoint, { second, requests });
      return requests <= (EXCEPTIONS[endpoint] ?? PER_SECOND[route.method]);
    },
  };
}
