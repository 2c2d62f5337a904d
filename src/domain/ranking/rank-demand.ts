/** Everything the order, the plan and the price of an interrupt are made of, from one set of tickets. Rules: RK58 to RK62. */

import type { ContextContent } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import { capacityOver, medianOf, weeklyCapacity } from './capacity';
import { toCandidate, type Candidate, type Comparable, type NotComparable, type RankingBasis } from './candidate';
import { isWide } from './estimate';
import type { Must } from './must';
import { foldInitiatives, type FoldedInitiative } from './fold-initiatives';
import { compareTicketKeys, fairShareOrder, orderedTickets, orderInBands, type Band } from './order';
import { latestStart, planLanes, type Placement, type Standing } from './plan';
import { whatToMeasureFirst, type Knowing } from './worth-of-knowing';
import { lacksParameters, monthsBetween } from './worth-over-time';
import type { Range } from '../context/product-context';

/** A ticket as far as the ranking needs it; small, because ten thousand of them go to a worker. */
export interface RankingTicket {
  readonly id: string;
  readonly key: string;
  readonly context: Pick<ContextContent, 'team' | 'value' | 'delay' | 'effort'>;
  readonly must?: Must;
  /** Key of the initiative that it is a part of. */
  readonly initiative?: string;
  readonly standing?: Pick<Standing, 'blockedBy' | 'undecidedConflict' | 'placedAt'>;
}

export interface RankingQuestion extends RankingBasis {
  readonly tickets: readonly RankingTicket[];
  readonly settings: Pick<ProjectSettings, 'currency' | 'rates' | 'teams' | 'capacity' | 'interruptAllowance'>;
  /** Months that the cut line looks ahead. */
  readonly months: number;
}

export interface Ranking {
  readonly candidates: readonly Candidate[];
  readonly bands: readonly Band[];
  /** Comparable tickets in the bands' order; musts take capacity before all of them and are not among them. */
  readonly ordered: readonly Comparable[];
  readonly fair: readonly Comparable[];
  /** How many of `ordered`, and of `fair`, fit behind the musts; all of them without a capacity. */
  readonly fitting: number;
  readonly fairFitting: number;
  /** Ids inside the cut in one of the two orders and outside in the other, and not placed by people: what a meeting should talk about. */
  readonly agenda: ReadonlySet<string>;
  readonly musts: readonly Candidate[];
  readonly notComparable: readonly NotComparable[];
  readonly knowing: readonly Knowing[];
  readonly plan: readonly Placement[];
  /** Person-weeks over the months planned, less the allowance; absent if not set. */
  readonly capacity?: Range;
  /** By id, the items that are initiatives of several tickets. */
  readonly initiatives: ReadonlyMap<string, FoldedInitiative>;
  /** Median person-weeks a week, less the allowance. */
  readonly perWeek: number;
  /** Ids of tickets whose stated worth or effort is so wide that measuring comes first. */
  readonly wide: ReadonlySet<string>;
  /** Ids of tickets whose cost of delay lacks its dates and counts as steady. */
  readonly countedAsSteady: ReadonlySet<string>;
}

/** Orders, cuts and plans. The order of input does not matter. */
export function rankDemand(question: RankingQuestion): Ranking {
  const { settings, months } = question;
  const { single, initiatives } = foldInitiatives(question.tickets, question);
  const tickets = [...single, ...initiatives.map(({ ticket }) => ticket)];
  const mustIds = new Set(tickets.flatMap(({ id, must }) => (must === undefined ? [] : [id])));
  const candidates = [...single.map((ticket) => candidateOf(ticket, question)), ...initiatives.map(({ candidate }) => candidate)]
    .sort((a, b) => compareTicketKeys(a.key, b.key));
  const capacity = capacityOver(settings, months);
  const perWeek = weeklyCapacity(capacity, months);
  const free = candidates.filter(({ id }) => !mustIds.has(id));
  const comparable = free.filter((candidate) => candidate.kind === 'comparable');
  const shares = sharesOf(settings);
  const bands = orderInBands(comparable, { shares, latestStart: (ticket) => latestStart(ticket, perWeek) });
  const [ordered, fair] = [orderedTickets(bands), fairShareOrder(comparable, shares)];
  const musts = candidates.filter(({ id }) => mustIds.has(id));
  const room = capacity === undefined ? undefined : medianOf(capacity) - effortOf(musts);
  const [fitting, fairFitting] = [countFitting(ordered, room), countFitting(fair, room)];
  const standing = new Map(tickets.map(({ id, standing: about, must }): [string, Standing] => [id, { ...about, must: must !== undefined }]));
  const others = candidates.filter(({ id, kind }) => mustIds.has(id) || kind === 'not-comparable');
  return {
    candidates, bands, ordered, fair, fitting, fairFitting, musts,
    initiatives: new Map(initiatives.map(({ candidate, about }) => [candidate.id, about])),
    agenda: new Set([...differing(ordered.slice(0, fitting), fair.slice(0, fairFitting))].filter((id) => standing.get(id)?.placedAt === undefined)),
    notComparable: free.filter((candidate) => candidate.kind === 'not-comparable'),
    knowing: capacity === undefined ? [] : whatToMeasureFirst(ordered, fitting),
    plan: planLanes({ ordered, others, standing, capacity: perWeek }), perWeek,
    wide: new Set(tickets.filter(({ context }) => isWideRange(context.value?.worth) || isWideRange(context.effort)).map(({ id }) => id)),
    countedAsSteady: new Set(comparable.filter(({ time }) => lacksParameters(time)).map(({ id }) => id)),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** Of tickets in an order, how many fit into `room` person-weeks one after the other; all of them without a capacity. */
export function countFitting(ordered: readonly Pick<Comparable, 'effort'>[], room: number | undefined): number {
  if (room === undefined) return ordered.length;
  let load = 0;
  const first = ordered.findIndex(({ effort }) => (load += effort.mean) > room + 1e-9);
  return first === -1 ? ordered.length : first;
}

/** Mean person-weeks of those that have an effort. */
export function effortOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((total, { effort }) => total + (effort?.mean ?? 0), 0);
}

/** Relative shares of the teams in the settings. */
export function sharesOf({ teams }: Pick<ProjectSettings, 'teams'>): Readonly<Record<string, number>> {
  return Object.fromEntries(teams.map(({ id, share = 1 }) => [id, share]));
}

function candidateOf({ id, key, context, must }: RankingTicket, question: RankingQuestion): Candidate {
  const candidate = toCandidate({ id, key, context }, question.settings, question);
  return must === undefined ? candidate : { ...candidate, neededBy: monthsBetween(question.planDate, must.date) };
}

function differing(first: readonly Comparable[], second: readonly Comparable[]): Set<string> {
  const [inFirst, inSecond] = [new Set(first.map(({ id }) => id)), new Set(second.map(({ id }) => id))];
  return new Set([...[...inFirst].filter((id) => !inSecond.has(id)), ...[...inSecond].filter((id) => !inFirst.has(id))]);
}

function isWideRange(range: { readonly low?: number; readonly high?: number } | undefined): boolean {
  return range?.low !== undefined && range.high !== undefined && isWide({ low: range.low, high: range.high });
}
