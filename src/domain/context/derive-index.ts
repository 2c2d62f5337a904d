import { JUDGE_VERSION, judgeContext, type JudgedContext, type Judgement } from './judge-context';
import type { ContextIndex, Period, ValueStatement } from './product-context';
import type { ProjectSettings } from './settings';
import { scalesOf } from './threshold-scale';
import { HORIZON_MONTHS, WEEKS_A_MONTH } from '../ranking/worth-over-time';

/** Months in one of these; a month is 365.25/84 weeks (numbers.md section 2), a worth "once" is spread over the horizon of 12 months. */
const MONTHS: Record<Period, number> = { once: HORIZON_MONTHS, week: 1 / WEEKS_A_MONTH, month: 1, quarter: 3, year: 12 };

/**
 * What expressions, display conditions and JQL read of a record: the only function that makes an index. `conflicts` is met here
 * only when nothing can hold the ticket; otherwise it is judged when reading, from `product-context.conflicts`.
 * `settings` null: they cannot be read, and nothing that needs them is met. `judged`: what `judgeContext` said of this record
 * without knowing its conflicts, where somebody has it already.
 */
export function deriveIndex(
  record: JudgedContext, settings: ProjectSettings | null, issueId: number | string, judged: Judgement = judgeContext(record, settings),
): ContextIndex {
  const scales = scalesOf(record);
  const { met, missing, notApplicable, grade, hash } = judged;
  return {
    issue: Number(issueId),
    by: { judge: JUDGE_VERSION, settings: settings?.rev ?? 0 },
    met, missing, notApplicable, grade,
    hash,
    elements: [...new Set((record.claims ?? []).map(({ element }) => element))].sort(),
    ...(scales.length === 0 ? {} : { scales }),
    ...monthlyWorth(record.value, settings),
    ...text('team', record.team), ...text('origin', record.origin), ...text('theme', record.theme),
    ...text('initiative', record.initiative), ...text('infra', record.infra?.id), ...text('reviewDue', record.outcome?.reviewDue),
  };
}

/**
 * The worth a month in the settings' currency, so that tickets can be compared in JQL. Absent when unknown: no whole range, no
 * period, or another currency without a rate.
 */
export function monthlyWorth(value: ValueStatement | undefined, settings: ProjectSettings | null): { worthLow?: number; worthHigh?: number } {
  const { low, high, currency, per } = value?.worth ?? {};
  if (value?.unknown === true || low === undefined || high === undefined || per === undefined || settings === null) return {};
  const rate = currency === settings.currency ? 1 : settings.rates?.[currency ?? ''];
  if (rate === undefined) return {};
  return { worthLow: cents(low * rate / MONTHS[per]), worthHigh: cents(high * rate / MONTHS[per]) };
}

/** Fractions of a cent would only be noise of the division. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function text<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [key in K]?: string };
}
