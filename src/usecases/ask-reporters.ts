import type { AskResult, CallPayload, CallReplies, Problem, Reply } from '../contract/calls';
import { describeEarlyFailure, describeFailure, type Deed } from './describe-failure';
import type { MarkedComment, Outcome, Ports } from './ports';
import { workThrough } from './work-through';

/** A ticket is not asked again within this many days. */
export const QUIET_DAYS = 14;
const AT_ONCE = 4;
const DAY = 86_400_000;

const DEED: Deed = {
  doing: 'post the question', kept: 'Nobody was asked.',
  forbidden: 'You may not comment on this ticket. Ask a project administrator for the permission "Add comments".', gone: 'This ticket is not there any more, or you may no longer see it.',
};

/** Asks each ticket's reporter in a comment by the user; a ticket that was asked within 14 days is left in peace. */
export async function askReporters(ports: Ports, { questions }: CallPayload<'askReporters'>): Promise<Reply<CallReplies['askReporters']>> {
  const results = await workThrough(questions, AT_ONCE, ({ issueId, text }) => askOne(ports, issueId, text));
  return { ok: true, value: { results } };
}

async function askOne(ports: Ports, issueId: string, text: string): Promise<AskResult> {
  const now = ports.clock();
  const since = new Date(now.getTime() - QUIET_DAYS * DAY);
  const day = now.toISOString().slice(0, 10);
  const failed = (problem: Problem): AskResult => ({ issueId, outcome: 'failed', problem });

  const key = `ask:${issueId}:${day}`;
  const claim = await ports.claims.claim(key, ports.tokens(), now);
  if (!claim.ok) return failed(describeEarlyFailure(claim.failure, DEED));
  if (claim.value.state === 'held') return { issueId, outcome: 'asked-recently', on: day };

  const questions = await findQuestions(ports, issueId);
  if (!questions.ok) return giveBack(failed(describeEarlyFailure(questions.failure, DEED)));
  const recent = questions.value.find(({ created }) => created >= since);
  if (recent !== undefined) return giveBack({ issueId, outcome: 'asked-recently', on: recent.created.toISOString().slice(0, 10) });
  const to = await ports.findReporter(issueId);
  if (!to.ok) return giveBack(failed(describeEarlyFailure(to.failure, DEED)));
  const posted = await ports.comments.post(issueId, {
    mark: { kind: 'question', hash: day }, paragraphs: text.split(/\n+/).filter((line) => line.trim() !== ''),
    ...(to.value === undefined ? {} : { to: to.value }),
  });
  if (!posted.ok) {
    const problem = describeFailure(posted.failure, DEED);
    return posted.failure.kind === 'no-answer' ? failed(problem) : giveBack(failed(problem));
  }
  // For the cost of clarification. If it cannot be written the question stands all the same, and the next one counts them all anew.
  await ports.asked.write(issueId, { v: 1, issue: Number(issueId), rounds: questions.value.length + 1, last: now.toISOString() });
  return { issueId, outcome: 'asked' };

  async function giveBack(result: AskResult): Promise<AskResult> {
    await ports.claims.release(key);
    return result;
  }
}

/** Every question so far, newest first: one page of comments on most tickets. */
async function findQuestions(ports: Ports, issueId: string): Promise<Outcome<readonly MarkedComment[]>> {
  const comments = await ports.comments.listMarked(issueId, new Date(0));
  return comments.ok ? { ok: true, value: comments.value.filter(({ kind }) => kind === 'question') } : comments;
}
