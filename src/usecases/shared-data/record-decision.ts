import type { CallPayload, CallReplies, Reply } from '../../contract/calls';
import { MODEL_TICKET, claimKey, type Claim } from '../../domain/conflict/claim';
import { canonsInForce } from '../../domain/conflict/decisions/apply-decisions';
import { bindAsked, namedClaims } from '../../domain/conflict/decisions/bound-claims';
import type { Decision, DecisionPrice } from '../../domain/conflict/decisions/decision';
import { previewDecision, priceOf } from '../../domain/conflict/decisions/preview-decision';
import { ticketClaims } from '../../domain/conflict/ticket-claims';
import type { ClaimContent, Worth } from '../../domain/context/product-context';
import { isSameValue } from '../../domain/context/same-value';
import { describeEarlyFailure } from '../describe-failure';
import type { Failure, Outcome, Ports } from '../ports';
import { refuse } from '../refuse';
import { namedTickets } from './bound-tickets';
import { indexTicket, readNamed, type IndexEntry } from './claim-index';
import { beginFollowUp } from './follow-up-state';
import { askingOf } from './index-seen';
import { placeOf } from './keys';
import { leaveChecks } from './leave-checks';
import { mayInProject } from './may-in-project';
import { constraintsOf } from './model-constraints';
import { distinctPlaces } from './places';
import type { SeenTicket } from './ports';
import { signable, signDecision } from './sign-decision';
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
  const { reversedOn: _on, reversedWhy: _why, confirmedOn: _confirmed, signed: _signed, price: _price, ...asked } = decision;
  const fresh = { ...asked, decidedOn: today } as Decision;
  let number = 0;
  let tickets: readonly SeenTicket[] = [];
  const saved = await writeDecisions(ports, {
    projectId, startedFrom,
    isDone: ({ decisions }) => decisions.some((one) => one.number > startedFrom && isSameValue(asAsked(one), asAsked(fresh))),
    async prepare({ decisions }) {
      number = 1 + Math.max(0, ...decisions.map((one) => one.number));
      const numbered = { ...fresh, number };
      const known = await findKnown(ports, projectId, numbered);
      if (!known.ok) return known;
      ({ signable: tickets } = known.value);
      const { problems, price } = examine(numbered, known.value, decisions, today);
      return problems.length === 0 ? { ok: true, value: { ...bindAsked(numbered, known.value.claims), price } }
        : refuse('INVALID', `This decision cannot be made as it stands. ${DECISION_DEED.kept} Correct what is named below, then decide again.`, { details: problems });
    },
    sign: (unsigned) => signDecision(ports, projectId, { decision: unsigned, step: 'made', tickets }),
  });
  if (!saved.ok) return saved;
  const recorded = saved.value.decisions.find((one) => one.number === number);
  if (recorded !== undefined) await beginFollowUp(ports, projectId, recorded);
  return saved;
}

/** What the page asked for; the rest is given here. */
function asAsked({ number: _number, asked: _asked, signed: _signed, price: _price, ...decision }: Decision): unknown {
  return decision;
}

