/** What changed since the last meeting, as sentences. Rule: PL24. */

import { formatCount } from '../context/format-number';
import { GRADES, type AnswerState, type Grade } from '../context/product-context';
import { nameSome } from '../context/join-words';
import { showCount } from '../ranking/show-number';
import type { Changes, Moved } from './snapshot';

/** More tickets than this are counted, not named. */
const NAMED = 6;
const ANSWER_WORDS: Readonly<Record<AnswerState, string>> = { accepted: 'accepted', declined: 'declined', countered: 'countered' };
const GRADE_WORDS: Readonly<Record<Grade, string>> = { none: 'not understood', bronze: 'bronze', silver: 'silver', gold: 'gold' };

/** Empty when nothing changed. */
export function changeSentences({ before, now, tickets }: Changes, locale: string): string[] {
  const totals = [
    ...total('open', before.open, now.open, locale), ...total('understood', before.understood, now.understood, locale),
    ...total('answered', before.answered, now.answered, locale), ...total('with an effort', before.withEffort, now.withEffort, locale),
  ];
  if (tickets === undefined) return totals.length === 0 ? [] : [`In all: ${totals.join('; ')}.`];
  const { added, gone, grades, answers, started } = tickets;
  const isUp = ({ from, to }: Moved<Grade>): boolean => GRADES.indexOf(to) > GRADES.indexOf(from);
  const keys = (list: readonly { readonly ticket: { readonly key: string } }[]): string => nameSome(list.map(({ ticket }) => ticket.key), NAMED, locale);
  return [
    ...(added.length === 0 ? [] : [`New: ${keys(added)}.`]),
    ...(gone.length === 0 ? [] : [`${showCount(gone.length, 'ticket', locale)} ${gone.length === 1 ? 'is' : 'are'} not open any more, or not for you to see.`]),
    ...gradeSentence('Better understood', grades.filter(isUp), locale),
    ...gradeSentence('Less well understood', grades.filter((move) => !isUp(move)), locale),
    ...(answers.length === 0 ? [] : [`Answered: ${nameSome(answers.map(({ key, to }) => `${key} (${to === undefined ? 'answer taken back' : ANSWER_WORDS[to]})`), NAMED, locale)}.`]),
    ...(started.length === 0 ? [] : [`Started: ${keys(started)}.`]),
    ...(totals.length === 0 ? [] : [`In all: ${totals.join('; ')}.`]),
  ];
}

function gradeSentence(title: string, moves: readonly Moved<Grade>[], locale: string): string[] {
  return moves.length === 0 ? [] : [`${title}: ${nameSome(moves.map(({ key, from, to }) => `${key} (${GRADE_WORDS[from]} to ${GRADE_WORDS[to]})`), NAMED, locale)}.`];
}

function total(what: string, before: number, now: number, locale: string): string[] {
  return before === now ? [] : [`${formatCount(before, locale)} to ${formatCount(now, locale)} ${what}`];
}
