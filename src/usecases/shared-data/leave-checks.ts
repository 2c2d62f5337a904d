import type { Outcome, Ports } from '../ports';
import { batchesOf } from './batches';
import type { Touched } from './claim-index';

/** Places of one event. */
const MOST_PLACES = 100;

interface Leaving {
  readonly delaySeconds?: number;
  /** Tickets that may have stopped asking for anything. */
  readonly left?: string[];
}

/** Queues the check of places that somebody's save or decision touched. */
export function leaveChecks(ports: Pick<Ports, 'leave' | 'clock'>, touched: readonly Touched[], { delaySeconds = 0, ...left }: Leaving): Promise<Outcome<null>> {
  const since = ports.clock().toISOString();
  return ports.leave.recheck(touched.flatMap(({ projectId, places }) => batchesOf(places, MOST_PLACES).map((batch) => ({
    work: { kind: 'entities' as const, projectId, places: batch, since, reason: 'save' as const, ...left }, delaySeconds,
  }))));
}
