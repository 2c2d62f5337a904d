/** Draws of a ticket's worth and effort; an initiative's effort is drawn part by part, so that its parts err together with all others. Rules: RK93, RK100. */

import type { Candidate, Comparable } from './candidate';
import { drawValues, EstimateDraws, groupStream, RHO_EFFORT, RHO_WORTH, type DrawSeed } from './draws';

/** All efforts of infrastructure err together. */
export const EFFORT_GROUP = 'infrastructure';

/** Whose worths err together: a team's. Tickets of no known team have nothing in common. */
export function worthGroup({ id, team }: Pick<Candidate, 'id' | 'team'>): string {
  return team === '' ? `ticket ${id}` : team;
}

/** Worth and amount share one seed: they are the same estimate over another time. */
export function worthSeed(ticket: Pick<Candidate, 'id' | 'team'>): DrawSeed {
  return { id: ticket.id, quantity: 'worth', group: worthGroup(ticket), rho: RHO_WORTH };
}

/** The stated amount of a ticket, draw by draw. */
export function drawAmounts(ticket: Comparable, count: number): Float64Array {
  return drawValues(ticket.amount, worthSeed(ticket), count);
}

/** Worth a month, draw by draw. */
export function drawWorths(ticket: Comparable, count: number): Float64Array {
  return drawValues(ticket.worth, worthSeed(ticket), count);
}

/** Person-weeks, draw by draw. */
export function drawEfforts(ticket: Candidate, count: number): Float64Array {
  const shared = new Float64Array(count);
  groupStream('effort', EFFORT_GROUP).fill(shared);
  return fillSum(effortDraws(ticket), shared);
}

/** One stream for each effort that is known: of the ticket itself, or of an initiative's parts. */
export function effortDraws({ id, effort, parts }: Candidate): EstimateDraws[] {
  const known = parts?.known ?? (effort === undefined ? [] : [{ id, effort }]);
  return known.map((part) => new EstimateDraws(part.effort, { id: part.id, quantity: 'effort', group: EFFORT_GROUP, rho: RHO_EFFORT }));
}

/** The next draws of all of them, added. */
export function fillSum([first, ...rest]: readonly EstimateDraws[], shared: Float64Array): Float64Array {
  const sum = new Float64Array(shared.length);
  first?.fill(sum, shared);
  for (const estimate of rest) {
    const values = new Float64Array(shared.length);
    estimate.fill(values, shared);
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
  }
  return sum;
}
