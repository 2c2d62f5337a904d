/** Forge's async events: durable, delayed, limited in concurrency, delivered at least once. */

import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { explainIssues } from '../../src/contract/explain-issues';
import { byteLength } from './json';
import type { Clock, KeyedTable } from './ports';

/** Most seconds by which a push or a retry may be delayed. */
const MOST_DELAY = 900;
const PUSH_BYTES = 200 * 1024;
const PUSH_EVENTS = 50;
/** For how long an event is tried, in milliseconds. */
const RETENTION = 24 * 3_600_000;
/** Wait before the platform itself repeats an event whose function was killed, in milliseconds. */
const PLATFORM_RETRY = 5_000;

const pushRequest = z.object({
  queueName: z.string(), jobId: z.string(),
  payload: z.array(z.object({
    body: z.record(z.string(), z.unknown()), delayInSeconds: z.number().min(0).max(MOST_DELAY).optional(),
    concurrency: z.object({ key: z.string(), limit: z.number().int().min(1) }).optional(),
  })).min(1).max(PUSH_EVENTS),
});
const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });
const retryAnswer = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({ retryAfter: z.number().max(MOST_DELAY).default(1), retryReason: z.string().default('FUNCTION_RETRY_REQUEST'), retryData: z.unknown().optional() }),
});

interface QueuedEvent {
  readonly eventId: string;
  readonly jobId: string;
  readonly queueName: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly concurrency?: { readonly key: string; readonly limit: number };
  readonly pushedAt: number;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly retryContext?: { readonly retryCount: number; readonly retryReason: string; readonly retryData: unknown };
}

/** What a consumer function makes of an event. */
export type Delivery = { readonly outcome: 'returned'; readonly value: unknown } | { readonly outcome: 'threw' } | { readonly outcome: 'killed' };

export interface EventQueues {
  /** Answers push, stats and cancel with the status that @forge/events expects. */
  answer(action: string, request: unknown): { readonly status: number; readonly body?: unknown };
  /** Delivers everything that is due, and what that pushes without delay; resolves when nothing is due any more. */
  drain(): Promise<void>;
  /** Delivers by itself as events fall due, until the returned function is called. */
  start(): () => void;
}

interface QueuesOf {
  readonly table: KeyedTable;
  readonly clock: Clock;
  readonly log: (words: string) => void;
  readonly isKnownQueue: (queueName: string) => boolean;
  readonly deliver: (event: Pick<QueuedEvent, 'body' | 'queueName' | 'jobId' | 'eventId' | 'retryContext'>) => Promise<Delivery>;
}

