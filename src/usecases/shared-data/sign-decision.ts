/** Who decides says so in a comment of their own: its author is who decided, and the record keeps only where it stands. */

import type { Reply } from '../../contract/calls';
import { decisionMark } from '../../contract/decisions';
import type { Decision, DecisionStep } from '../../domain/conflict/decisions/decision';
import { describeEarlyFailure, type Deed } from '../describe-failure';
import type { Ports } from '../ports';
import { postOnce } from '../post-once';
import { refuse } from '../refuse';
import { boundTickets, namedTickets } from './bound-tickets';
import { readPlace, type IndexEntry } from './claim-index';
import { decisionNames } from './decision-names';
import { decisionWords } from './decision-words';
import { placeOf } from './keys';
import type { SeenTicket } from './ports';
import { DECISION_DEED } from './write-decisions';

/** Where somebody may not comment on the first tickets, the next ones are tried, and no more than these. */
const MOST_TRIED = 5;

const SIGN_DEED: Deed = {
  ...DECISION_DEED, doing: 'post the comment that says who decided',
  forbidden: 'A decision needs a comment by you on one of the tickets it binds, and you may not comment on them. Ask a project administrator for the permission "Add comments", then decide again.',
};

/** The decision with the comment of whoever does this step. Where they see none of its tickets, nobody can be told who it was. */
export async function signDecision<D extends Decision>(ports: Ports, projectId: string, { decision, step, tickets }: { readonly decision: D; readonly step: DecisionStep; readonly tickets: readonly SeenTicket[] }): Promise<Reply<D>> {
  if (tickets.length === 0) return { ok: true, value: decision };
  const names = await decisionNames(ports, projectId);
  if (!names.ok) return { ok: false, problem: describeEarlyFailure(names.failure, SIGN_DEED) };
  const mark = decisionMark(projectId, decision, step);
  for (const ticket of tickets.slice(0, MOST_TRIED)) {
    const posted = await postOnce(ports, ticket.id, { mark, paragraphs: decisionWords(decision, step, names.value, ticket) });
    if (posted.ok) return { ok: true, value: { ...decision, signed: { ...decision.signed, [step]: { ticket: Number(ticket.id), comment: posted.value } } } };
    if (posted.failure.kind !== 'forbidden' && posted.failure.kind !== 'not-found') return { ok: false, problem: describeEarlyFailure(posted.failure, SIGN_DEED) };
  }
  return refuse('FORBIDDEN', `${SIGN_DEED.forbidden} ${SIGN_DEED.kept}`);
}

/** Tickets on which a decision can be signed, the joint one or the one signed before first. */
export function signable(decision: Decision, entries: readonly IndexEntry[], tickets: readonly SeenTicket[]): readonly SeenTicket[] {
  const first = decision.kind === 'collaborate' ? decision.joint.id : decision.signed?.made?.ticket;
  const ids = [...new Set([...(first === undefined ? [] : [first]), ...boundTickets(decision, entries)])];
  const seen = new Map(tickets.map((ticket) => [Number(ticket.id), ticket]));
  return ids.flatMap((id) => seen.get(id) ?? []);
}

/** The same for a decision that stands already. */
export async function findSignable(ports: Ports, projectId: string, decision: Decision): Promise<Reply<readonly SeenTicket[]>> {
  const entries = await readPlace(ports.kv, projectId, placeOf(decision.at));
  if (!entries.ok) return { ok: false, problem: describeEarlyFailure(entries.failure, SIGN_DEED) };
  const made = decision.signed?.made?.ticket;
  const ids = made === undefined ? [...namedTickets(decision), ...boundTickets(decision, entries.value).map(String)] : [String(made)];
  const found = ids.length === 0 ? undefined : await ports.tickets.fetch([...new Set(ids)].slice(0, MOST_TRIED));
  if (found?.ok === false) return { ok: false, problem: describeEarlyFailure(found.failure, SIGN_DEED) };
  return { ok: true, value: signable(decision, entries.value, found?.value.tickets ?? []) };
}
