/** In which order the plan is worked through: musts, what people placed and the order, with blockers before what they block. Rules: RK39, RK40, RK42, RK101, RK150. */

import type { Candidate } from './candidate';
import { compareTicketKeys } from './order';
import type { PlanInput, Standing } from './plan';
import { latestStart } from './latest-start';

export interface PlanQueue {
  readonly queue: readonly Candidate[];
  /** Not comparable, and nobody gave it a place; by key. */
  readonly unplaced: readonly Candidate[];
  /** By id of a ticket that is no must, the ids of musts that wait for it: it takes their turn. */
  readonly pulled: ReadonlyMap<string, readonly string[]>;
}

/** What blocks a must goes before it; what was placed by hand stands behind all musts and before the ordered ticket of its place, counted in those that nobody placed. */
export function queueUp({ ordered, others, standing, capacity }: PlanInput): PlanQueue {
  const isMust = ({ id }: Candidate): boolean => standing.get(id)?.must === true;
  const placeOf = ({ id }: Candidate): number | undefined => standing.get(id)?.placedAt?.place;
  const musts = dedupe([...ordered, ...others].filter(isMust)).sort((a, b) =>
    (latestStart(a, capacity) ?? Infinity) - (latestStart(b, capacity) ?? Infinity) || compareTicketKeys(a.key, b.key));
  const loose = others.filter((candidate) => !isMust(candidate));
  const [free, byHand] = [ordered.filter((candidate) => !isMust(candidate) && placeOf(candidate) === undefined), ordered.filter((candidate) => !isMust(candidate) && placeOf(candidate) !== undefined)];
  // The order is what the estimates say; people overrule it.
  const placed = [...byHand, ...loose.filter((candidate) => placeOf(candidate) !== undefined)].sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0));
  const queue: Candidate[] = respectBlocking([...musts, ...free], standing);
  const behindMusts = queue.findLastIndex(isMust) + 1;
  const places = queue.flatMap((candidate, at) => (isMust(candidate) ? [] : [at]));
  for (const [shift, candidate] of placed.entries()) queue.splice(Math.max(behindMusts, places[placeOf(candidate) ?? 0] ?? places.length + musts.length) + shift, 0, candidate);
  return {
    queue: respectBlocking(queue, standing), pulled: waitedFor(musts, standing),
    unplaced: loose.filter((candidate) => placeOf(candidate) === undefined).sort((a, b) => compareTicketKeys(a.key, b.key)),
  };
}

/** By id of what is no must itself, the musts that it blocks, directly or through others. */
export function waitedFor(musts: readonly Pick<Candidate, 'id'>[], standing: ReadonlyMap<string, Standing>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const must of musts) {
    const seen = new Set<string>([must.id]);
    const open = [must.id];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const blocker of standing.get(id)?.blockedBy ?? []) {
        if (seen.has(blocker)) continue;
        seen.add(blocker);
        open.push(blocker);
        if (standing.get(blocker)?.must !== true) found.set(blocker, [...(found.get(blocker) ?? []), must.id]);
      }
    }
  }
  return found;
}

/** A blocked ticket comes after what blocks it; a circle of blocks keeps the order it was given. */
function respectBlocking(ordered: readonly Candidate[], standing: ReadonlyMap<string, Standing>): Candidate[] {
  const byId = new Map(ordered.map((candidate) => [candidate.id, candidate]));
  const done = new Set<string>();
  const open = new Set<string>();
  const result: Candidate[] = [];
  const visit = (candidate: Candidate): void => {
    if (done.has(candidate.id) || open.has(candidate.id)) return;
    open.add(candidate.id);
    for (const id of standing.get(candidate.id)?.blockedBy ?? []) {
      const blocker = byId.get(id);
      if (blocker !== undefined) visit(blocker);
    }
    open.delete(candidate.id);
    done.add(candidate.id);
    result.push(candidate);
  };
  for (const candidate of ordered) visit(candidate);
  return result;
}

function dedupe(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()];
}