/** What the decision speaks of. */
interface Known {
  readonly claims: readonly Claim[];
  /** Keys of the tickets that the user sees, by id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly worth: (ticketId: number) => Worth | undefined;
  readonly signable: readonly SeenTicket[];
}

async function findKnown(ports: Ports, projectId: string, decision: Decision): Promise<Reply<Known>> {
  const fail = (failure: Failure) => ({ ok: false, problem: describeEarlyFailure(failure, DECISION_DEED) }) as const;
  const place = placeOf(decision.at);
  const entries = await readNamed(ports.kv, projectId, place, namedClaims(decision));
  if (!entries.ok) return fail(entries.failure);
  const joint = decision.kind === 'collaborate' ? [String(decision.joint.id)] : [];
  const ids = [...new Set([...entries.value.map(({ ticket }) => ticket), ...namedTickets(decision), ...joint])];
  const seen = ids.length === 0 ? undefined : await ports.tickets.fetch(ids);
  if (seen?.ok === false) return fail(seen.failure);
  const tickets = seen?.value.tickets ?? [];
  const keys = new Map(tickets.map(({ id, key }) => [id, key]));
  if (joint.some((id) => !keys.has(id))) return refuse('INVALID', `The joint ticket is not there, or you may not see it. ${DECISION_DEED.kept} Choose a ticket that you see.`);
  const records = new Map(tickets.map((ticket) => [Number(ticket.id), askingOf(ticket, projectId)]));
  const written = await readWritten(ports, projectId, entries.value, tickets);
  if (!written.ok) return fail(written.failure);
  const constraints: Claim[] = [];
  for (const one of distinctPlaces([place, ...entries.value.map((entry) => entry.place)])) {
    const found = await constraintsOf(ports.kv, projectId, one);
    if (!found.ok) return fail(found.failure);
    constraints.push(...found.value);
  }
  const claims = [...written.value].flatMap(([ticket, content]) => ticketClaims(content, { ticket: { id: Number(ticket), key: keys.get(ticket) ?? UNSEEN }, team: records.get(Number(ticket))?.team ?? '', grade: 'bronze', status: 'proposed' }));
  return { ok: true, value: { claims: [...claims, ...constraints], keys, worth: (id) => records.get(id)?.value?.worth, signable: signable(decision, entries.value, tickets) } };
}

/**
 * What each ticket asks: of those that the user sees as it stands there, of the others as the index has it. A ticket that the index
 * lacks, as after an edit by REST, is noted now, so that the decision need not wait for the daily run.
 */
async function readWritten(ports: Ports, projectId: string, entries: readonly IndexEntry[], tickets: readonly SeenTicket[]): Promise<Outcome<ReadonlyMap<string, readonly ClaimContent[]>>> {
  const written = new Map<string, readonly ClaimContent[]>();
  for (const { ticket, claims } of entries) written.set(ticket, [...(written.get(ticket) ?? []), ...claims]);
  for (const ticket of tickets) {
    const asking = askingOf(ticket, projectId);
    if (!written.has(ticket.id) && asking !== undefined) {
      const touched = await indexTicket(ports.kv, { ticketId: ticket.id, rev: asking.rev, projectId, asking });
      if (!touched.ok) return touched;
      await leaveChecks(ports, touched.value, {});
    }
    written.set(ticket.id, asking?.claims ?? []);
  }
  return { ok: true, value: written };
}

/** Why it cannot be made, in words, and what it costs. */
function examine(decision: Decision, { claims, keys, worth }: Known, decisions: readonly Decision[], today: string): { readonly problems: readonly string[]; readonly price: DecisionPrice } {
  const known = new Map([...claims, ...canonsInForce(decisions, today)].map((claim) => [claimKey(claim), claim]));
  const named = namedClaims(decision);
  const gone = named.filter((key) => !known.has(key)).length;
  const bound = bindAsked(decision, claims);
  const changed = decision.asked === undefined ? 0 : named.filter((key, at) => known.has(key) && decision.asked?.[at] !== bound.asked?.[at]).length;
  // The authority of what the user may not see is not said.
  const shown = claims.map((claim) => (claim.authority === undefined || claim.ticket.id === MODEL_TICKET || keys.has(String(claim.ticket.id)) ? claim : { ...claim, authority: 'a law or a contract' }));
  const preview = previewDecision(shown, decisions, decision, today, { worth });
  const problems = [
    ...(gone === 0 ? [] : [`${gone} of the requirements that it names ${gone === 1 ? 'is' : 'are'} not there any more: load the page again.`]),
    ...(changed === 0 ? [] : [`${changed} of the requirements that it names ${changed === 1 ? 'was' : 'were'} changed since you loaded the page: load it again to see what ${changed === 1 ? 'it asks' : 'they ask'} now.`]),
    ...preview.problems,
  ];
  return { problems, price: priceOf(preview) };
}
