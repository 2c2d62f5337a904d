/** Every call that a page can make to the backend: its name, what it sends and what it gets. */

import * as z from 'zod';
import type { ProductContext } from '../domain/context/product-context';
import type { ProjectSettings } from '../domain/context/settings';
import type { Decision } from '../domain/conflict/decisions/decision';
import type { MeetingRecord } from '../domain/planning/meeting-record';
import type { PlanRecord } from '../domain/ranking/saved-plan';
import type { SharedModel } from '../domain/model/shared-model';
import { decisionSchema } from './decisions';
import { ELEMENTS_A_PART, modelElementSchema, modelIdSchema, modelSummarySchema, type ModelSummary } from './models';
import { meetingContentSchema } from './meeting';
import { planContentSchema } from './plan';
import { contentSchema } from './record';
import { revSchema } from './rev';
import { settingsContentSchema } from './settings';

/** Written in one way only: the revision claims of a ticket stand under its id. */
const numericId = z.string().regex(/^[1-9]\d{0,18}$/, 'must be a numeric id');
const rev = revSchema;

/** Largest number of tickets in one bulk call: each costs up to 4 points and must fit 25 s. */
export const BULK_TICKETS = 20;
/** Most comments of one round of questions. */
export const QUESTIONS_A_GO = 20;

/** Fields that the backlog desk sets for many tickets at once; `null` removes. */
const bulkChange = z.object({
  issueId: numericId,
  /** `rev` the page saw; 0 for none. */
  startedFrom: rev,
  set: z.object({
    infra: z.exactOptional(z.object({ id: numericId, key: z.string() }).nullable()),
    team: z.exactOptional(z.string().nullable()), origin: z.exactOptional(z.string().nullable()),
    theme: z.exactOptional(z.string().nullable()), horizon: z.exactOptional(z.string().nullable()),
  }),
});
export type BulkChange = Immutable<z.infer<typeof bulkChange>>;

export const CALLS = {
  /** Saves the content of one ticket's context as a new revision; an undo is a save of earlier content. */
  saveContext: z.object({ issueId: numericId, startedFrom: rev, content: contentSchema }),
  /** Infrastructure agrees to the content with this hash; posts a comment as the user. */
  acceptContext: z.object({ issueId: numericId, startedFrom: rev, hash: z.string() }),
  /** Lets the ticket pass one gate, with a reason; posts a comment as the user. */
  recordBypass: z.object({ issueId: numericId, startedFrom: rev, gate: z.string().min(1).max(40), why: z.string().trim().min(10).max(500) }),
  /** Writes the settings of an infrastructure project. */
  saveSettings: z.object({ projectId: numericId, startedFrom: rev, content: settingsContentSchema }),
  /** Keeps what a planning meeting leaves behind: a snapshot, and what was put off. Project administrators only. */
  saveMeeting: z.object({ projectId: numericId, startedFrom: rev, content: meetingContentSchema }),
  /** Saves the plan that a project agreed on: its date, the capacity it counts on and what people placed; null takes it back. Project administrators only. */
  savePlan: z.object({ projectId: numericId, startedFrom: rev, content: planContentSchema.nullable() }),
  /** Pins the panel in these projects (Jira administrators only). */
  pinPanel: z.object({ projectIds: z.array(numericId).min(1).max(1000), action: z.enum(['PIN', 'UNPIN']) }),
  /** Sets a few fields on up to 20 tickets; every ticket succeeds or fails on its own. */
  saveContexts: z.object({ changes: z.array(bulkChange).min(1).max(BULK_TICKETS) }),
  /** Asks the reporters what is missing, one comment a ticket. */
  askReporters: z.object({
    questions: z.array(z.object({ issueId: numericId, text: z.string().trim().min(1).max(2000) })).min(1).max(QUESTIONS_A_GO),
  }),
  /** One part of an import of a shared data model; the last one replaces the model as a whole. Project administrators only. */
  saveModelPart: z.object({
    projectId: numericId, model: modelSummarySchema, part: z.number().int().nonnegative(), elements: z.array(modelElementSchema).max(ELEMENTS_A_PART),
  }),
  /** Models of an infrastructure project, without their elements; for whoever may browse the project. */
  listModels: z.object({ projectId: numericId }),
  /** All models with their elements, as far as one answer holds them; for whoever may browse the project. */
  readModels: z.object({ projectId: numericId }),
  /** A model with all its elements. */
  readModel: z.object({ projectId: numericId, modelId: modelIdSchema }),
  removeModel: z.object({ projectId: numericId, modelId: modelIdSchema }),
  /** Records one decision; `startedFrom` is the revision of all decisions that the page saw. Project administrators only. */
  recordDecision: z.object({ projectId: numericId, startedFrom: rev, decision: decisionSchema }),
  reverseDecision: z.object({ projectId: numericId, startedFrom: rev, number: z.number().int().min(1), why: z.string().trim().min(10).max(500) }),
  /** Lets a decision stand until another day, or have it looked at again then. */
  confirmDecision: z.object({ projectId: numericId, startedFrom: rev, number: z.number().int().min(1), until: z.iso.date() }),
  /** How far the comments and links that follow decisions have come. */
  readFollowUps: z.object({ projectId: numericId }),
  /** Takes up follow-ups that stopped before their end. */
  resumeFollowUps: z.object({ projectId: numericId }),
  /** Builds the claim index of a project anew from its tickets and checks everything again; project administrators only. */
  rebuildClaims: z.object({ projectId: numericId }),
} as const;

