import { formatChange, formatWorth } from './format-range';
import { DEFAULT_LOCALE, formatLevel } from './format-number';
import type { ContextContent, NotMoney, NotMoneyReason, Threshold, ValueStatement } from './product-context';
import { isAnswered } from './says-something';

/** More thresholds than this are counted, not told: it must stay one sentence. */
const TOLD_THRESHOLDS = 2;

const REASON_WORDS: Readonly<Record<NotMoneyReason, string>> = {
  law: 'the law wants it', safety: 'it is about safety', contract: 'a contract wants it', promise: 'it keeps a promise',
  other: 'it matters for another reason than money',
};

/**
 * Why this ticket exists, for the engineer who builds it: "Mobile buyers at checkout: time to display shipping cost from 3.5 s to
 * 3.2 s (p95); checkout conversion +3 to 5 %, worth $6M to $10M a month, because of an A/B test". What is not known is left out,
 * never made up; an empty context gives an empty text. No full stop at its end.
 */
export function whySentence(content: ContextContent, locale: string = DEFAULT_LOCALE): string {
  const told = [goalWords(content, locale), valueWords(content.value ?? {}, locale), decisionWords(content)].filter((part) => part !== '');
  const users = isAnswered(content.users) ? trimmed(content.users) : '';
  if (told.length === 0) return users;
  return users === '' ? upperFirst(told.join('; ')) : `${users}: ${told.join('; ')}`;
}

function goalWords({ thresholds = [], need }: ContextContent, locale: string): string {
  const all = thresholds.map((threshold) => thresholdWords(threshold, locale)).filter((words) => words !== '');
  if (all.length === 0) return isAnswered(need) ? trimmed(need) : '';
  const more = all.length - TOLD_THRESHOLDS;
  const told = all.slice(0, TOLD_THRESHOLDS).join(' and ');
  return more > 0 ? `${told} and ${more} more ${more === 1 ? 'threshold' : 'thresholds'}` : told;
}

/** `time to display shipping cost from 3.5 s to 3.2 s (p95)`; empty without a scale or without any level. */
export function thresholdWords(threshold: Threshold, locale: string = DEFAULT_LOCALE): string {
  const { scale, past, goal, unit, statistic } = threshold;
  if (!isAnswered(scale) || (past === undefined && goal === undefined)) return '';
  const from = past === undefined ? '' : goal === undefined ? ` today ${formatLevel(past, unit, locale)}` : ` from ${formatLevel(past, unit, locale)}`;
  const to = goal === undefined ? '' : ` to ${formatLevel(goal, unit, locale)}`;
  return `${trimmed(scale)}${from}${to}${isAnswered(statistic) ? ` (${trimmed(statistic)})` : ''}`;
}

function valueWords(value: ValueStatement, locale: string): string {
  const change = value.change === undefined ? '' : formatChange(value.change, locale);
  const metric = isAnswered(value.metric) ? trimmed(value.metric) : '';
  const effect = metric === '' ? '' : [metric, change].filter((part) => part !== '').join(' ');
  const parts = [effect, priceWords(value, locale), becauseWords(value.because)].filter((part) => part !== '');
  return parts.join(', ');
}

function priceWords({ worth, notMoney, unknown }: ValueStatement, locale: string): string {
  if (unknown === true) return 'worth not known yet';
  if (notMoney !== undefined) return notMoneyWords(notMoney, locale);
  const amount = worth === undefined ? '' : formatWorth(worth, locale);
  return amount === '' ? '' : `worth ${amount}`;
}

function notMoneyWords({ reason, authority, date, count, countOf }: NotMoney, locale: string): string {
  const who = isAnswered(authority) ? ` (${trimmed(authority)})` : '';
  const when = date === undefined ? '' : ` by ${formatDay(date, locale)}`;
  const counted = count === undefined || !isAnswered(countOf) ? '' : `, ${formatLevel(count, countOf, locale)}`;
  return `${REASON_WORDS[reason]}${who}${when}${counted}`;
}

function becauseWords(because: string | undefined): string {
  if (!isAnswered(because)) return '';
  const words = lowerFirst(trimmed(because));
  return /^(?:because|since|due to|as)\b/i.test(words) ? words : `because of ${words}`;
}

function decisionWords({ question, decides }: ContextContent): string {
  return question === 'estimate' && isAnswered(decides) ? `an estimate will decide: ${trimmed(decides)}` : '';
}

/** `Dec 1, 2026` in the reader's locale. An ISO date has no time zone, so none is applied. */
export function formatDay(isoDate: string, locale: string = DEFAULT_LOCALE): string {
  const day = new Date(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return isoDate;
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE;
  return new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

function trimmed(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/[.;,:\s]+$/, '');
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "An A/B test" continues a sentence as "an A/B test"; "GDPR" stays. */
function lowerFirst(text: string): string {
  return /^(?:An?|The|Our|Their|His|Her|Its|My|Some|This|That|These|Those|Because|Since|Due|As|Two|Three|Many|Several|Last) /.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
