import type { RestAnswer, Route } from '../rest/route';

/**
 * Points of the app's hourly quota that one call costs: a write 1; a read 1 and 1 for each core object, 2 for each
 * identity object it returned; what Atlassian's page does not list (properties, permissions/check) 1. Source: Atlassian's
 * page on rate limiting; the cost of the unlisted ones is an assumption to be verified on a site.
 */
export function pointsOf(route: Route | undefined, answer: RestAnswer): number {
  if (route === undefined || route.writes) return 1;
  return 1 + (answer.read?.core ?? 0) + 2 * (answer.read?.identity ?? 0);
}
