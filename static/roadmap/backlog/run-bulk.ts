/** Sends many small changes in calls of 20, one call after the other, so that cancelling takes effect after the one under way. */

import { BULK_TICKETS, type BulkChange, type BulkResult, type CallReplies, type Problem, type Reply } from '../../../src/contract/calls';
import type { PlannedChange, SavedChange } from '../../../src/domain/demand/plan-bulk-change';
import { slices } from '../../shared/load-tickets';

export interface FailedChange {
  readonly change: PlannedChange;
  readonly words: string;
}

/** What became of every change; the three lists together are all that were asked for. */
export interface BulkOutcome {
  readonly saved: readonly SavedChange[];
  readonly failed: readonly FailedChange[];
  /** Saved, and something that follows could not be done: each sentence once. */
  readonly notices: readonly string[];
  /** Not sent, because somebody cancelled or consent is needed first. */
  readonly waiting: readonly PlannedChange[];
}

export interface BulkRun {
  readonly changes: readonly PlannedChange[];
  readonly send: (changes: BulkChange[]) => Promise<Reply<CallReplies['saveContexts']>>;
  readonly signal: AbortSignal;
  readonly onProgress: (outcome: BulkOutcome) => void;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** How often a call that Jira is too busy for is sent again. */
const TRIES_WHEN_BUSY = 5;

/** Throws what `send` throws (consent), after telling what was saved until then. */
export async function runBulk({ changes, send, signal, onProgress, sleep = pause }: BulkRun): Promise<BulkOutcome> {
  const saved: SavedChange[] = [];
  const failed: FailedChange[] = [];
  const notices = new Set<string>();
  const parts = slices(changes, BULK_TICKETS);
  const told = (at: number): BulkOutcome => ({ saved: [...saved], failed: [...failed], notices: [...notices], waiting: parts.slice(at).flat() });
  for (const [at, part] of parts.entries()) {
    onProgress(told(at));
    if (signal.aborted) return told(at);
    const reply = await sendPatiently(part, send, sleep);
    if (reply.ok) {
      sortResults(part, reply.value.results, saved, failed);
      for (const result of reply.value.results) if (result.ok && result.notice !== undefined) notices.add(result.notice);
    }
    else failed.push(...part.map((change) => ({ change, words: reply.problem.words })));
  }
  onProgress(told(parts.length));
  return told(parts.length);
}

async function sendPatiently(part: readonly PlannedChange[], send: BulkRun['send'], sleep: (milliseconds: number) => Promise<void>): Promise<Reply<CallReplies['saveContexts']>> {
  const payload = part.map(({ issueId, startedFrom, set }) => ({ issueId, startedFrom, set: { ...set } }));
  for (let tries = 1; ; tries += 1) {
    const reply = await send(payload);
    if (reply.ok || reply.problem.code !== 'BUSY' || tries >= TRIES_WHEN_BUSY) return reply;
    await sleep(1000 * (retryAfter(reply.problem) ?? 2 ** tries));
  }
}

function retryAfter(problem: Problem): number | undefined {
  return 'retryAfterSeconds' in problem ? problem.retryAfterSeconds : undefined;
}

function sortResults(part: readonly PlannedChange[], results: readonly BulkResult[], saved: SavedChange[], failed: FailedChange[]): void {
  const byId = new Map(results.map((result) => [result.issueId, result]));
  for (const change of part) {
    const result = byId.get(change.issueId);
    if (result === undefined) failed.push({ change, words: 'Groundwork did not say what became of this ticket. Load the page again to see.' });
    else if (result.ok) saved.push({ change, rev: result.rev });
    else failed.push({ change, words: result.problem.words });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
