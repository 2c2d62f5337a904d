/** What a planning meeting should talk about, in the order in which it hurts, each item as data and one sentence. Rules: PL25 to PL28, PL51, CF74. */

import { formatCount } from '../context/format-number';
import type { Severity } from '../conflict/conflict';
import type { DecisionDue } from '../conflict/decisions/decisions-due';
import type { ProjectSettings } from '../context/settings';
import type { Demand } from '../demand/demand';
import { joinWords } from '../context/join-words';
import type { RankingBasis } from '../ranking/candidate';
import { mustOf } from '../ranking/must';
import { isByHand, overByThen } from '../ranking/plan';
import type { Ranking } from '../ranking/rank-demand';
import { askFirst, NOT_COMPARABLE_SENTENCES } from '../ranking/ranking-words';
import { showCount, showEffort, showMonth } from '../ranking/show-number';
import { monthsBetween, WEEKS_A_MONTH } from '../ranking/worth-over-time';
import { inInitiatives, initiativeParts } from './initiative-parts';
import { gatherInitiatives, type Initiative } from './initiatives';
import type { InterruptUse } from './interrupts';

export const AGENDA_KINDS = ['must', 'conflict', 'decision', 'cut-line', 'over', 'initiative', 'interrupts', 'question'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export interface AgendaItem {
  /** The same as long as it is about the same: what is put off is known by it. */
  readonly id: string;
  readonly kind: AgendaKind;
  /** What to say about it in the meeting. */
  readonly words: string;
  /** Tickets it is about, of those that this person may see; the first is where it can be settled. */
  readonly tickets: readonly Demand[];
  /** For a conflict: its code and the element it is at. */
  readonly conflict?: { readonly code: string; readonly at: string };
  /** Number of the decision it is about. */
  readonly decision?: number;
}

export interface AgendaBasis {
  readonly demands: readonly Demand[];
  readonly ranking: Ranking;
  readonly settings: ProjectSettings;
  /** Absent without a capacity. */
  readonly interrupts?: InterruptUse;
  /** ISO date that the plan counts from. */
  readonly planDate: string;
  /** ISO date of today: a saved plan may be old, and law does not wait for it. */
  readonly today: string;
  readonly locale: string;
  /** Decisions on shared data that somebody has to look at; absent: not read. */
  readonly decisionsDue?: readonly DecisionDue[];
  /** How often ranges held; absent: untrained. */
  readonly calibrations?: Pick<RankingBasis, 'worthCalibration' | 'effortCalibration'>;
}

/** A must whose latest start is nearer than this has no room for a delay: two meetings of four weeks. */
export const MUST_RISK_WEEKS = 8;
const QUESTIONS_TO_ASK = 3;

/** The same, with what is looked up again and again. */
interface Indexed extends AgendaBasis {
  readonly byId: ReadonlyMap<string, Demand>;
}

/** Everything to talk about, musts first; what is put off is still in it. */
export function meetingAgenda(given: AgendaBasis): AgendaItem[] {
  const basis: Indexed = { ...given, byId: new Map(given.demands.map((demand) => [demand.ticket.id, demand])) };
  return [
    ...mustsAtRisk(basis), ...hardConflicts(basis), ...decisionsToLookAt(basis), ...cutLine(basis), ...worthNothing(basis), ...unansweredInitiatives(basis), ...interruptsOver(basis),
    ...questionsToAsk(basis),
  ];
}

function mustsAtRisk({ byId, ranking, planDate, today, locale }: Indexed): AgendaItem[] {
  const now = monthsBetween(planDate, today);
  return ranking.plan.flatMap(({ candidate, lane, latestStart, tooLate }): AgendaItem[] => {
    const demand = byId.get(candidate.id);
    const must = demand === undefined || lane !== 'must' ? undefined : mustOf(demand.content);
    if (demand === undefined || must === undefined) return [];
    const due = `${candidate.key} has to be done by ${showDay(must.date, locale)} (${must.authority})`;
    const item = (words: string): AgendaItem[] => [{ id: `must:${candidate.id}`, kind: 'must', tickets: [demand], words: `${due}${words}` }];
    if (candidate.effort === undefined) return item(', and nobody has estimated its effort: when it must start is not known.');
    if (latestStart === undefined) return item('. No capacity is set, so when it must start is not known.');
    if (tooLate || (demand.ticket.category === 'new' && latestStart < now)) return item(`: at this capacity it is too late unless it starts at once; it should have started by ${showMonth(latestStart, planDate, locale)}.`);
    if (demand.ticket.category !== 'new' || (latestStart - now) * WEEKS_A_MONTH > MUST_RISK_WEEKS) return [];
    return item(` and must start by ${showMonth(latestStart, planDate, locale)}. It has not been started.`);
  });
}

const SEVERITY_WORDS: Readonly<Record<Extract<Severity, 'limits' | 'blocking'>, string>> = {
  limits: 'law or contract on both sides, so only the authorities can settle it', blocking: 'both sides say that they must have it',
};

/** One item a conflict, found in the results that the checker stored on the tickets. */
function hardConflicts({ demands, byId }: Indexed): AgendaItem[] {
  const found = new Map<string, AgendaItem>();
  for (const demand of demands) {
    for (const { code, at, severity, ids } of demand.conflicts?.items ?? []) {
      if (severity !== 'limits' && severity !== 'blocking') continue;
      const members = [...new Set([demand.ticket.id, ...ids.map(String)])].sort((a, b) => Number(a) - Number(b));
      const tickets = members.flatMap((id) => byId.get(id) ?? []);
      const hidden = members.length - tickets.length;
      const names = [...tickets.map(({ ticket }) => ticket.key), ...(hidden === 0 ? [] : [`${showCount(hidden, 'ticket', 'en-US')} you cannot see`])];
      // At one place a code is one conflict: every ticket in it tells the others.
      const id = `conflict:${code}:${at}`;
      const known = found.get(id);
      if (known === undefined || known.tickets.length < tickets.length) {
        found.set(id, { id, kind: 'conflict', tickets, conflict: { code, at }, words: `${joinWords(names)} cannot all have what they ask of ${at}: ${SEVERITY_WORDS[severity]}.` });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tickets are left out: the log names them, as far as each reader may see them. */
function decisionsToLookAt({ decisionsDue = [], locale }: AgendaBasis): AgendaItem[] {
  return decisionsDue.map(({ decision: { number, at }, why, since }) => ({
    id: `decision:${String(number)}:${since}`, kind: 'decision', tickets: [], decision: number,
    words: why === 'over'
      ? `Decision ${String(number)} on ${at.element} ended on ${showDay(since, locale)}: it has no effect any more until somebody confirms it or decides anew.`
      : `Decision ${String(number)} on ${at.element} was to be looked at again on ${showDay(since, locale)}: confirm it, or reverse it.`,
  }));
}

function cutLine({ demands, ranking }: Indexed): AgendaItem[] {
  return demands.filter(({ ticket }) => ranking.agenda.has(ticket.id)).map((demand) => ({
    id: `cut-line:${demand.ticket.id}`, kind: 'cut-line', tickets: [demand],
    words: ranking.inside.has(demand.ticket.id)
      ? `${demand.ticket.key} is in by worth for effort, and out if the teams take turns.`
      : `${demand.ticket.key} is out by worth for effort, and in if the teams take turns.`,
  }));
}

/** What would be built for nothing: above the cut line, and its season or deadline is over by then. What people placed they have seen. */
function worthNothing({ byId, ranking, planDate, locale }: Indexed): AgendaItem[] {
  const over = overByThen(ranking.plan);
  return ranking.plan.flatMap((placement): AgendaItem[] => {
    const { candidate: { id, key }, end } = placement;
    const demand = byId.get(id);
    if (demand === undefined || end === undefined || !over.has(id) || !ranking.inside.has(id) || isByHand(placement)) return [];
    return [{ id: `over:${id}`, kind: 'over', tickets: [demand], words: `${key} would be done in ${showMonth(end, planDate, locale)}; its season or deadline is over by then, so it is worth nothing.` }];
  });
}

function unansweredInitiatives({ demands, byId, settings, planDate, calibrations, locale }: Indexed): AgendaItem[] {
  return gatherInitiatives(initiativeParts(inInitiatives(demands), { settings, planDate, ...calibrations })).filter(({ unanswered }) => unanswered.length > 0).map((initiative) => ({
    id: `initiative:${initiative.key}`, kind: 'initiative', tickets: initiative.unanswered.flatMap(({ id }) => byId.get(id) ?? []),
    words: unansweredWords(initiative, locale),
  }));
}

/** "BUYER-70 waits for our answer on BUYER-72: 1 of 3 parts." */
export function unansweredWords({ key, unanswered, members }: Initiative, locale: string): string {
  return `${key} cannot be promised: it waits for infrastructure’s answer on ${joinWords(unanswered.map((part) => part.key))}, ${formatCount(unanswered.length, locale)} of ${showCount(members.length, 'part', locale)}.`;
}

function interruptsOver({ interrupts, locale }: AgendaBasis): AgendaItem[] {
  if (interrupts?.isOver !== true) return [];
  const exact = (amount: number): string => showEffort({ low: amount, high: amount }, locale);
  return [{ id: 'interrupts', kind: 'interrupts', tickets: [], words: `Interrupts took ${exact(interrupts.used)}; what is kept for them is ${exact(interrupts.allowed)}.` }];
}

/** What to measure first, then worths and efforts that nobody knows, three in all. */
function questionsToAsk({ byId, ranking, settings }: Indexed): AgendaItem[] {
  const nameOf = (team: string): string => settings.teams.find(({ id }) => id === team)?.name ?? (team === '' ? 'its team' : team);
  const item = (id: string, words: string): AgendaItem[] => {
    const demand = byId.get(id);
    return demand === undefined ? [] : [{ id: `question:${id}`, kind: 'question', tickets: [demand], words }];
  };
  const measured = ranking.knowing.flatMap((knowing) => item(knowing.ticket.id, askFirst(knowing, nameOf(knowing.ticket.team))));
  const unknown = ranking.notComparable.filter(({ why }) => why === 'not-known-yet' || why === 'no-effort' || why === 'low-is-zero')
    .flatMap(({ id, key, why }) => item(id, `${key}: ${NOT_COMPARABLE_SENTENCES[why]}`));
  return [...measured, ...unknown].slice(0, QUESTIONS_TO_ASK);
}

/** "31 Jan 2027" in the reader's own way. */
export function showDay(date: string, locale: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}
