/** A ticket as the ranking sees it, and how one is made from a context. Rules: RK15, RK16, RK92, RK100, RK109. */

import type { ContextContent, DelayShape } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import {
  effortEstimate, scaled, UNTRAINED, worthEstimate, type Calibration, type LogNormal, type Normal, type UnknownReason,
} from './estimate';
import { HORIZON_MONTHS, monthsBetween, timesEarned, type WorthOverTime } from './worth-over-time';

/** Why a ticket has no place in the order: it is neither zero nor hidden. */
export type NotComparableReason = 'no-worth' | 'not-known-yet' | 'not-money' | 'no-currency' | 'no-rate' | 'no-effort' | UnknownReason;

/** What the effort of an initiative is made of. */
export interface EffortParts {
  /** Ticket by ticket, those that infrastructure estimated. */
  readonly known: readonly { readonly id: string; readonly effort: LogNormal }[];
  /** Tickets without an effort. */
  readonly unknown: number;
  /** Spread of the logarithm as far as it is shared with all other efforts. */
  readonly sharedSpread: number;
}

interface CandidateBase {
  readonly id: string;
  readonly key: string;
  readonly team: string;
  /** Of an initiative; its `effort` is then a log-normal that stands for their sum. */
  readonly parts?: EffortParts;
}

/** Worth and effort are known: it has a place. */
export interface Comparable extends CandidateBase {
  readonly kind: 'comparable';
  /** V: worth a month if delivered at once, averaged over the horizon; settings' currency. */
  readonly worth: LogNormal | Normal;
  /** The amount as stated, one per `time.per`; worth at t is this times `timesEarned(time, t)`. */
  readonly amount: LogNormal | Normal;
  readonly time: WorthOverTime;
  /** Person-weeks of the infrastructure team. */
  readonly effort: LogNormal;
  /** Latest start, in months from the plan's date, once capacity is known; absent without a date. */
  readonly neededBy?: number;
}

export interface NotComparable extends CandidateBase {
  readonly kind: 'not-comparable';
  readonly why: NotComparableReason;
  /** Person-weeks, as far as they are known: of an initiative, of those parts that have an effort. */
  readonly effort?: LogNormal;
  readonly neededBy?: number;
}

export type Candidate = Comparable | NotComparable;

/** How many tickets it stands for whose effort counts, and how many of them have none. */
export function countTickets({ effort, parts }: Candidate): { readonly tickets: number; readonly withoutEffort: number } {
  if (parts === undefined) return { tickets: 1, withoutEffort: effort === undefined ? 1 : 0 };
  return { tickets: parts.known.length + parts.unknown, withoutEffort: parts.unknown };
}

/** What the ranking must know besides the tickets. */
export interface RankingBasis {
  /** ISO date that time is counted from: the plan's own, never the clock. */
  readonly planDate: string;
  /** Per consuming team, of worth ranges. */
  readonly worthCalibration?: Readonly<Record<string, Calibration>>;
  /** Of the infrastructure team's effort ranges. */
  readonly effortCalibration?: Calibration;
}

export interface TicketToRank {
  readonly id: string;
  readonly key: string;
  readonly context: ContextContent;
}

/** Reads it for its worth alone: an effort of one stands in, because without any the worth would not be looked at. */
export function worthAlone({ id, key, context }: TicketToRank, settings: Pick<ProjectSettings, 'currency' | 'rates'>, basis: RankingBasis): Candidate {
  return toCandidate({ id, key, context: { ...context, effort: { low: 1, high: 1 } } }, settings, basis);
}

/** Reads a ticket's context as a candidate; what cannot be compared says why. */
export function toCandidate(ticket: TicketToRank, settings: Pick<ProjectSettings, 'currency' | 'rates'>, basis: RankingBasis): Candidate {
  const { context } = ticket;
  const team = context.team ?? '';
  const effort = effortEstimate(context.effort, basis.effortCalibration ?? UNTRAINED);
  const time = timeOf(context, basis.planDate);
  const base = { id: ticket.id, key: ticket.key, team, ...(time.neededBy === undefined ? {} : { neededBy: time.neededBy }) };
  const amount = amountOf(context, settings, calibrationOf(team, basis));
  if (typeof amount === 'string') {
    return { kind: 'not-comparable', ...base, why: amount, ...(effort.kind === 'unknown' ? {} : { effort }) };
  }
  if (effort.kind === 'unknown') {
    return { kind: 'not-comparable', ...base, why: effort.why === 'no-range' ? 'no-effort' : effort.why };
  }
  const earnedAtOnce = timesEarned(time, 0) / HORIZON_MONTHS;
  return { kind: 'comparable', ...base, worth: scaled(amount, earnedAtOnce), amount, time, effort };
}

/** A team can be called like a property that every object has. Tickets of no known team have no hit rate in common. */
function calibrationOf(team: string, { worthCalibration = {} }: RankingBasis): Calibration {
  return team !== '' && Object.hasOwn(worthCalibration, team) ? worthCalibration[team] ?? UNTRAINED : UNTRAINED;
}

function amountOf(
  { value }: ContextContent, { currency, rates }: Pick<ProjectSettings, 'currency' | 'rates'>, calibration: Calibration,
): LogNormal | Normal | NotComparableReason {
  if (value?.unknown === true) return 'not-known-yet';
  if (value?.notMoney !== undefined) return 'not-money';
  const worth = value?.worth;
  if (worth?.low === undefined || worth.high === undefined || worth.per === undefined) return 'no-worth';
  if (worth.currency === undefined) return 'no-currency';
  const rate = worth.currency === currency ? 1 : rates !== undefined && Object.hasOwn(rates, worth.currency) ? rates[worth.currency] : undefined;
  if (rate === undefined) return 'no-rate';
  const estimate = worthEstimate({ low: worth.low, high: worth.high }, calibration);
  return estimate.kind === 'unknown' ? estimate.why : scaled(estimate, rate);
}

function timeOf({ value, delay }: ContextContent, planDate: string): WorthOverTime {
  const shape: DelayShape = delay?.shape ?? 'steady';
  const months = (date: string | undefined) => (date === undefined ? undefined : monthsBetween(planDate, date));
  const neededBy = months(delay?.neededBy);
  const from = months(delay?.from);
  const until = months(delay?.until);
  return {
    per: value?.worth?.per ?? 'month', shape,
    ...(neededBy === undefined ? {} : { neededBy }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(delay?.halfLifeMonths === undefined ? {} : { halfLifeMonths: delay.halfLifeMonths }),
  };
}
