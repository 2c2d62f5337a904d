/** What a save tells the ticket: changed agreements, infrastructure's answer and results, in one comment by the person who saved. */

import { contentHash } from '../domain/context/content-hash';
import { stableHash } from '../domain/conflict/stable-hash';
import type { Answer, AnswerState, Outcome, ProductContext } from '../domain/context/product-context';
import { isSameValue } from '../domain/context/same-value';
import { outcomeSentences } from '../domain/outcome/describe-outcome';
import type { CommentMark } from '../contract/jira-replies';
import { FIELD_WORDS, listFields } from './field-words';
import type { KnownContext } from './known-context';
import type { Ports } from './ports';

/** One thing to tell. */
interface Telling {
  readonly mark: CommentMark;
  readonly paragraphs: readonly string[];
  /** What nobody is told when it cannot be posted: "The comment that tells … could not be posted". */
  readonly tells: string;
}

const COVERED = ['need', 'users', 'thresholds', 'value', 'delay', 'claims'] as const;

/** One comment, whatever it is about; returns words when it could not be posted. */
export async function tellOfSave(ports: Pick<Ports, 'comments'>, issueId: string, before: KnownContext, saved: ProductContext): Promise<string | undefined> {
  const tellings = [changeOf(before, saved), answerOf(before, saved), resultOf(before, saved)].filter((telling) => telling !== undefined);
  const [first] = tellings;
  if (first === undefined) return undefined;
  const posted = await ports.comments.post(issueId, { mark: first.mark, paragraphs: tellings.flatMap(({ paragraphs }) => paragraphs) });
  return posted.ok ? undefined : `Saved. The comment that tells ${tellings.map(({ tells }) => tells).join(', and ')} could not be posted: write one yourself.`;
}

function changeOf(before: KnownContext, saved: ProductContext): Telling | undefined {
  const hash = contentHash(saved);
  if (saved.accepted === undefined || contentHash(before.content) === hash) return undefined;
  const changed = COVERED.filter((field) => !isSameValue(before.content[field], saved[field]));
  const paragraphs = hash === saved.accepted.hash
    ? ["This ticket's product context is again as it was agreed. The agreement holds."]
    : [`Changed after infrastructure had agreed to it as written: ${listFields(changed)}.`, 'The agreement no longer covers this ticket until infrastructure agrees again.'];
  return { mark: { kind: 'changed', hash }, paragraphs, tells: `infrastructure that ${changed.map((field) => FIELD_WORDS[field]).join(', ')} changed` };
}

const ANSWER_WORDS: Readonly<Record<AnswerState, string>> = { accepted: 'accepted', declined: 'declined', countered: 'countered, with something else' };

/** The asking team learns the answer on its ticket, where it looks. */
function answerOf({ content: { answer: old, infra } }: KnownContext, saved: ProductContext): Telling | undefined {
  const { answer, infra: asks, rev } = saved;
  if (isSameValue(old, answer)) return undefined;
  const hasMoved = infra !== undefined && infra.id !== asks?.id;
  return {
    mark: { kind: 'answer', hash: stableHash(JSON.stringify({ rev, answer })) }, tells: 'the asking team of the answer',
    paragraphs: answer === undefined ? [takenBack(old, hasMoved)] : given(answer, hasMoved ? undefined : old),
  };
}

function given({ state, why }: Answer, old: Answer | undefined): string[] {
  const was = old === undefined || old.state === state ? '' : ` It was ${ANSWER_WORDS[old.state]} before.`;
  return [`Infrastructure’s answer: ${ANSWER_WORDS[state]}.${was}`, ...(why === undefined ? [] : [`Reason: ${why}`])];
}

function takenBack(old: Answer | undefined, hasMoved: boolean): string {
  const was = old === undefined ? '' : ` (${ANSWER_WORDS[old.state]})`;
  return hasMoved
    ? `The answer${was} no longer counts: this ticket asks another infrastructure project now, which has not answered yet.`
    : `Infrastructure took its answer back${was}. This ticket waits for a new one.`;
}

/** Who built it is told what became of it; a date to look back on is no result. */
function resultOf({ content }: KnownContext, saved: ProductContext): Telling | undefined {
  const { rev, outcome } = saved;
  if (isSameValue(measured(content.outcome), measured(outcome))) return undefined;
  const sentences = outcomeSentences(saved);
  return {
    mark: { kind: 'result', hash: stableHash(JSON.stringify({ rev, outcome })) }, tells: 'those who built it of the result',
    paragraphs: sentences.length === 0 ? ['The result that stood on this ticket was taken back.'] : ['What came of it, for those who built it:', ...sentences],
  };
}

function measured({ levels = [], worth, effort }: Outcome = {}): unknown {
  return [levels.filter(({ level }) => level !== undefined), worth, effort];
}
