/**
 * What stands in the form: every field as text, exactly as typed, under the field's address. Lists are lists of ids, so that a
 * text keeps its place when a neighbour is removed. Addresses follow the record's field names: `thresholds.t1.goal`.
 */

import type { ContextContent, Evidence, Threshold, ValueStatement } from '../../../src/domain/context/product-context';
import { numberAsTyped } from '../../shared/read-number';
import { closedTexts } from '../claims/claim-texts';

export interface Draft {
  readonly texts: Readonly<Record<string, string>>;
  readonly thresholds: readonly string[];
  readonly evidence: readonly string[];
  /** Requirements on shared data. */
  readonly claims: readonly string[];
}

export type ValueAnswer = '' | 'money' | 'not-money' | 'unknown';
export type SharedDataAnswer = '' | 'none' | 'some' | 'ask';

/** The form of this content. `contentOf` of it, untouched, is the same content again. */
export function draftOf(content: ContextContent, locale: string): Draft {
  const thresholds = content.thresholds ?? [];
  const evidence = content.value?.evidence ?? [];
  const claims = content.claims ?? [];
  const ids = distinctIds(thresholds);
  const claimIds = distinctIds(claims);
  const texts: Record<string, string> = {
    ...plainTexts(content), ...valueTexts(content.value ?? {}, locale), ...delayTexts(content, locale), ...outcomeTexts(content, locale),
    ...infrastructureTexts(content, locale), 'shared.answer': sharedDataAnswer(content),
  };
  thresholds.forEach((threshold, at) => Object.assign(texts, thresholdTexts(`thresholds.${ids[at] ?? threshold.id}`, threshold, locale)));
  evidence.forEach((piece, at) => Object.assign(texts, evidenceTexts(`value.evidence.e${at}`, piece)));
  claims.forEach((claim, at) => Object.assign(texts, closedTexts(`claims.${claimIds[at] ?? claim.id}`, claim)));
  return { texts: withoutEmpty(texts), thresholds: ids, evidence: evidence.map((_, at) => `e${at}`), claims: claimIds };
}

/** Somebody who writes the record by hand may use an id twice. */
function distinctIds(entries: readonly { readonly id: string }[]): string[] {
  return entries.map(({ id }, at) => (entries.findIndex((other) => other.id === id) === at ? id : `${id}-${at}`));
}

function plainTexts({ infra, team, need, users, origin, sponsor, question, decides, initiative }: ContextContent): Record<string, string> {
  return {
    infra: infra?.id ?? '', 'infra.key': infra?.key ?? '', team: team ?? '', need: need ?? '', users: users ?? '', origin: origin ?? '',
    sponsor: sponsor ?? '', question: question ?? '', decides: decides ?? '', initiative: initiative ?? '',
  };
}

function thresholdTexts(at: string, threshold: Threshold, locale: string): Record<string, string> {
  const { scale, unit, better, statistic, past, tolerable, goal, stretch, limit, meter, due } = threshold;
  return {
    [`${at}.scale`]: scale ?? '', [`${at}.unit`]: unit ?? '', [`${at}.better`]: better ?? '', [`${at}.statistic`]: statistic ?? '',
    [`${at}.past`]: numberAsTyped(past, locale), [`${at}.tolerable`]: numberAsTyped(tolerable, locale),
    [`${at}.goal`]: numberAsTyped(goal, locale), [`${at}.stretch`]: numberAsTyped(stretch, locale),
    [`${at}.limit.level`]: numberAsTyped(limit?.level, locale), [`${at}.limit.authority`]: limit?.authority ?? '',
    [`${at}.meter`]: meter ?? '', [`${at}.due`]: due ?? '',
  };
}

function evidenceTexts(at: string, { url, note }: Evidence): Record<string, string> {
  return { [`${at}.url`]: url ?? '', [`${at}.note`]: note ?? '' };
}

function valueTexts(value: ValueStatement, locale: string): Record<string, string> {
  const { change, worth, notMoney } = value;
  return {
    'value.answer': valueAnswer(value), 'value.metric': value.metric ?? '', 'value.kind': value.kind ?? '', 'value.because': value.because ?? '',
    'value.credibility': value.credibility === undefined ? '' : String(value.credibility),
    'value.change.low': numberAsTyped(change?.low, locale), 'value.change.high': numberAsTyped(change?.high, locale), 'value.change.unit': change?.unit ?? '',
    'value.worth.low': numberAsTyped(worth?.low, locale), 'value.worth.high': numberAsTyped(worth?.high, locale),
    'value.worth.currency': worth?.currency ?? '', 'value.worth.per': worth?.per ?? '',
    'value.notMoney.reason': notMoney?.reason ?? '', 'value.notMoney.authority': notMoney?.authority ?? '', 'value.notMoney.date': notMoney?.date ?? '',
    'value.notMoney.count': numberAsTyped(notMoney?.count, locale), 'value.notMoney.countOf': notMoney?.countOf ?? '', 'value.notMoney.note': notMoney?.note ?? '',
  };
}

