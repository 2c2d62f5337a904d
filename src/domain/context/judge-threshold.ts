/** What is said about a single threshold. */

import type { Finding, FindingCode } from './finding';
import { formatLevel, formatNumber } from './format-number';
import type { Threshold } from './product-context';

type Part = 'scale' | 'unit' | 'better' | 'goal';

const PART_WORDS: Record<Part, string> = {
  scale: 'Say what is measured, such as "time to display shipping cost"',
  unit: 'Say in which unit it is measured, such as s, % or orders a day',
  better: 'Say whether a lower or a higher level is better',
  goal: 'Give the level at which the users\' need is met, as a number',
};

/** Whether the threshold has everything that bronze wants: scale, unit, direction and goal. */
export function isThresholdStated(threshold: Threshold): boolean {
  return missingParts(threshold).length === 0;
}

/** Findings for the parts of the threshold that bronze wants. `blocks` is false when another threshold is stated already. */
export function judgeStated(threshold: Threshold, at: number, blocks: boolean): Finding[] {
  return missingParts(threshold).map((part) => ({
    code: 'THRESHOLD_UNFINISHED', criterion: 'threshold', path: `thresholds.${at}.${part}`, words: PART_WORDS[part], blocks,
  }));
}

function missingParts(threshold: Threshold): Part[] {
  const parts: Part[] = [];
  if (isBlank(threshold.scale)) parts.push('scale');
  if (isBlank(threshold.unit)) parts.push('unit');
  if (threshold.better === undefined) parts.push('better');
  if (threshold.goal === undefined) parts.push('goal');
  return parts;
}

/** Today's level is there, and the goal is strictly better. */
export function judgePast(threshold: Threshold, at: number, locale: string): Finding[] {
  const { past, goal, better } = threshold;
  const finding = aboutThreshold('past', at);
  if (past === undefined) return [finding('EMPTY', 'past', 'Give today\'s level, as a number; measure it first if nobody knows it')];
  if (goal === undefined || better === undefined) {
    return [finding('THRESHOLD_UNFINISHED', 'past', `Today's level ${shown(past, threshold, locale)} can only be compared once goal and direction stand there`)];
  }
  if (isBetter(goal, past, better)) return [];
  const how = goal === past ? 'is no better than' : 'is worse than';
  return [finding('GOAL_NOT_BETTER', 'goal',
    `Goal ${shown(goal, threshold, locale)} ${how} today's ${shown(past, threshold, locale)}: with '${better} is better' the goal must be ${sideOf(better)} the past`)];
}

/** A still acceptable level is there, and the goal is not worse. */
export function judgeTolerable(threshold: Threshold, at: number, locale: string): Finding[] {
  const { tolerable, goal, better } = threshold;
  const finding = aboutThreshold('tolerable', at);
  if (tolerable === undefined) return [finding('EMPTY', 'tolerable', 'Give the level that is still acceptable, as a number; it may equal the goal')];
  if (goal === undefined || better === undefined) {
    return [finding('THRESHOLD_UNFINISHED', 'tolerable', `The still acceptable ${shown(tolerable, threshold, locale)} can only be compared once goal and direction stand there`)];
  }
  if (!isBetter(tolerable, goal, better)) return [];
  return [finding('GOAL_NOT_TOLERABLE', 'tolerable',
    `Goal ${shown(goal, threshold, locale)} is worse than the still acceptable ${shown(tolerable, threshold, locale)}: with '${better} is better' the still acceptable level must be the goal or ${better === 'lower' ? 'above' : 'below'} it`)];
}

/** How it is measured. */
export function judgeMeter(threshold: Threshold, at: number): Finding[] {
  if (!isBlank(threshold.meter)) return [];
  return [aboutThreshold('meter', at)('EMPTY', 'meter', 'Say how and how often it is measured, such as "real-user monitoring, weekly"')];
}

/** Advice that no criterion depends on. */
export function adviseThreshold(threshold: Threshold, at: number, locale: string): Finding[] {
  const { goal, stretch, limit, better } = threshold;
  const finding = aboutThreshold('threshold', at, false);
  const advice: Finding[] = [];
  if (limit !== undefined && isBlank(limit.authority)) {
    advice.push(finding('LIMIT_WITHOUT_AUTHORITY', 'limit.authority', 'Name the law or contract that sets this limit; without one it counts as a must'));
  }
  if (goal === undefined || better === undefined) return advice;
  if (stretch !== undefined && isBetter(goal, stretch, better)) {
    advice.push(finding('STRETCH_NOT_BETTER', 'stretch',
      `Stretch ${shown(stretch, threshold, locale)} is worse than the goal ${shown(goal, threshold, locale)}: with '${better} is better' the stretch must be ${sideOf(better)} the goal`));
  }
  if (limit !== undefined && isBetter(limit.level, goal, better)) {
    advice.push(finding('GOAL_BEYOND_LIMIT', 'goal',
      `Goal ${shown(goal, threshold, locale)} breaks the limit ${shown(limit.level, threshold, locale)} of ${limit.authority || 'law or contract'}: the goal must be ${sideOf(better)} it or equal`));
  }
  return advice;
}

function aboutThreshold(criterion: Finding['criterion'], at: number, blocks = true) {
  return (code: FindingCode, part: string, words: string): Finding => ({ code, criterion, path: `thresholds.${at}.${part}`, words, blocks });
}

function isBetter(one: number, other: number, better: 'lower' | 'higher'): boolean {
  return better === 'lower' ? one < other : one > other;
}

function sideOf(better: 'lower' | 'higher'): string {
  return better === 'lower' ? 'below' : 'above';
}

function shown(level: number, { unit }: Threshold, locale: string): string {
  return isBlank(unit) ? formatNumber(level, locale) : formatLevel(level, unit, locale);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
