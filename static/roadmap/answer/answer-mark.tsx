import { ANSWER_WORDS } from '../../../src/domain/demand/demand-words';
import type { Demand } from '../../../src/domain/demand/demand';

/** What infrastructure answered, beside the ticket; its reason is one hover or one click on the ticket away. */
export function AnswerMark({ demand: { answer, content } }: { readonly demand: Pick<Demand, 'answer' | 'content'> }) {
  if (answer === undefined) return null;
  const why = content.answer?.why;
  return <span className={answer === 'accepted' ? 'gr-mark gr-mark--calm' : 'gr-mark'} title={why === undefined ? 'Our answer' : `Our answer, because: ${why}`}>{ANSWER_WORDS[answer]}</span>;
}
