/** What was reached, in sentences: for the comment that tells those who built it. Rule: PL90. */

import { formatLevel, formatMoney } from '../context/format-number';
import { formatRange, formatWorth } from '../context/format-range';
import type { ContextContent, Range, Worth } from '../context/product-context';
import { overallVerdict, verdictOn, type Verdict } from './verdict';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  missed: 'missed', tolerable: 'still acceptable', goal: 'goal reached', stretch: 'stretch reached',
};

/** Every level with its goal and verdict, then worth and effort against what was stated, then the verdict on the whole; empty where nothing was measured. */
export function outcomeSentences(content: ContextContent): string[] {
  const { outcome, value, effort } = content;
  if (outcome === undefined) return [];
  const overall = overallVerdict(content);
  return [
    ...levelSentences(content),
    ...(outcome.worth === undefined ? [] : [`Worth that was measured: ${worthWords(outcome.worth.level, value?.worth)}${sourced(outcome.worth.source)}.`]),
    ...(outcome.effort === undefined ? [] : [`Effort that it took: ${formatLevel(outcome.effort.level, 'person-weeks')}${stated(effort, 'estimated')}${sourced(outcome.effort.source)}.`]),
    ...(overall === undefined ? [] : [`All in all: ${VERDICT_WORDS[overall]}.`]),
  ];
}

/** Of thresholds that stand on the ticket: a level of a threshold that is gone has nothing to be held against. */
function levelSentences({ thresholds = [], outcome }: ContextContent): string[] {
  return thresholds.flatMap((threshold) => {
    const delivered = outcome?.levels?.find((one) => one.threshold === threshold.id);
    if (delivered?.level === undefined) return [];
    const verdict = verdictOn(threshold, delivered.level);
    const goal = threshold.goal === undefined ? '' : `, goal ${formatLevel(threshold.goal, threshold.unit)}`;
    return [`${threshold.scale ?? 'A threshold'}: ${formatLevel(delivered.level, threshold.unit)}${goal}${verdict === undefined ? '' : `, ${VERDICT_WORDS[verdict]}`}${sourced(delivered.source)}.`];
  });
}

function worthWords(level: number, worth: Worth | undefined): string {
  const amount = worth?.currency === undefined ? formatLevel(level, undefined) : formatMoney(level, worth.currency);
  const range = worth === undefined ? '' : formatWorth(worth);
  return range === '' ? amount : `${amount}, stated ${range}`;
}

function stated(range: Range | undefined, how: string): string {
  return range === undefined ? '' : `, ${how} ${formatRange(range)}`;
}

function sourced(source: string | undefined): string {
  const words = source?.trim() ?? '';
  return words === '' ? '' : ` (${words})`;
}
