import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { Ports } from '../ports';
import { refuse } from '../refuse';
import { recheckDecided } from './follow-up-state';
import { mayInProject } from './may-in-project';
import type { SeenTicket } from './ports';
import { findSignable, signDecision } from './sign-decision';
import { DECISION_DEED, writeDecisions } from './write-decisions';

/** Somebody looked again: a decision that ends holds until another day, also if it has ended already; one without an end is looked at again then. */
export async function confirmDecision(ports: Ports, { projectId, startedFrom, number, until }: CallPayload<'confirmDecision'>): Promise<Reply<CallReplies['confirmDecision']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', DECISION_DEED);
  if (!allowed.ok) return allowed;
  const today = ports.clock().toISOString().slice(0, 10);
  let tickets: readonly SeenTicket[] = [];
  const saved = await writeDecisions(ports, {
    projectId, startedFrom,
    isDone: ({ decisions }) => decisions.some((one) => one.number === number && one.confirmedOn === today && (one.until ?? one.lookAgain) === until),
    async prepare({ decisions }) {
      const found = decisions.find((one) => one.number === number);
      if (found === undefined) return refuse('NOT_FOUND', `There is no decision ${number} in this project. Load the page again to see which there are.`);
      if (found.reversedOn !== undefined) return refuse('CHANGED', `Decision ${number} was reversed on ${found.reversedOn}, so there is nothing to confirm. Nothing was changed. Decide anew if it should hold again.`);
      if (until <= today) return refuse('INVALID', `The date ${until} is over. Nothing was changed. Choose one after ${today}.`);
      const signing = await findSignable(ports, projectId, found);
      if (!signing.ok) return signing;
      tickets = signing.value;
      return { ok: true, value: confirmed(found, until, today) };
    },
    sign: (decision) => signDecision(ports, projectId, { decision, step: 'confirmed', tickets }),
  });
  if (!saved.ok) return saved;
  const standing = saved.value.decisions.find((one) => one.number === number);
  if (standing !== undefined) await recheckDecided(ports, projectId, standing);
  return saved;
}

function confirmed(decision: Decision, until: string, today: string): Decision {
  if (decision.until === undefined) return { ...decision, lookAgain: until, confirmedOn: today };
  const { lookAgain, ...standing } = decision;
  return { ...standing, ...(lookAgain === undefined || lookAgain <= today ? {} : { lookAgain }), until, confirmedOn: today } as Decision;
}
