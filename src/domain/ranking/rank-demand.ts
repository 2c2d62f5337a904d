/** Everything the order, the plan and the price of an interrupt are made of, from one set of tickets. Rules: RK58 to RK62, RK95, RK103, RK104, RK108, RK182, RK183. */

import type { ContextContent } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import { capacityOver, medianOf, weeklyCapacity } from './capacity';
import { toCandidate, type Candidate, type Comparable, type NotComparable, type RankingBasis } from './candidate';
import { isWide } from './estimate';
import type { Must } from './must';
import { countFitting, effortAbove, idsBehind, idsFirst, takenFirst, type TakenFirst } from './cut';
import { foldInitiatives, type FoldedInitiative, type FoldedItem } from './fold-initiatives';
import { compareTicketKeys, fairShareOrder, orderedTickets, orderInBands, type Band } from './order';
import { latestStart } from './latest-start';
import { overByThen, planLanes, type Placement, type Standing } from './plan';
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
  readonly standing?: Pick<Standing, 'blockedBy' | 'undecidedConflict' | 'placedAt' | 'started'>;
}

export interface RankingQuestion extends RankingBasis {
  readonly tickets: readonly RankingTicket[];
  readonly settings: Pick<ProjectSettings, 'currency' | 'rates' | 'teams' | 'capacity' | 'interruptAllowance'>;
  /** Months that the cut line looks ahead. */
  readonly months: number;
  /** ISO date of today: what is too late is judged by the calendar, however old the plan is. Absent: the plan is of today. */
  readonly today?: string;
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
  /** What takes room besides them. */
  readonly taken: TakenFirst;
  /** Ids of all that takes capacity before the best are chosen: musts, what blocks them, and what people placed before the cut. */
  readonly first: ReadonlySet<string>;
  /** Ids of all that stands above the cut line: what takes capacity first, and what fits of the order and was not placed behind. */
  readonly inside: ReadonlySet<string>;
  /** Ids of what people placed behind the cut: it competes for nothing. */
  readonly behind: ReadonlySet<string>;
  /** By id of a ticket inside the cut, the ids of what blocks it and is not inside. */
  readonly blockedOut: ReadonlyMap<string, readonly string[]>;
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
  const { single, initiatives, itemOf } = foldInitiatives(question.tickets, question);
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
  const standing = new Map(tickets.map((ticket) => [ticket.id, standingOf(ticket, itemOf)]));
  const room = capacity === undefined ? undefined : medianOf(capacity);
  const taken = takenFirst(musts, free, standing);
  const [fitting, fairFitting] = [countFitting(ordered, room, taken), countFitting(fair, room, taken)];
  const byHand = new Set(taken.placed.map(({ id }) => id));
  const unplaced = ordered.filter(({ id }) => !byHand.has(id));
  const first = idsFirst(musts, countFitting(unplaced, room, { ...taken, placed: [] }), taken);
  const behind = idsBehind(unplaced, room, first, taken);
  const inside = new Set([...first, ...byHand, ...ordered.slice(0, fitting).map(({ id }) => id)].filter((id) => !behind.has(id)));
  const now = question.today === undefined ? 0 : monthsBetween(question.planDate, question.today);
  const others = candidates.filter(({ id, kind }) => mustIds.has(id) || kind === 'not-comparable');
  return {
    candidates, bands, ordered, fair, fitting, fairFitting, musts, taken, first, inside, behind,
    blockedOut: capacity === undefined ? new Map() : blockersOutside(ordered.filter(({ id }) => inside.has(id)), inside, standing),
    initiatives: new Map(initiatives.map(({ candidate, about }) => [candidate.id, about])),
    agenda: new Set([...differing(ordered.slice(0, fitting), fair.slice(0, fairFitting))].filter((id) => standing.get(id)?.placedAt === undefined && !first.has(id))),
    notComparable: free.filter((candidate) => candidate.kind === 'not-comparable'),
    knowing: capacity === undefined ? [] : whatToMeasureFirst(ordered, fitting).filter(({ ticket: { id } }) => !first.has(id) && !behind.has(id)),
    plan: planLanes({ ordered, others, standing, capacity: perWeek, now }), perWeek,
    wide: new Set([...single.filter(hasWideRange).map(({ id }) => id), ...initiatives.filter(isWideItem).map(({ ticket }) => ticket.id)]),
    countedAsSteady: new Set(comparable.filter(({ time }) => lacksParameters(time)).map(({ id }) => id)),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** Relative shares of the teams in the settings. */
export function sharesOf({ teams }: Pick<ProjectSettings, 'teams'>): Readonly<Record<string, number>> {
  return Object.fromEntries(teams.map(({ id, share = 1 }) => [id, share]));
}

/** Person-weeks at which exactly the first `above` of the order fit. */
export function effortToFit({ ordered, taken }: Pick<Ranking, 'ordered' | 'taken'>, above: number): number {
  return effortAbove(ordered, above, taken);
}

/** Links name tickets; in the plan a part of an initiative is the initiative. */
function standingOf({ id, standing, must }: RankingTicket, itemOf: ReadonlyMap<string, string>): Standing {
  const blockedBy = [...new Set((standing?.blockedBy ?? []).map((blocker) => itemOf.get(blocker) ?? blocker))].filter((blocker) => blocker !== id);
  return { ...standing, blockedBy, must: must !== undefined };
}

function blockersOutside(inside: readonly Candidate[], known: ReadonlySet<string>, standing: ReadonlyMap<string, Standing>): Map<string, readonly string[]> {
  return new Map(inside.flatMap(({ id }): [string, readonly string[]][] => {
    const outside = (standing.get(id)?.blockedBy ?? []).filter((blocker) => !known.has(blocker));
    return outside.length === 0 ? [] : [[id, outside]];
  }));
}

function candidateOf({ id, key, context, must }: RankingTicket, question: RankingQuestion): Candidate {
  const candidate = toCandidate({ id, key, context }, question.settings, question);
  return must === undefined ? candidate : { ...candidate, neededBy: monthsBetween(question.planDate, must.date) };
}

function differing(first: readonly Comparable[], second: readonly Comparable[]): Set<string> {
  const [inFirst, inSecond] = [new Set(first.map(({ id }) => id)), new Set(second.map(({ id }) => id))];
  return new Set([...[...inFirst].filter((id) => !inSecond.has(id)), ...[...inSecond].filter((id) => !inFirst.has(id))]);
}

function hasWideRange({ context }: RankingTicket): boolean {
  return isWideRange(context.value?.worth) || isWideRange(context.effort);
}

function isWideItem({ source, leaves }: FoldedItem): boolean {
  return isWideRange(source.context.value?.worth) || leaves.some(({ context }) => isWideRange(context.effort));
}

function isWideRange(range: { readonly low?: number; readonly high?: number } | undefined): boolean {
  return range?.low !== undefined && range.high !== undefined && isWide({ low: range.low, high: range.high });
}

/** Ids of what stands above the cut line and is worth something when it is done: their worths are added up. */
export function chosenIds({ ordered, inside, plan }: Ranking): ReadonlySet<string> {
  const over = overByThen(plan);
  return new Set(ordered.flatMap(({ id }) => (inside.has(id) && !over.has(id) ? [id] : [])));
}
