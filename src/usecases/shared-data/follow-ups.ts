import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import { describeEarlyFailure, describeFailure, type Deed } from '../describe-failure';
import type { Failure, Ports } from '../ports';
import { refuse } from '../refuse';
import { keepFollowUp, listFollowUps, planFollowUp, showFollowUp, type FollowUpState } from './follow-up-state';
import { mayInProject } from './may-in-project';
import { readDecisions } from './read-decisions';

const READ: Deed = {
  doing: 'read what follows the decisions', kept: 'Nothing was changed.',
  forbidden: 'Only people who may browse the infrastructure project see what follows its decisions. Ask its administrators for access.',
  gone: 'The project is not there any more, or you may no longer see it.',
};
const RESUME: Deed = {
  ...READ, doing: 'go on with comments and links', forbidden: 'Only administrators of the infrastructure project can go on with the comments and links of its decisions. Ask one of them.',
};

/** How far the comments and links of every decision have come. */
export async function readFollowUps(ports: Ports, { projectId }: CallPayload<'readFollowUps'>): Promise<Reply<CallReplies['readFollowUps']>> {
  const allowed = await mayInProject(ports, projectId, 'BROWSE_PROJECTS', READ);
  if (!allowed.ok) return allowed;
  const states = await listFollowUps(ports.kv, projectId);
  return states.ok ? { ok: true, value: { followUps: states.value.map(showFollowUp) } } : { ok: false, problem: describeEarlyFailure(states.failure, READ) };
}

/** Queues again what waits, and tries once more what failed. */
export async function resumeFollowUps(ports: Ports, { projectId }: CallPayload<'resumeFollowUps'>): Promise<Reply<CallReplies['resumeFollowUps']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', RESUME);
  if (!allowed.ok) return allowed;
  const fail = (failure: Failure) => ({ ok: false, problem: describeFailure(failure, RESUME) }) as const;
  const stored = await readDecisions(ports.decisions, projectId);
  if (!stored.ok) return fail(stored.failure);
  if (stored.value.state !== 'read') return refuse('NEWER_VERSION', 'The decisions of this project were written by a newer version of Groundwork, or by hand. Nothing was resumed. Ask your Jira administrator to update the app.');
  const known = await listFollowUps(ports.kv, projectId);
  if (!known.ok) return fail(known.failure);
  const states: FollowUpState[] = [];
  for (const decision of stored.value.decisions.decisions) {
    const found = known.value.find(({ number, isReversal }) => number === decision.number && isReversal === (decision.reversedOn !== undefined));
    const planned = found === undefined ? await planFollowUp(ports.kv, projectId, decision) : { ok: true as const, value: again(found) };
    if (!planned.ok) return fail(planned.failure);
    states.push(planned.value);
    if (planned.value.waiting.length === 0) continue;
    const kept = await keepFollowUp(ports.kv, projectId, planned.value);
    const left = kept.ok ? await ports.leave.followUp({ kind: 'follow-up', projectId, number: decision.number }, 0) : kept;
    if (!left.ok) return fail(left.failure);
  }
  return { ok: true, value: { followUps: states.map(showFollowUp) } };
}

function again(state: FollowUpState): FollowUpState {
  return { ...state, waiting: [...state.waiting, ...state.failed.map(({ ticket }) => ticket)], failed: [], tries: {} };
}
