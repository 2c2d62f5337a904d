/** The work of the follow-up queue: one comment on each ticket that a decision binds, and links between these tickets. */

import { decisionMark } from '../../contract/decisions';
import type { FollowUpWork } from '../../contract/queued-work';
import { speaksOf } from '../../domain/conflict/decisions/bound-claims';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { Failure, Outcome } from '../ports';
import { againAfter, laterEachTime, type Again } from './do-recheck';
import { decisionNames } from './decision-names';
import { decisionWords, type DecisionNames } from './decision-words';
import { keepFollowUp, planFollowUp, readFollowUp, type FollowUpState } from './follow-up-state';
import { askingOf } from './index-seen';
import type { AppPorts, SeenTicket } from './ports';
import { readDecisions } from './read-decisions';

/** Milliseconds without which no further ticket is begun: it goes on in another event. */
const ENOUGH = 12_000;
/** Milliseconds between two tickets: nobody waits for these comments. */
const PACE = 250;
/** A ticket that Jira fails to write so often is listed, so that its people are told otherwise. */
const MOST_TRIES = 6;
/** How far back a comment of this decision is looked for, in milliseconds. */
const LOOK_BACK = 30 * 86_400_000;

/** Goes on where it stopped; every ticket that is done is kept as done at once. */
export async function doFollowUp(ports: AppPorts, { projectId, number }: FollowUpWork): Promise<Again> {
  const decisions = await readDecisions(ports.decisions, projectId);
  if (!decisions.ok) return againAfter(decisions.failure);
  const decision = decisions.value.state === 'read' ? decisions.value.decisions.decisions.find((one) => one.number === number) : undefined;
  if (decision === undefined) return undefined;
  const known = await stateOf(ports, projectId, decision);
  if (!known.ok) return againAfter(known.failure);
  const names = await decisionNames(ports, projectId);
  if (!names.ok) return againAfter(names.failure);
  return workOn(ports, projectId, { decision, names: names.value, state: known.value });
}

/** A state of the decision before it was reversed is no state of its reversal. */
async function stateOf(ports: AppPorts, projectId: string, decision: Decision): Promise<Outcome<FollowUpState>> {
  const found = await readFollowUp(ports.kv, projectId, decision.number);
  if (!found.ok) return found;
  if (found.value !== undefined && found.value.isReversal === (decision.reversedOn !== undefined)) return { ok: true, value: found.value };
  return planFollowUp(ports.kv, projectId, decision);
}

interface Job {
  readonly decision: Decision;
  readonly names: DecisionNames;
  readonly state: FollowUpState;
}

async function workOn(ports: AppPorts, projectId: string, { decision, names, state: begun }: Job): Promise<Again> {
  let state = begun;
  let last: Failure | undefined;
  const anchor = decision.kind === 'collaborate' ? decision.joint.id : Math.min(...[...state.done, ...state.waiting, ...state.failed.map(({ ticket }) => ticket)]);
  for (const ticket of begun.waiting) {
    if (ports.remaining() < ENOUGH) {
      const left = await ports.leave.followUp({ kind: 'follow-up', projectId, number: decision.number }, 1);
      return left.ok ? undefined : againAfter(left.failure);
    }
    const done = await tell(ports, { decision, names, projectId, ticket, anchor });
    // Jira may be busy with this one ticket; with two in a row it is busy with everything.
    const isBusy = !done.ok && done.failure.kind === 'busy' && last?.kind === 'busy';
    last = done.ok ? undefined : done.failure;
    state = afterTrying(state, ticket, last);
    const kept = await keepFollowUp(ports.kv, projectId, state);
    if (!kept.ok) return againAfter(kept.failure);
    if (isBusy) return againAfter(done.failure);
    await ports.pause(PACE);
  }
  return state.waiting.length === 0 ? undefined : comeBack(state, last);
}

/** A ticket that Jira fails to write for now goes to the end of the queue: it never holds up the others. */
function afterTrying(state: FollowUpState, ticket: number, failure: Failure | undefined): FollowUpState {
  const { [String(ticket)]: before = 0, ...tries } = state.tries;
  const waiting = state.waiting.filter((id) => id !== ticket);
  if (failure === undefined) return { ...state, tries, waiting, done: [...state.done, ticket] };
  if (isPassing(failure) && before + 1 < MOST_TRIES) return { ...state, tries: { ...tries, [String(ticket)]: before + 1 }, waiting: [...waiting, ticket] };
  return { ...state, tries, waiting, failed: [...state.failed, { ticket, words: wordsFor(failure) }] };
}

/** Later each time. */
function comeBack({ tries }: FollowUpState, failure: Failure | undefined): Again {
  const { afterSeconds, because } = againAfter(failure ?? { kind: 'outage' });
  return { afterSeconds: Math.max(afterSeconds, laterEachTime(Math.max(1, ...Object.values(tries)))), because };
}

async function tell(ports: AppPorts, { decision, names, projectId, ticket, anchor }: Omit<Job, 'state'> & { readonly projectId: string; readonly ticket: number; readonly anchor: number }): Promise<Outcome<unknown>> {
  const found = await ports.tickets.fetch([String(ticket)]);
  if (!found.ok) return found;
  const [seen] = found.value.tickets;
  if (seen === undefined) return { ok: false, failure: { kind: found.value.unsure.length > 0 ? 'outage' : 'not-found' } };
  if (!isConcerned(decision, seen, projectId)) return { ok: true, value: null };
  const step = decision.reversedOn === undefined ? 'made' : 'reversed';
  const mark = decisionMark(projectId, decision, step);
  const marked = await ports.comments.listMarked(seen.id, new Date(ports.clock().getTime() - LOOK_BACK));
  if (!marked.ok) return marked;
  if (!marked.value.some(({ kind, hash }) => kind === mark.kind && hash === mark.hash)) {
    const posted = await ports.comments.post(seen.id, { mark, paragraphs: decisionWords(decision, step, names, seen) });
    if (!posted.ok) return posted;
  }
  if (decision.reversedOn !== undefined || ticket === anchor) return { ok: true, value: null };
  return ports.link(String(anchor), String(ticket));
}

/** The index does not say whose a ticket is: one that requires only what is in an element which others leave keeps its own, and hears nothing. */
function isConcerned(decision: Decision, seen: SeenTicket, projectId: string): boolean {
  if (decision.kind !== 'separate ways') return true;
  const asking = askingOf(seen, projectId);
  return asking === undefined || (asking.claims ?? []).some((claim) => speaksOf({ ...claim, team: asking.team ?? '' }, decision));
}

function isPassing({ kind }: Failure): boolean {
  return kind === 'busy' || kind === 'outage' || kind === 'no-answer' || kind === 'no-time';
}

function wordsFor(failure: Failure): string {
  const { kind } = failure;
  if (kind === 'not-found') return 'The ticket is not there any more, or Groundwork may not see it: its project may not give access to apps. Tell its people yourself.';
  if (kind === 'forbidden') return 'Groundwork may not comment on this ticket or link it: its project may not give that to apps. Tell its people yourself.';
  if (isPassing(failure)) return 'Jira failed each time Groundwork tried to comment on this ticket or to link it. Try again later, or tell its people yourself.';
  return 'Jira did not take the comment or the link: linking may be switched off, or the ticket has reached a limit. Tell its people yourself.';
}