export function createEventQueues({ table, clock, log, isKnownQueue, deliver }: QueuesOf): EventQueues {
  const events = new Map(table.list('event:', undefined, Number.MAX_SAFE_INTEGER).map(({ value }) => JSON.parse(value) as QueuedEvent).map((event) => [event.eventId, event]));
  const inHand = new Map<string, QueuedEvent>();
  let timer: NodeJS.Timeout | undefined;
  let isStarted = false;

  const save = (saved: readonly QueuedEvent[]): void => {
    table.apply(saved.map((event) => ({ key: `event:${event.eventId}`, value: JSON.stringify(event) })));
    for (const event of saved) events.set(event.eventId, event);
  };
  const remove = (removed: readonly QueuedEvent[]): void => {
    table.apply(removed.map(({ eventId }) => ({ key: `event:${eventId}`, value: null })));
    for (const { eventId } of removed) events.delete(eventId);
  };
  const waiting = (): QueuedEvent[] => [...events.values()].filter((event) => event.state === 'waiting' && !inHand.has(event.eventId)).sort((a, b) => a.due - b.due);
  const hasRoom = ({ concurrency }: QueuedEvent): boolean =>
    concurrency === undefined || [...inHand.values()].filter((event) => event.concurrency?.key === concurrency.key).length < concurrency.limit;

  async function handOver(event: QueuedEvent): Promise<void> {
    inHand.set(event.eventId, event);
    try {
      const { body, queueName, jobId, eventId, retryContext } = event;
      const delivery = await deliver({ body, queueName, jobId, eventId, ...(retryContext === undefined ? {} : { retryContext }) });
      save([afterDelivery(event, delivery, clock())]);
    } finally {
      inHand.delete(event.eventId);
    }
  }

  async function drain(): Promise<void> {
    const started: Promise<void>[] = [];
    for (const event of waiting()) {
      if (event.due <= clock() && hasRoom(event)) started.push(handOver(event));
    }
    if (started.length === 0) return;
    await Promise.all(started);
    await drain();
  }

  function schedule(): void {
    if (!isStarted) return;
    clearTimeout(timer);
    const next = waiting()[0];
    if (next === undefined) return;
    timer = setTimeout(() => void drain().catch((error: unknown) => log(`A queue stopped: ${String(error)}`)).finally(schedule), Math.max(50, next.due - clock()));
    timer.unref();
  }

  function push(request: unknown): { status: number; body?: unknown } {
    const parsed = pushRequest.safeParse(request);
    if (!parsed.success) return { status: 400, body: { code: 'INVALID', message: explainIssues(parsed.error, request).join('; ') } };
    const { queueName, jobId, payload } = parsed.data;
    if (!isKnownQueue(queueName)) return { status: 404, body: { code: 'QUEUE_NOT_FOUND', message: `No consumer in the manifest listens to the queue "${queueName}".` } };
    if (byteLength(JSON.stringify(payload)) > PUSH_BYTES) return { status: 413, body: { errorMessage: 'A push has at most 200 KB.' } };
    const now = clock();
    save(payload.map(({ body, delayInSeconds, concurrency }) => ({
      eventId: randomUUID(), jobId, queueName, body, pushedAt: now, due: now + (delayInSeconds ?? 0) * 1000, state: 'waiting',
      ...(concurrency === undefined ? {} : { concurrency }),
    })));
    schedule();
    return { status: 201 };
  }

  function ofJob(request: unknown): QueuedEvent[] {
    const { jobId, queueName } = jobRequest.parse(request);
    return [...events.values()].filter((event) => event.jobId === jobId && event.queueName === queueName);
  }

  return {
    answer(action, request) {
      if (action === 'publish') return push(request);
      const job = action === 'stats' || action === 'cancel' ? ofJob(request) : undefined;
      if (job === undefined) return { status: 501, body: { code: 'NOT_IMPLEMENTED', message: `This local Jira has no queue action "${action}".` } };
      if (job.length === 0) return { status: 404, body: { code: 'JOB_NOT_FOUND', message: 'There is no such job.' } };
      if (action === 'cancel') {
        remove(job.filter(({ state }) => state === 'waiting'));
        return { status: 204 };
      }
      const count = (state: QueuedEvent['state']): number => job.filter((event) => event.state === state).length;
      return { status: 200, body: { success: count('done'), inProgress: count('waiting'), failed: count('failed') } };
    },
    drain,
    start() {
      isStarted = true;
      remove([...events.values()].filter(({ state, pushedAt }) => state !== 'waiting' && clock() - pushedAt > RETENTION));
      schedule();
      return () => {
        isStarted = false;
        clearTimeout(timer);
      };
    },
  };
}

/** A returned InvocationError asks for a retry; a throw of the app is final; the platform repeats what it had to kill. */
function afterDelivery(event: QueuedEvent, delivery: Delivery, now: number): QueuedEvent {
  if (delivery.outcome === 'threw') return { ...event, state: 'failed' };
  const isTooOld = now - event.pushedAt > RETENTION;
  if (delivery.outcome === 'killed') return isTooOld ? { ...event, state: 'failed' } : { ...event, due: now + PLATFORM_RETRY };
  const retry = retryAnswer.safeParse(delivery.value);
  if (!retry.success) return { ...event, state: 'done' };
  if (isTooOld) return { ...event, state: 'failed' };
  const { retryAfter, retryReason, retryData } = retry.data.retryOptions;
  return { ...event, due: now + retryAfter * 1000, retryContext: { retryCount: (event.retryContext?.retryCount ?? 0) + 1, retryReason, retryData } };
}
