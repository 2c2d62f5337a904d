/** The plan that the project saved, read as the user: a project property that whoever browses the project may read. */

import * as z from 'zod';
import { PLAN_PROPERTY } from '../../src/contract/limits';
import { readStoredPlan, type StoredPlan } from '../../src/contract/plan';
import type { SavedPlan } from '../../src/domain/ranking/saved-plan';
import type { JiraCalls } from './load-calls';
import { wordsOfRefusal } from './load-replies';

/** `rev` is what a save starts from; 0 before the first one. `note`: it stands there but cannot be used, and why. */
export type PlanFound =
  | { readonly ok: true; readonly rev: number; readonly plan?: SavedPlan; readonly note?: string }
  | { readonly ok: false; readonly words: string };

const replySchema = z.object({ value: z.unknown() });

/** One request; never throws but for consent. */
export async function loadPlan(calls: JiraCalls, projectId: string): Promise<PlanFound> {
  const outcome = await calls.request(`/rest/api/3/project/${projectId}/properties/${PLAN_PROPERTY}`);
  if (outcome.kind === 'cancelled') return { ok: false, words: 'Reading it was cancelled.' };
  if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
  if (outcome.status === 404) return { ok: true, rev: 0 };
  const reply = replySchema.safeParse(outcome.body);
  if (outcome.status !== 200 || !reply.success) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
  return understood(readStoredPlan(reply.data.value));
}

function understood(stored: StoredPlan): PlanFound {
  switch (stored.state) {
    case 'absent': return { ok: true, rev: 0 };
    case 'read': return { ok: true, rev: stored.plan.rev, plan: stored.plan };
    case 'removed': return { ok: true, rev: stored.plan.rev };
    case 'newer': return { ok: false, words: 'A newer Groundwork wrote it. Ask your Jira administrator to update the app.' };
    case 'malformed': return { ok: true, rev: stored.rev, note: `The saved plan was changed outside Groundwork and cannot be read: ${stored.complaints.join(' ')} Saving a plan replaces it.` };
    default: return stored satisfies never;
  }
}
