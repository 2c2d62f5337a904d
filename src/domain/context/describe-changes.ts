import { DEFAULT_LOCALE, formatNumber } from './format-number';
import { formatRange, formatWorth, formatChange } from './format-range';
import type { ClaimContent, Condition, ContextContent, Delay, LogEntry, NotMoney, Outcome, Threshold, ValueStatement } from './product-context';
import { nameTeams } from './name-teams';
import { isSameValue } from './same-value';

/** Longest text of one side of a log entry; the log says what changed, the record what stands. */
const SIDE_CHARACTERS = 120;

/** One field of a content in the form in which the log and the page compare it. */
interface Part {
  readonly field: string;
  readonly words: string;
  /** What is compared; `words` may round. */
  readonly value: unknown;
}

/** What changed from one content to the next, a line a field, in the order of the record. No persons are named; teams are, by `teamName` of their ids. */
export function describeChanges(
  from: ContextContent, to: ContextContent, stamp: { readonly rev: number; readonly at: string }, teamName: (id: string) => string,
): LogEntry[] {
  const before = new Map(partsOf(from, to, teamName).map((part) => [part.field, part]));
  const after = new Map(partsOf(to, from, teamName).map((part) => [part.field, part]));
  const fields = [...new Set([...after.keys(), ...before.keys()])];
  return fields.filter((field) => !isSameValue(before.get(field)?.value, after.get(field)?.value)).map((field) => ({
    rev: stamp.rev, at: stamp.at, field, ...side('from', before.get(field)), ...side('to', after.get(field)),
  }));
}

function side(name: 'from' | 'to', part: Part | undefined): { readonly from?: string; readonly to?: string } {
  if (part === undefined) return {};
  const { words } = part;
  return { [name]: words.length > SIDE_CHARACTERS ? `${words.slice(0, SIDE_CHARACTERS - 1)}…` : words };
}

function partsOf(content: ContextContent, other: ContextContent, teamName: (id: string) => string): Part[] {
  const { thresholds, value, delay, claims, outcome, infra, team, effort, boundary, answer, ...plain } = content;
  return [
    ...(infra === undefined ? [] : [part('infra', infra.id, infra.key)]),
    ...(team === undefined ? [] : [part('team', team, teamName(team))]),
    ...Object.entries(plain).map(([field, held]) => part(field, held)),
    ...(thresholds ?? []).flatMap((threshold) => thresholdParts(threshold, other.thresholds ?? [])),
    ...(value === undefined ? [] : valueParts(value)),
    ...(delay === undefined ? [] : [part('delay', delay, delayLine(delay))]),
    ...(claims ?? []).map((claim) => part(`claims.${claim.id}`, claim, claimLine(nameTeams(claim, teamName)))),
    ...(effort === undefined ? [] : [part('effort', effort, formatRange(effort, 'person-weeks'))]),
    ...(boundary === undefined ? [] : [part('boundary', boundary, reasoned(boundary.ruling, boundary.why))]),
    ...(answer === undefined ? [] : [part('answer', answer, reasoned(answer.state, answer.why))]),
    ...(outcome === undefined ? [] : outcomeParts(outcome)),
  ].filter(({ value: held }) => held !== undefined);
}

/** A threshold that stands on both sides is compared part by part; a new or removed one is one line. */
function thresholdParts(threshold: Threshold, others: readonly Threshold[]): Part[] {
  const { id, ...parts } = threshold;
  if (!others.some((other) => other.id === id)) return [part(`thresholds.${id}`, threshold, thresholdLine(threshold))];
  return Object.entries(parts).map(([name, held]) => part(`thresholds.${id}.${name}`, held, thresholdPartWords(held)));
}

function thresholdPartWords(held: Threshold[Exclude<keyof Threshold, 'id'>]): string {
  if (typeof held !== 'object') return plainWords(held);
  return 'authority' in held && typeof held['authority'] === 'string' ? `${plainWords(held['level'])} by ${held['authority']}` : conditionLine(held as Condition);
}

function valueParts(value: ValueStatement): Part[] {
  const { change, worth, notMoney, evidence, ...plain } = value;
  return [
    ...Object.entries(plain).map(([field, held]) => part(`value.${field}`, held)),
    ...(change === undefined ? [] : [part('value.change', change, formatChange(change))]),
    ...(worth === undefined ? [] : [part('value.worth', worth, formatWorth(worth))]),
    ...(notMoney === undefined ? [] : [part('value.notMoney', notMoney, notMoneyLine(notMoney))]),
    ...(evidence === undefined ? [] : [part('value.evidence', evidence, evidence.map(({ url, note }) => url ?? note ?? '').join(', '))]),
  ];
}

function outcomeParts({ reviewDue, levels, worth, effort }: Outcome): Part[] {
  return [
    part('outcome.reviewDue', reviewDue),
    ...(levels ?? []).map((level) => part(`outcome.levels.${level.threshold}`, level,
      joined([numberWords(level.level), level.on && `on ${level.on}`, level.source]))),
    part('outcome.worth', worth, joined([numberWords(worth?.level), worth?.source])),
    part('outcome.effort', effort, joined([numberWords(effort?.level), effort?.source])),
  ];
}

function part(field: string, value: unknown, words: string = plainWords(value)): Part {
  return { field, value, words };
}

function plainWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? formatNumber(value, DEFAULT_LOCALE) : String(value);
}

function numberWords(level: number | undefined): string | undefined {
  return level === undefined ? undefined : formatNumber(level, DEFAULT_LOCALE);
}

function thresholdLine({ scale, unit, better, statistic, past, tolerable, goal, stretch, limit, meter, due, when }: Threshold): string {
  const level = (name: string, held: number | undefined) => (held === undefined ? undefined : `${name} ${formatNumber(held)}`);
  return joined([
    scale, unit && `in ${unit}`, better && `${better} is better`, statistic, level('today', past), level('still acceptable', tolerable),
    level('goal', goal), level('stretch', stretch), limit && `limit ${formatNumber(limit.level)} by ${limit.authority}`, meter && `measured by ${meter}`,
    due && `due ${due}`, when && conditionLine(when),
  ]);
}

function delayLine({ shape, neededBy, from, until, halfLifeMonths }: Delay): string {
  return joined([
    shape, neededBy && `needed by ${neededBy}`, from && `from ${from}`, until && `until ${until}`,
    halfLifeMonths === undefined ? undefined : `half gone after ${formatNumber(halfLifeMonths)} months`,
  ]);
}

function claimLine({ id: _id, element, facet, level, when, why: _why, model: _model, ...asked }: ClaimContent): string {
  const rest = Object.entries(asked).map(([name, held]) => `${name} ${Array.isArray(held) ? held.join(', ') : plainWords(held)}`);
  return joined([`${element} ${facet}`, level, ...rest, when && conditionLine(when)]);
}

function notMoneyLine({ reason, authority, date, count, countOf, note }: NotMoney): string {
  return joined([reason, authority, date && `by ${date}`, count === undefined ? undefined : `${formatNumber(count)} ${countOf ?? ''}`.trim(), note]);
}

function conditionLine(when: Condition): string {
  return `when ${Object.entries(when).map(([name, values]) => `${name} is ${values.join(' or ')}`).join(' and ')}`;
}

function reasoned(said: string, why: string | undefined): string {
  return why === undefined || why === '' ? said : `${said}: ${why}`;
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter((words): words is string => typeof words === 'string' && words !== '').join(', ');
}
