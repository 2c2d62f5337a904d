import { Queue, RateLimitError, type PushEvent } from '@forge/events';
import { QUEUES } from '../contract/queued-work';
import type { Failure, Outcome } from '../usecases/ports';
import type { LeaveWork } from '../usecases/shared-data/ports';
import { isForPlatform } from './ask-jira';
import { logCause } from './log-cause';

/** Limits of Forge's queues: events of a push, seconds of a delay. */
const EVENTS = 50;
const MOST_DELAY = 900;

/** Forge's queues; of one project one event runs at a time, so that results of one entity are never written by two. */
export const leaveWork: LeaveWork = {
  recheck: (work) => pushAll(QUEUES.recheck, work.map(({ work: body, delaySeconds }) => eventOf(body, delaySeconds, `recheck-${body.projectId}`))),
  followUp: (work, delaySeconds) => pushAll(QUEUES.followUps, [eventOf(work, delaySeconds, `follow-up-${work.projectId}`)]),
};

function eventOf(body: object, delaySeconds: number, concurrencyKey: string): PushEvent {
  return { body: { ...body }, delayInSeconds: Math.min(MOST_DELAY, delaySeconds), concurrency: { key: concurrencyKey, limit: 1 } };
}

async function pushAll(queue: string, events: readonly PushEvent[]): Promise<Outcome<null>> {
  try {
    for (let from = 0; from < events.length; from += EVENTS) await new Queue({ key: queue }).push(events.slice(from, from + EVENTS));
    return { ok: true, value: null };
  } catch (error) {
    if (isForPlatform(error)) throw error;
    logCause('nothing was queued', { queue, error: error instanceof Error ? error.name : typeof error });
    return { ok: false, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  return error instanceof RateLimitError ? { kind: 'busy', retryAfterSeconds: 30 } : { kind: 'outage' };
}
