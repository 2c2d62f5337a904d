import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import type { Ports } from '../ports';
import { refuse } from '../refuse';
import { beginFollowUp } from './follow-up-state';
import { mayInProject } from './may-in-project';
import type { SeenTicket } from './ports';
import { findSignable, signDecision } from './sign-decision';
import { DECISION_DEED, writeDecisions } from './write-decisions';

/** Takes a decision back: its claims count again as their teams wrote them, and the conflict is open again. */
export async function reverseDecision(ports: Ports, { projectId, startedFrom, number, why }: CallPayload<'reverseDecision'>): Promise<Reply<CallReplies['reverseDecision']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', DECISION_DEED);
  if (!allowed.ok) return allowed;
  const today = ports.clock().toISOString().slice(0, 10);
  let tickets: readonly SeenTicket[] = [];
  const saved = await writeDecisions(ports, {
    projectId, startedFrom,
    isDone: ({ decisions }) => decisions.some((one) => one.number === number && one.reversedWhy === why),
    async prepare({ decisions }) {
      const found = decisions.find((one) => one.number === number);
      if (found === undefined) return refuse('NOT_FOUND', `There is no decision ${number} in this project. Load the page again to see which there are.`);
      if (found.reversedOn !== undefined) return refuse('CHANGED', `Decision ${number} was reversed already, on ${found.reversedOn}. Nothing was changed.`);
      const signing = await findSignable(ports, projectId, found);
      if (!signing.ok) return signing;
      tickets = signing.value;
      return { ok: true, value: { ...found, reversedOn: today, reversedWhy: why } };
    },
    sign: (decision) => signDecision(ports, projectId, { decision, step: 'reversed', tickets }),
  });
  if (!saved.ok) return saved;
  const reversed = saved.value.decisions.find((one) => one.number === number);
  if (reversed !== undefined) await beginFollowUp(ports, projectId, reversed);
  return saved;
}
