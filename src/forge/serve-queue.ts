import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import * as z from 'zod';
import { logCause } from './log-cause';

/** How long until the same event comes again. */
type Again = { readonly afterSeconds: number; readonly because: string } | undefined;

const eventSchema = z.object({ body: z.unknown(), retryContext: z.object({ retryCount: z.number() }).loose().optional() }).loose();

/** An event that fails for a reason nobody foresaw is tried so often; what Jira refuses for now is tried for a day. */
const UNFORESEEN_TRIES = 3;
const UNFORESEEN_WAIT = 60;

/** A consumer of a queue. A throw would be final in Forge: to come again, an event's function returns an InvocationError. */
export function serveQueue<T>(schema: z.ZodType<T>, work: (body: T) => Promise<Again>): (event: AsyncEvent) => Promise<unknown> {
  return async (received) => {
    const event = eventSchema.parse(received);
    const body = schema.safeParse(event.body);
    if (!body.success) {
      logCause('an event was not understood', { at: body.error.issues[0]?.path.join('.') ?? '' });
      return undefined;
    }
    try {
      const again = await work(body.data);
      return again === undefined ? undefined : retry(again.afterSeconds);
    } catch (error) {
      const tries = event.retryContext?.retryCount ?? 0;
      logCause('an event failed', { error: error instanceof Error ? error.name : typeof error, at: firstFrame(error), tries });
      return tries < UNFORESEEN_TRIES ? retry(UNFORESEEN_WAIT) : undefined;
    }
  };
}

function retry(afterSeconds: number): InvocationError {
  return new InvocationError({ retryAfter: Math.max(1, Math.ceil(afterSeconds)), retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}

/** Where, without the message: that may hold what somebody wrote. */
function firstFrame(error: unknown): string {
  const frames = (error instanceof Error ? (error.stack ?? '') : '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.slice(0, 2).map((line) => line.trim()).join(' < ');
}
