import { useState } from 'react';
import type { Answer, Range } from '../../../src/domain/context/product-context';
import { isSameValue } from '../../../src/domain/context/same-value';
import type { Demand } from '../../../src/domain/demand/demand';
import { showEffort } from '../../../src/domain/ranking/show-number';
import { ANSWER_CHOICES } from '../answer/answer-words';

/** What infrastructure said about a ticket when the meeting began. */
interface Said {
  readonly answer: Answer | undefined;
  readonly effort: Range | undefined;
}

/** What was said about tickets since this page was opened, as sentences: answers, their reasons, efforts. */
export function useSettled(demands: readonly Demand[], locale: string): string[] {
  const [before] = useState<ReadonlyMap<string, Said>>(() => new Map(demands.map(({ ticket, content: { answer, effort } }) => [ticket.id, { answer, effort }])));
  return demands.flatMap(({ ticket: { id, key }, content: { answer, effort } }) => {
    const said = before.get(id);
    if (said === undefined) return [];
    return [
      ...(isSameValue(said.answer, answer) ? [] : [`${key}: ${answerWords(said.answer, answer)}.`]),
      ...(isSameValue(said.effort, effort) ? [] : [`${key}: ${effort === undefined ? 'effort taken back' : `it takes ${showEffort(effort, locale)}`}.`]),
    ];
  });
}

/** The state alone where it is new: the reason stands on the ticket. */
function answerWords(before: Answer | undefined, now: Answer | undefined): string {
  if (now === undefined) return 'answer taken back';
  const state = ANSWER_CHOICES[now.state].toLowerCase();
  return before?.state === now.state ? `${state} as before, now because ${now.why ?? 'no reason is given'}` : state;
}
