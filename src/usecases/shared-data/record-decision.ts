import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import { MODEL_TICKET, claimKey, type Claim } from '../../domain/conflict/claim';
import type { Decision } from '../../domain/conflict/decisions/decision';
import { previewDecision } from '../../domain/conflict/decisions/preview-decision';
import { ticketClaims } from '../../domain/conflict/ticket-claims';
import { isSameValue } from '../../domain/context/same-value';
import { describeEarlyFailure } from '../describe-failure';
import type { Ports } from '../ports';
import { refuse } from '../refuse';
import { namedClaims } from './bound-tickets';
import { readPlace } from './claim-index';
import { beginFollowUp } from './follow-up-state';
import { placeOf } from './keys';
import { mayInProject } from './may-in-project';
import { constraintsOf } from './model-constraints';
import { DECISION_DEED, writeDecisions } from './write-decisions';

/** What stands for the key of a ticket that the person who decides may not see. */
const UNSEEN = 'A ticket that you cannot see';

/**
 * Records one decision as the user. Its number and day are given here; whether it can be made is computed over all claims, also
 * those of tickets that the user may not see, and the words say nothing of these.
 */
export async function recordDecision(ports: Ports, { projectId, startedFrom, decision }: CallPayload<'recordDecision'>): Promise<Reply<CallReplies['recordDecision']>> {
  const allowed = await mayInProject(ports, projectId, 'ADMINISTER_PROJECTS', DECISION_DEED);
  if (!allowed.ok) return allowed;
  const today = ports.clock().toISOString().slice(0, 10);
  const { reversedOn: _on, reversedWhy: _why, ...asked } = decision;
  const fresh = { ...asked, decidedOn: today } as Decision;
  let number = 0;
  const saved = await writeDecisions(ports, {
    projectId, startedFrom,
    isDone: ({ decisions }) => decisions.some((one) => one.number > startedFrom && isSameValue({ ...one, number: 0 }, { ...fresh, number: 0 })),
    async prepare({ decisions }) {
      number = 1 + Math.max(0, ...decisions.map((one) => one.number));
      const numbered = { ...fresh, number };
      const claims = await knownClaims(ports, projectId, numbered);
      if (!claims.ok) return claims;
      const problems = problemsOf(numbered, claims.value, decisions, today);
      return problems.length === 0 ? { ok: true, value: numbered }
        : refuse('INVALID', `This decision cannot be made as it stands. ${DECISION_DEED.kept} Correct what is named below, then decide again.`, { details: problems });
    },
  });
  if (!saved.ok) return saved;
  const recorded = saved.value.decisions.find((one) => one.number === number);
  if (recorded !== undefined) await beginFollowUp(ports, projectId, recorded);
  return saved;
}

/** All claims that the decision speaks of; their tickets carry a key only where the user sees them. */
async function knownClaims(ports: Ports, projectId: string, decision: Decision): Promise<Reply<readonly Claim[]>> {
  const place = placeOf({ model: decision.at.model, element: decision.at.element });
  const entries = await readPlace(ports.kv, projectId, place);
  if (!entries.ok) return { ok: false, problem: describeEarlyFailure(entries.failure, DECISION_DEED) };
  const joint = decision.kind === 'collaborate' ? [String(decision.joint.id)] : [];
  const ids = [...new Set([...entries.value.map(({ ticket }) => ticket), ...joint])];
  const seen = ids.length === 0 ? undefined : await ports.tickets.fetch(ids);
  if (seen?.ok === false) return { ok: false, problem: describeEarlyFailure(seen.failure, DECISION_DEED) };
  const keys = new Map(seen?.value.tickets.map(({ id, key }) => [id, key]));
  if (joint.some((id) => !keys.has(id))) return refuse('INVALID', `The joint ticket is not there, or you may not see it. ${DECISION_DEED.kept} Choose a ticket that you see.`);
  const constraints = await constraintsOf(ports.kv, projectId, place);
  if (!constraints.ok) return { ok: false, problem: describeEarlyFailure(constraints.failure, DECISION_DEED) };
  const claims = entries.value.flatMap(({ ticket, claims: content }) => {
    const key = keys.get(ticket);
    const shown = key === undefined ? content.map((claim) => (claim.authority === undefined ? claim : { ...claim, authority: 'a law or a contract' })) : content;
    return ticketClaims(shown, { ticket: { id: Number(ticket), key: key ?? UNSEEN }, team: '', grade: 'bronze', status: 'proposed' });
  });
  return { ok: true, value: [...claims, ...constraints.value] };
}

function problemsOf(decision: Decision, claims: readonly Claim[], decisions: readonly Decision[], today: string): readonly string[] {
  const known = new Set(claims.map(claimKey));
  const named = namedClaims(decision);
  const gone = named.filter((key) => !known.has(key)).length;
  const isOfModel = named.some((key) => key.startsWith(`${MODEL_TICKET}/`));
  return [
    ...(gone === 0 ? [] : [`${gone} of the requirements that it names ${gone === 1 ? 'is' : 'are'} not there any more: load the page again.`]),
    ...(isOfModel ? ['What the shared data model itself constrains cannot be overruled by a decision: import a changed model.'] : []),
    ...previewDecision(claims, decisions, decision, today).problems,
  ];
}
