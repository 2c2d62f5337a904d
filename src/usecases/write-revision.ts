/**
 * Saves a value under a revision. Jira knows no conditional PUT, so a save claims its revision: read, refuse if it is not the one
 * the page started from, claim the next, write, and read again to see that it is ours that stands there.
 */

import type { Problem, RecordedDecisions, Reply } from '../contract/calls';
import type { ProductContext } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import type { MeetingRecord } from '../domain/planning/meeting-record';
import type { PlanRecord } from '../domain/ranking/saved-plan';
import { describeEarlyFailure, describeFailure, type Deed } from './describe-failure';
import type { Outcome, Ports } from './ports';
import { refuse } from './refuse';

/** A claim older than this belongs to a save that died: no invocation lives that long. */
const CLAIM_SECONDS = 60;
/** How long to look whether the save that holds our revision arrives. */
const WAITS = [400, 1200];

/** What is put into every revision. */
export interface Stamp {
  readonly rev: number;
  readonly savedAt: string;
  readonly token: string;
}

type Revisioned = (ProductContext | ProjectSettings | MeetingRecord | PlanRecord | RecordedDecisions) & Partial<Stamp>;

/** What stands there now, as far as this save must know. */
export interface Standing<R> {
  readonly rev: number;
  /** For the page that started from something else; null when it cannot be shown. */
  readonly shown: R | null;
}

export interface RevisionPlan<R extends Revisioned, S extends Standing<R>, D> {
  /** Begins every claim of this value: `rev:10042`. */
  readonly claimPrefix: string;
  readonly startedFrom: number;
  readonly deed: Deed;
  readonly staleWords: string;
  read(): Promise<Outcome<unknown>>;
  write(record: R): Promise<Outcome<null>>;
  /** A problem when it must not be overwritten. */
  understand(stored: unknown): Reply<S>;
  /** Whether exactly this was saved already, by a save whose answer got lost. */
  isDone(standing: S): boolean;
  /** Why nothing is there although the page saw something; undefined if it was really removed. */
  explainAbsence(standing: S): Promise<Problem | undefined>;
  /** Everything that can be refused before a revision is claimed. */
  prepare(standing: S): Promise<Reply<D>>;
  /** The record itself; runs once the revision is ours, so this is the place for what must not happen twice. */
  compose(draft: D, stamp: Stamp): Promise<Reply<R>>;
}

/** Returns the record that now stands there, or why it does not. */
export async function writeRevision<R extends Revisioned, S extends Standing<R>, D>(ports: Ports, plan: RevisionPlan<R, S, D>): Promise<Reply<R>> {
  const standing = await look(plan);
  if (!standing.ok) return standing;
  if (standing.value.rev !== plan.startedFrom) return meetOther(plan, standing.value);
  const draft = await plan.prepare(standing.value);
  if (!draft.ok) return draft;
  const token = ports.tokens();
  const claimed = await claimNext(ports, plan, token);
  if (!claimed.ok) return claimed;
  const record = await plan.compose(draft.value, { rev: claimed.value.rev, savedAt: ports.clock().toISOString(), token });
  if (!record.ok) {
    await ports.claims.release(claimed.value.key);
    return record;
  }
  return writeClaimed(ports, plan, record.value, claimed.value.key);
}

async function look<R extends Revisioned, S extends Standing<R>, D>(plan: RevisionPlan<R, S, D>): Promise<Reply<S>> {
  const stored = await plan.read();
  return stored.ok ? plan.understand(stored.value) : { ok: false, problem: describeEarlyFailure(stored.failure, plan.deed) };
}

async function meetOther<R extends Revisioned, S extends Standing<R>, D>(plan: RevisionPlan<R, S, D>, standing: S): Promise<Reply<R>> {
  if (standing.shown !== null && plan.isDone(standing)) return { ok: true, value: standing.shown };
  const absence = await plan.explainAbsence(standing);
  if (absence !== undefined) return { ok: false, problem: absence };
  return { ok: false, problem: { code: 'STALE', words: plan.staleWords, theirs: standing.shown } };
}

/** Takes the next revision that nobody holds; the first one whose owner is alive means that this save came second. */
async function claimNext<R extends Revisioned, S extends Standing<R>, D>(
  ports: Ports, plan: RevisionPlan<R, S, D>, token: string,
): Promise<Reply<{ readonly rev: number; readonly key: string }>> {
  for (let rev = plan.startedFrom + 1; ; rev += 1) {
    const key = `${plan.claimPrefix}:${rev}`;
    const now = ports.clock();
    const claim = await ports.claims.claim(key, token, now);
    if (!claim.ok) return { ok: false, problem: describeEarlyFailure(claim.failure, plan.deed) };
    if (claim.value.state === 'ours') return { ok: true, value: { rev, key } };
    const age = (now.getTime() - claim.value.since.getTime()) / 1000;
    if (age < CLAIM_SECONDS) return waitForOther(ports, plan, Math.ceil(CLAIM_SECONDS - age));
  }
}

async function waitForOther<R extends Revisioned, S extends Standing<R>, D>(
  ports: Ports, plan: RevisionPlan<R, S, D>, secondsLeft: number,
): Promise<{ readonly ok: false; readonly problem: Problem }> {
  for (const wait of WAITS) {
    await ports.pause(wait);
    const standing = await look(plan);
    if (!standing.ok) return standing;
    if (standing.value.rev !== plan.startedFrom) return { ok: false, problem: { code: 'STALE', words: plan.staleWords, theirs: standing.value.shown } };
  }
  return refuse('BUSY', `Another save of this is under way and has not arrived yet. ${plan.deed.kept} Try again in ${secondsLeft} seconds.`, { retryAfterSeconds: secondsLeft });
}

async function writeClaimed<R extends Revisioned, S extends Standing<R>, D>(
  ports: Ports, plan: RevisionPlan<R, S, D>, record: R, key: string,
): Promise<Reply<R>> {
  const written = await plan.write(record);
  if (!written.ok && !mayHaveLanded(written.failure.kind)) {
    await ports.claims.release(key);
    return { ok: false, problem: describeFailure(written.failure, plan.deed) };
  }
  const found = await plan.read();
  const token = found.ok ? tokenOf(found.value) : undefined;
  if (token === record.token) return { ok: true, value: record };
  if (written.ok) {
    // Jira acknowledged the write; that it cannot be read back just now does not undo it.
    if (!found.ok) return { ok: true, value: record };
    const standing = plan.understand(found.value);
    return standing.ok ? { ok: false, problem: { code: 'STALE', words: plan.staleWords, theirs: standing.value.shown } } : standing;
  }
  if (written.failure.kind === 'outage') await ports.claims.release(key);
  return { ok: false, problem: describeFailure(written.failure, plan.deed) };
}

function mayHaveLanded(kind: string): boolean {
  return kind === 'outage' || kind === 'no-answer';
}

function tokenOf(stored: unknown): unknown {
  return typeof stored === 'object' && stored !== null && 'token' in stored ? stored.token : undefined;
}