export type CallName = keyof typeof CALLS;
export type CallPayload<N extends CallName> = Immutable<z.infer<(typeof CALLS)[N]>>;

/** Nobody changes a payload, so values of the domain, which are read-only, fit as they are. */
type Immutable<T> = T extends readonly (infer E)[] ? readonly Immutable<E>[] : T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

export interface CallReplies {
  /** `notice`: saved, but something that belongs to it could not be done; a sentence to show. */
  saveContext: { readonly record: ProductContext; readonly notice?: string };
  acceptContext: { readonly record: ProductContext };
  recordBypass: { readonly record: ProductContext };
  saveSettings: { readonly settings: ProjectSettings };
  saveMeeting: { readonly meeting: MeetingRecord };
  savePlan: { readonly plan: PlanRecord };
  pinPanel: { readonly taskId: string };
  saveContexts: { readonly results: readonly BulkResult[] };
  askReporters: { readonly results: readonly AskResult[] };
  saveModelPart: { readonly committed: boolean };
  listModels: { readonly models: readonly ModelSummary[] };
  /** `left`: did not fit into the answer; each is read by itself. */
  readModels: { readonly models: readonly SharedModel[]; readonly left: readonly ModelSummary[] };
  readModel: { readonly model: SharedModel };
  removeModel: { readonly removed: boolean };
  recordDecision: RecordedDecisions;
  reverseDecision: RecordedDecisions;
  confirmDecision: RecordedDecisions;
  readFollowUps: { readonly followUps: readonly FollowUp[] };
  resumeFollowUps: { readonly followUps: readonly FollowUp[] };
  rebuildClaims: { readonly queued: boolean };
}

/** What follows one decision, ticket by ticket. */
export interface FollowUp {
  readonly number: number;
  readonly done: readonly number[];
  readonly waiting: readonly number[];
  /** Tickets that could not be written, with the reason in words. */
  readonly failed: readonly { readonly ticket: number; readonly words: string }[];
}

export type BulkResult =
  /** `notice`: saved, and something that follows a save could not be done. */
  | { readonly issueId: string; readonly ok: true; readonly rev: number; readonly before: BulkChange['set']; readonly notice?: string }
  | { readonly issueId: string; readonly ok: false; readonly problem: Problem };

export type AskResult =
  | { readonly issueId: string; readonly outcome: 'asked' }
  | { readonly issueId: string; readonly outcome: 'asked-recently'; readonly on: string }
  | { readonly issueId: string; readonly outcome: 'failed'; readonly problem: Problem };

/**
 * Why a call did not do what was asked, in public words: what happened, why, and what to do next.
 * `STALE` carries what is stored now, so that the page can show both versions.
 */
export type Problem =
  | { readonly code: ProblemCode; readonly words: string; readonly details?: readonly string[]; readonly retryAfterSeconds?: number }
  | { readonly code: 'STALE'; readonly words: string; readonly theirs: ProductContext | ProjectSettings | RecordedDecisions | MeetingRecord | PlanRecord | null };

/** All decisions of an infrastructure project, as of one revision. */
export interface RecordedDecisions {
  readonly rev: number;
  readonly decisions: readonly Decision[];
}

export type ProblemCode =
  | 'INVALID' | 'FORBIDDEN' | 'NOT_FOUND' | 'TOO_LARGE' | 'NEWER_VERSION' | 'NOT_OPTED_IN' | 'BUSY' | 'OUTAGE' | 'ANONYMOUS'
  | 'UNKNOWN_CALL' | 'CHANGED';

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