/** Empty when the record says several things at once: then all of them stay until the user chooses. */
function valueAnswer({ worth, notMoney, unknown }: ValueStatement): ValueAnswer {
  const said: ValueAnswer[] = [];
  if (worth !== undefined) said.push('money');
  if (notMoney !== undefined) said.push('not-money');
  if (unknown === true) said.push('unknown');
  return said.length === 1 ? (said[0] ?? '') : '';
}

export function sharedDataAnswer({ touchesSharedData, askArchitect }: ContextContent): SharedDataAnswer {
  if (askArchitect === true) return 'ask';
  if (touchesSharedData === undefined) return '';
  return touchesSharedData ? 'some' : 'none';
}

function delayTexts({ delay }: ContextContent, locale: string): Record<string, string> {
  return {
    'delay.shape': delay?.shape ?? '', 'delay.neededBy': delay?.neededBy ?? '', 'delay.from': delay?.from ?? '', 'delay.until': delay?.until ?? '',
    'delay.halfLifeMonths': numberAsTyped(delay?.halfLifeMonths, locale),
  };
}

function infrastructureTexts({ architectLooked, effort, boundary, theme, horizon, answer }: ContextContent, locale: string): Record<string, string> {
  return {
    architectLooked: architectLooked === undefined ? '' : String(architectLooked),
    'effort.low': numberAsTyped(effort?.low, locale), 'effort.high': numberAsTyped(effort?.high, locale),
    'boundary.ruling': boundary?.ruling ?? '', 'boundary.why': boundary?.why ?? '', theme: theme ?? '', horizon: horizon ?? '',
    'answer.state': answer?.state ?? '', 'answer.why': answer?.why ?? '',
  };
}

function outcomeTexts({ outcome }: ContextContent, locale: string): Record<string, string> {
  const texts: Record<string, string> = {
    'outcome.reviewDue': outcome?.reviewDue ?? '',
    'outcome.worth.level': numberAsTyped(outcome?.worth?.level, locale), 'outcome.worth.source': outcome?.worth?.source ?? '',
    'outcome.effort.level': numberAsTyped(outcome?.effort?.level, locale), 'outcome.effort.source': outcome?.effort?.source ?? '',
  };
  for (const { threshold, level, on, source } of outcome?.levels ?? []) {
    texts[`outcome.levels.${threshold}.level`] = numberAsTyped(level, locale);
    texts[`outcome.levels.${threshold}.on`] = on ?? '';
    texts[`outcome.levels.${threshold}.source`] = source ?? '';
  }
  return texts;
}

function withoutEmpty(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** Whether anything differs from how the form was opened. */
export function isChanged(draft: Draft, opened: Draft): boolean {
  const keys = new Set([...Object.keys(draft.texts), ...Object.keys(opened.texts)]);
  return draft.thresholds.join() !== opened.thresholds.join() || draft.evidence.join() !== opened.evidence.join() || draft.claims.join() !== opened.claims.join()
    || [...keys].some((key) => (draft.texts[key] ?? '') !== (opened.texts[key] ?? ''));
}

/** An id that no other entry of the list has: `t3` after `t1` and `t2`. */
export function nextId(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** The field's address for a path of a finding or of a schema's complaint: `thresholds.0.goal` is `thresholds.t1.goal`. */
export function addressOf(path: string, draft: Draft, levels: readonly string[] = draft.thresholds): string {
  const [head = '', second = '', third = '', ...rest] = path.split('.');
  if (head === 'thresholds' && /^\d+$/.test(second)) return [head, draft.thresholds[Number(second)] ?? second, third, ...rest].filter(Boolean).join('.');
  if (head === 'claims' && /^\d+$/.test(second)) return [head, draft.claims[Number(second)] ?? second, third, ...rest].filter(Boolean).join('.');
  if (head === 'value' && second === 'evidence' && /^\d+$/.test(third)) return [head, second, draft.evidence[Number(third)] ?? third, ...rest].join('.');
  if (head === 'outcome' && second === 'levels' && /^\d+$/.test(third)) return [head, second, levels[Number(third)] ?? third, ...rest].join('.');
  return path;
}
