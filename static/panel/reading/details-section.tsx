import type { ReactNode } from 'react';
import { credibilityWords } from '../../../src/domain/context/credibility';
import { formatLevel, formatMoney, formatNumber } from '../../../src/domain/context/format-number';
import { formatRange } from '../../../src/domain/context/format-range';
import type { ContextContent, LogEntry } from '../../../src/domain/context/product-context';
import type { ProjectSettings } from '../../../src/domain/context/settings';
import { formatDay } from '../../../src/domain/context/why-sentence';
import { teamNaming } from '../../../src/domain/context/name-teams';
import { ANSWER_WORDS, HORIZON_WORDS, KIND_WORDS, ORIGIN_WORDS, QUESTION_WORDS, RULING_WORDS, SHAPE_WORDS } from '../words';
import { claimSentence } from './claim-sentence';

export interface DetailsSectionProps {
  readonly content: ContextContent;
  readonly log: readonly LogEntry[];
  readonly settings: ProjectSettings | null;
  readonly locale: string;
}

type Line = readonly [name: string, value: ReactNode];

/** Everything else that is written down; what nobody wrote has no line. */
export function DetailsSection({ content, log, settings, locale }: DetailsSectionProps) {
  const lines = [...requesterLines(content, locale), ...thresholdLines(content, locale), ...infrastructureLines(content, settings, locale), ...outcomeLines(content, locale)]
    .filter(([, value]) => value !== undefined && value !== '' && value !== null);
  const claims = content.claims ?? [];
  if (lines.length === 0 && claims.length === 0 && log.length === 0) return null;
  return (
    <details className="gw-details" data-testid="panel.details">
      <summary className="gw-focus">Details</summary>
      <dl className="gw-list">
        {lines.map(([name, value], at) => <div key={`${name}-${at}`}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {claims.length > 0 && (
        <><h4>Requirements on shared data</h4><ul>{claims.map((claim, at) => <li key={`${claim.id}-${at}`}>{claimSentence(claim, locale, teamNaming(settings?.teams ?? []))}</li>)}</ul></>
      )}
      {log.length > 0 && (
        <><h4>Last changes</h4><ul className="gw-log">{[...log].reverse().map((entry, at) => <li key={`${entry.rev}-${entry.field}-${at}`}>{changeWords(entry, locale)}</li>)}</ul></>
      )}
    </details>
  );
}

function requesterLines({ infra, origin, sponsor, question, value, delay, touchesSharedData, askArchitect, architectLooked, initiative }: ContextContent, locale: string): Line[] {
  return [
    ['Asked of', infra?.key], ['Who asks', origin && ORIGIN_WORDS[origin]], ['Sponsor', sponsor], ['What for', question && QUESTION_WORDS[question]],
    ['Kind of value', value?.kind && KIND_WORDS[value.kind]],
    ['How good is the evidence', value?.credibility === undefined ? undefined : credibilityWords(value.credibility, locale)],
    ['If it is late', delay?.shape && SHAPE_WORDS[delay.shape]], ['Needed by', delay?.neededBy && formatDay(delay.neededBy, locale)],
    ['Season', delay?.from && `${formatDay(delay.from, locale)} to ${delay.until === undefined ? 'an open end' : formatDay(delay.until, locale)}`],
    ['Half of the value is gone after', delay?.halfLifeMonths === undefined ? undefined : formatLevel(delay.halfLifeMonths, 'months', locale)],
    ['Shared data', sharedDataWords(touchesSharedData, askArchitect, architectLooked)], ['Initiative', initiative],
  ];
}

function sharedDataWords(touches: boolean | undefined, ask: boolean | undefined, looked: boolean | undefined): string | undefined {
  if (looked === true) return 'The architect has looked';
  if (ask === true) return 'Not sure; the architect was asked';
  return touches === undefined ? undefined : touches ? 'Touches shared data' : 'Touches no shared data';
}

function thresholdLines({ thresholds = [] }: ContextContent, locale: string): Line[] {
  return thresholds.flatMap(({ scale, meter, due, limit, when, unit }): Line[] => {
    const name = thresholds.length > 1 && scale !== undefined ? `: ${scale}` : '';
    return [
      [`How we measure${name}`, meter], [`Due${name}`, due && formatDay(due, locale)],
      [`Law or contract${name}`, limit && `${formatLevel(limit.level, unit, locale)}, ${limit.authority}`],
      [`Only where${name}`, when && Object.entries(when).map(([key, values]) => `${key} is ${values.join(' or ')}`).join(' and ')],
    ];
  });
}

function infrastructureLines({ effort, boundary, theme, horizon, answer }: ContextContent, settings: ProjectSettings | null, locale: string): Line[] {
  return [
    ['Effort', effort && formatRange(effort, 'person-weeks', locale)],
    ['Whose work', boundary && [RULING_WORDS[boundary.ruling], boundary.why].filter(Boolean).join(': ')],
    ['Theme', theme && (settings?.themes.find(({ id }) => id === theme)?.name ?? theme)], ['Horizon', horizon && HORIZON_WORDS[horizon]],
    ['Our answer', answer && [ANSWER_WORDS[answer.state], answer.why].filter(Boolean).join(': ')],
  ];
}

function outcomeLines({ outcome, thresholds = [], value }: ContextContent, locale: string): Line[] {
  if (outcome === undefined) return [];
  const { worth, effort, levels = [], reviewDue } = outcome;
  const currency = value?.worth?.currency;
  return [
    ['Look back on', reviewDue && formatDay(reviewDue, locale)],
    ...levels.map(({ threshold, level, on, source }): Line => {
      const found = thresholds.find(({ id }) => id === threshold);
      const parts = [level === undefined ? undefined : formatLevel(level, found?.unit, locale), on === undefined ? undefined : formatDay(on, locale), source];
      return [`Delivered: ${found?.scale ?? threshold}`, parts.filter(Boolean).join(', ')];
    }),
    ['Worth measured', worth && [currency === undefined ? formatNumber(worth.level, locale) : formatMoney(worth.level, currency, locale), worth.source].filter(Boolean).join(', ')],
    ['Effort spent', effort && [formatLevel(effort.level, 'person-weeks', locale), effort.source].filter(Boolean).join(', ')],
  ];
}

function changeWords({ at, field, from, to }: LogEntry, locale: string): string {
  const change = from === undefined ? `set to “${to ?? ''}”` : to === undefined ? `“${from}” removed` : `“${from}” became “${to}”`;
  return `${formatDay(at.slice(0, 10), locale)}, ${field}: ${change}`;
}
