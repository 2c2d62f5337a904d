/** What is said about the value statement, its period and its evidence. */

import type { Finding, FindingCode } from './finding';
import { formatNumber } from './format-number';
import type { ContextContent, NotMoney, ValueStatement, Worth } from './product-context';
import { isAnswered } from './says-something';

/** Ends of a range further apart than this are pointed out. numbers.md section 1. */
const WIDE_RANGE = 10;

/** A metric and a worth range with currency; or not money with a reason that can be checked; or an honest "I do not know yet". */
export function judgeValue(content: ContextContent, locale: string): Finding[] {
  const value = content.value ?? {};
  if (content.origin === 'compliance') return judgeCompliance(content);
  const advice = adviseWorth(value.worth, locale);
  if (value.unknown === true) return [...contradictions(value, 'unknown'), ...advice];
  if (value.notMoney !== undefined) return [...judgeNotMoney(value.notMoney), ...contradictions(value, 'notMoney'), ...advice];
  return [...judgeMoney(value), ...advice];
}

function judgeMoney({ metric, worth = {} }: ValueStatement): Finding[] {
  const findings: Finding[] = [];
  if (!isAnswered(metric)) findings.push(blocking('EMPTY', 'value.metric', 'Say what changes for the business, such as "checkout conversion"'));
  if (worth.low === undefined) {
    findings.push(blocking('EMPTY', 'value.worth.low', 'Give the amount below which you would be surprised, or choose "not money" or "I do not know yet"'));
  }
  if (worth.high === undefined) {
    findings.push(blocking('EMPTY', 'value.worth.high', 'Give the amount above which you would be surprised, or choose "not money" or "I do not know yet"'));
  }
  if (worth.currency === undefined) findings.push(blocking('EMPTY', 'value.worth.currency', 'Choose the currency'));
  if (worth.low !== undefined && worth.high !== undefined && worth.low >= worth.high) {
    findings.push(blocking('RANGE_REVERSED', 'value.worth.high', rangeWords(worth.low, worth.high)));
  }
  return findings;
}

function rangeWords(low: number, high: number): string {
  if (low === high) return 'The lowest and the highest worth are the same: nobody knows it that well, so give the range you are 90 % sure of';
  return 'The lowest worth is above the highest: swap them';
}

function judgeNotMoney(notMoney: NotMoney): Finding[] {
  if (notMoney.date !== undefined) return [];
  if (notMoney.count !== undefined && isAnswered(notMoney.countOf)) return [];
  if (notMoney.count !== undefined) return [blocking('NOT_MONEY_UNPROVEN', 'value.notMoney.countOf', 'Say what is counted, such as "complaints a month"')];
  return [blocking('NOT_MONEY_UNPROVEN', 'value.notMoney.date', 'Give a date or a count that can be checked, such as the day the law takes effect')];
}

function judgeCompliance({ value = {}, delay }: ContextContent): Finding[] {
  const findings: Finding[] = [];
  if (!isAnswered(value.notMoney?.authority)) {
    findings.push(blocking('COMPLIANCE_WITHOUT_LAW', 'value.notMoney.authority', 'Name the law, contract or audit that demands this, such as "GDPR, article 17"'));
  }
  if ((value.notMoney?.date ?? delay?.neededBy) === undefined) {
    findings.push(blocking('COMPLIANCE_WITHOUT_LAW', 'value.notMoney.date', 'Give the date by which it must be done'));
  }
  return findings;
}

function contradictions({ worth, notMoney }: ValueStatement, chosen: 'unknown' | 'notMoney'): Finding[] {
  const findings: Finding[] = [];
  const says = chosen === 'unknown' ? 'I do not know yet' : 'not money';
  if (worth?.low !== undefined || worth?.high !== undefined) {
    findings.push(advice('CONTRADICTS', 'value.worth', `You say "${says}" and give an amount: keep one of the two`));
  }
  if (chosen === 'unknown' && notMoney !== undefined) {
    findings.push(advice('CONTRADICTS', 'value.notMoney', 'You say "I do not know yet" and "not money": keep one of the two'));
  }
  return findings;
}

function adviseWorth(worth: Worth | undefined, locale: string): Finding[] {
  if (worth?.low === undefined || worth.high === undefined || worth.low >= worth.high) return [];
  if (worth.low === 0) return [advice('RANGE_FROM_ZERO', 'value.worth.low', 'What is the least it brings if it works? Until you say so, the worth counts as unknown')];
  const factor = worth.high / worth.low;
  if (worth.low < 0 || factor <= WIDE_RANGE) return [];
  return [advice('RANGE_VERY_WIDE', 'value.worth.high', `The highest worth is ${formatNumber(Math.round(factor), locale)} times the lowest: say what you would have to measure to know it better`)];
}

/** Whether the question for a period makes sense: only money has one. */
export function hasPeriod(content: ContextContent): boolean {
  const { value } = content;
  if (value?.worth?.low !== undefined || value?.worth?.high !== undefined) return value.unknown !== true && value.notMoney === undefined;
  return value?.unknown !== true && value?.notMoney === undefined && content.origin !== 'compliance';
}

/** The worth is per something, or once. */
export function judgePeriod({ value }: ContextContent): Finding[] {
  if (value?.worth?.per !== undefined) return [];
  return [{ code: 'EMPTY', criterion: 'period', path: 'value.worth.per', words: 'Say whether the worth is per week, month, quarter or year, or once', blocks: true }];
}

/** One link or note, and how good it is. */
export function judgeEvidence({ value }: ContextContent): Finding[] {
  const findings: Finding[] = [];
  const given = (value?.evidence ?? []).some(({ url, note }) => isAnswered(url) || isAnswered(note));
  if (!given) {
    findings.push({ code: 'EMPTY', criterion: 'evidence', path: 'value.evidence', words: 'Add a link or a note that shows why you believe the value', blocks: true });
  }
  if (value?.credibility === undefined) {
    findings.push({ code: 'EMPTY', criterion: 'evidence', path: 'value.credibility', words: 'Say how good the evidence is, from a guess to measured here', blocks: true });
  }
  return findings;
}

function blocking(code: FindingCode, path: string, words: string): Finding {
  return { code, criterion: 'value', path, words, blocks: true };
}

function advice(code: FindingCode, path: string, words: string): Finding {
  return { code, criterion: 'value', path, words, blocks: false };
}
