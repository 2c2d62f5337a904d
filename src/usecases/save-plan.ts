import { formatCount } from '../domain/context/format-number';
import type { CallPayload, CallReplies, Reply } from '../contract/calls';
import { PROPERTY_CHARACTERS } from '../contract/limits';
import { planContentSchema, readStoredPlan } from '../contract/plan';
import { isSameValue } from '../domain/context/same-value';
import type { PlanRecord } from '../domain/ranking/saved-plan';
import type { Deed } from './describe-failure';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { writeRevision, type Standing } from './write-revision';

type PlanDraft = CallPayload<'savePlan'>['content'];

const DEED: Deed = {
  doing: 'save this plan', kept: 'What you tried still stands in the address of this page.',
  forbidden: 'Only administrators of this project may save its plan.',
  gone: 'This project is not there any more, or you may no longer see it.',
};

const STALE_WORDS = 'Somebody else changed or removed this plan in the meantime. Nothing was overwritten: both are shown, so that you can choose.';

/** Saves the plan that a project agreed on, or takes it back, as the user: Jira lets only the project's administrators do that. */
export async function savePlan(ports: Ports, { projectId, startedFrom, content }: CallPayload<'savePlan'>): Promise<Reply<CallReplies['savePlan']>> {
  const saved = await writeRevision<PlanRecord, Standing<PlanRecord>, PlanDraft>(ports, {
    claimPrefix: `plan:${projectId}`, startedFrom, deed: DEED, staleWords: STALE_WORDS,
    read: () => ports.plans.read(projectId),
    write: (plan) => ports.plans.write(projectId, plan),
    understand,
    isDone: ({ shown }) => isSameValue(shown === null || 'removed' in shown ? null : planContentSchema.parse(shown), content),
    explainAbsence: async () => undefined,
    prepare: async () => ({ ok: true, value: content }),
    compose: async (draft, stamp) => {
      const plan: PlanRecord = draft === null ? { v: 1, ...stamp, removed: true } : { v: 1, ...stamp, ...draft };
      const { length } = JSON.stringify(plan);
      if (length <= PROPERTY_CHARACTERS) return { ok: true, value: plan };
      return refuse('TOO_LARGE', `This plan takes ${formatCount(length)} characters, and Jira keeps at most ${formatCount(PROPERTY_CHARACTERS)}. Nothing was saved. Shorten the reasons and try again.`);
    },
  });
  return saved.ok ? { ok: true, value: { plan: saved.value } } : saved;
}

function understand(stored: unknown): Reply<Standing<PlanRecord>> {
  const read = readStoredPlan(stored);
  switch (read.state) {
    case 'absent': return { ok: true, value: { rev: 0, shown: null } };
    case 'read':
    case 'removed': return { ok: true, value: { rev: read.plan.rev, shown: read.plan } };
    case 'malformed': return { ok: true, value: { rev: read.rev, shown: null } };
    case 'newer': return refuse('NEWER_VERSION', 'A newer version of Groundwork wrote this plan. It was not changed. Ask your Jira administrator to update the app, then try again.');
    default: return read satisfies never;
  }
}
