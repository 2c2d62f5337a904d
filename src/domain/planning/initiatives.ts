/** Work that several teams must do together: each team's part and answer, the joint worth counted once. Rules: PL5 to PL9, PL54. */

import type { AnswerState } from '../context/product-context';
import type { LogNormal, Normal } from '../ranking/estimate';
import { bearerOfWorth, groupInitiatives, type InitiativeGroup } from '../ranking/initiative-groups';
import { sumOfEfforts, type SumRange } from './group-effort';

export interface InitiativePart {
  readonly id: string;
  readonly key: string;
  /** Consuming team that asks; empty: infrastructure itself or not stated. */
  readonly team: string;
  readonly answer?: AnswerState;
  /** Worth a month, if known. */
  readonly worth?: LogNormal | Normal;
  /** Person-weeks. */
  readonly effort?: LogNormal;
  /** The ticket that is the initiative: `initiative` on the others holds its key. */
  readonly initiative?: string;
}

export interface Initiative {
  readonly key: string;
  /** The initiative's own ticket, if it is among the demand. */
  readonly own?: InitiativePart;
  /** Its parts and their parts, by key. */
  readonly members: readonly InitiativePart[];
  readonly teams: readonly { readonly team: string; readonly asked: number; readonly answers: Readonly<Record<AnswerState | 'unanswered', number>> }[];
  /** Its own joint worth once, or the member with the highest mean, marked as not agreed. */
  readonly worth?: { readonly estimate: LogNormal | Normal; readonly from: string; readonly agreed: boolean };
  /** Person-weeks of the parts that have an effort, a part of parts counted by these; absent where none has. */
  readonly effort?: SumRange;
  readonly withoutEffort: number;
  /** Members that infrastructure has not answered: it cannot be committed. */
  readonly unanswered: readonly InitiativePart[];
}

/** Initiatives with an unanswered part first, then by worth, then by key. */
export function gatherInitiatives(parts: readonly InitiativePart[]): Initiative[] {
  return groupInitiatives(parts).map(describe).sort((a, b) =>
    Number(b.unanswered.length > 0) - Number(a.unanswered.length > 0)
    || (b.worth?.estimate.mean ?? -Infinity) - (a.worth?.estimate.mean ?? -Infinity) || (a.key < b.key ? -1 : 1));
}

/** What a ticket that stands for money says about where the money comes from. */
export interface MetricClaim extends Pick<InitiativePart, 'key' | 'initiative'> {
  /** Metric of the value statement. */
  readonly metric?: string;
}

/** Tickets outside an initiative that move the same metric: is it the same money? Two or more of them, by metric. */
export function sameMetric(claims: readonly MetricClaim[]): { metric: string; parts: readonly MetricClaim[] }[] {
  const groups = new Map<string, MetricClaim[]>();
  for (const claim of claims) {
    const metric = claim.metric?.trim().toLocaleLowerCase('en') ?? '';
    if (metric === '' || claim.initiative !== undefined) continue;
    const group = groups.get(metric);
    if (group === undefined) groups.set(metric, [claim]);
    else group.push(claim);
  }
  return [...groups].filter(([, members]) => members.length > 1)
    .map(([metric, members]) => ({ metric, parts: members }))
    .sort((a, b) => b.parts.length - a.parts.length || (a.metric < b.metric ? -1 : 1));
}

function describe({ key, own, members, leaves }: InitiativeGroup<InitiativePart>): Initiative {
  const worth = jointWorth(own, members);
  const effort = sumOfEfforts(leaves.flatMap((leaf) => leaf.effort ?? []));
  return {
    key, members, teams: answersByTeam(members),
    withoutEffort: leaves.filter(({ effort }) => effort === undefined).length,
    unanswered: members.filter(({ answer }) => answer === undefined),
    ...(own === undefined ? {} : { own }), ...(worth === undefined ? {} : { worth }), ...(effort === undefined ? {} : { effort }),
  };
}

function jointWorth(own: InitiativePart | undefined, members: readonly InitiativePart[]): Initiative['worth'] {
  const bearer = bearerOfWorth({ own, members }, ({ worth }) => worth?.mean);
  return bearer?.worth === undefined ? undefined : { estimate: bearer.worth, from: bearer.key, agreed: bearer === own };
}

function answersByTeam(members: readonly InitiativePart[]): Initiative['teams'] {
  const teams = [...new Set(members.map(({ team }) => team))].sort();
  return teams.map((team) => {
    const own = members.filter((part) => part.team === team);
    const answers = { accepted: 0, declined: 0, countered: 0, unanswered: 0 };
    for (const { answer } of own) answers[answer ?? 'unanswered'] += 1;
    return { team, asked: own.length, answers };
  });
}
