/** An initiative is one item in order, sums and plan: its joint worth once, the efforts of its members added. Rules: RK74 to RK76. */

import { toCandidate, type Candidate, type RankingBasis } from './candidate';
import { RHO_EFFORT } from './chance-to-win';
import { effortEstimate, UNTRAINED, type LogNormal } from './estimate';
import type { RankingTicket, RankingQuestion } from './rank-demand';

/** What stands behind one item that is an initiative. */
export interface FoldedInitiative {
  readonly key: string;
  /** Keys of the members, the initiative's own ticket not among them. */
  readonly members: readonly string[];
  /** Whose worth it is: the initiative's own, agreed; or of the member with the highest mean, not agreed yet. */
  readonly worthFrom: string;
  readonly agreed: boolean;
}

export interface Folded {
  /** Tickets that stand for themselves. */
  readonly single: readonly RankingTicket[];
  readonly initiatives: readonly { readonly candidate: Candidate; readonly ticket: RankingTicket; readonly about: FoldedInitiative }[];
}

/** Members are gathered by the key of their initiative. A must stays by itself: law does not wait for the others. */
export function foldInitiatives(tickets: readonly RankingTicket[], question: Omit<RankingQuestion, 'tickets'>): Folded {
  const groups = new Map<string, RankingTicket[]>();
  for (const ticket of tickets) {
    if (ticket.must !== undefined || ticket.initiative === undefined || ticket.initiative === ticket.key) continue;
    const members = groups.get(ticket.initiative);
    if (members === undefined) groups.set(ticket.initiative, [ticket]);
    else members.push(ticket);
  }
  const own = new Map(tickets.filter(({ key, must }) => must === undefined && groups.has(key)).map((ticket) => [ticket.key, ticket]));
  const folded = new Set([...[...groups.values()].flat(), ...own.values()].map(({ id }) => id));
  return {
    single: tickets.filter(({ id }) => !folded.has(id)),
    initiatives: [...groups].flatMap(([key, members]) => foldOne(key, own.get(key), members, question)),
  };
}

function foldOne(key: string, own: RankingTicket | undefined, members: readonly RankingTicket[], question: Omit<RankingQuestion, 'tickets'>): Folded['initiatives'] {
  const parts = own === undefined ? members : [own, ...members];
  const source = worthSource(own, members, question);
  if (source === undefined) return [];
  const bearer = own ?? source;
  const inside = new Set(parts.map(({ id }) => id));
  const blockedBy = [...new Set(parts.flatMap(({ standing }) => standing?.blockedBy ?? []))].filter((id) => !inside.has(id));
  const ticket: RankingTicket = {
    id: bearer.id, key, context: source.context,
    standing: {
      ...bearer.standing, blockedBy, undecidedConflict: parts.some(({ standing }) => standing?.undecidedConflict === true),
    },
  };
  const effort = addEfforts(own?.context.effort === undefined ? members : parts, question);
  const about = { key, members: members.map((member) => member.key), worthFrom: source.key, agreed: source === own };
  return [{ ticket, about, candidate: withEffort({ ...withWorth(source, question), id: bearer.id, key, team: bearer.context.team ?? '' }, effort) }];
}

/** The initiative's own joint worth, or the member with the highest mean stands for it; without any worth, whoever is first. */
function worthSource(own: RankingTicket | undefined, members: readonly RankingTicket[], question: Omit<RankingQuestion, 'tickets'>): RankingTicket | undefined {
  const mean = (ticket: RankingTicket): number => {
    const candidate = withWorth(ticket, question);
    return candidate.kind === 'comparable' ? candidate.worth.mean : Number.NEGATIVE_INFINITY;
  };
  if (own !== undefined && mean(own) !== Number.NEGATIVE_INFINITY) return own;
  return [...members].sort((a, b) => mean(b) - mean(a) || (a.key < b.key ? -1 : 1))[0];
}

/** Read for its worth alone: whether it has an effort of its own is no matter here. */
function withWorth({ id, key, context }: RankingTicket, question: Omit<RankingQuestion, 'tickets'>): Candidate {
  return toCandidate({ id, key, context: { ...context, effort: { low: 1, high: 1 } } }, question.settings, question);
}

function withEffort(candidate: Candidate, effort: LogNormal | undefined): Candidate {
  if (effort !== undefined) return { ...candidate, effort };
  const { id, key, team, neededBy } = candidate;
  return { kind: 'not-comparable', id, key, team, why: 'no-effort', ...(neededBy === undefined ? {} : { neededBy }) };
}

/** A log-normal with the mean and variance of the sum (L. F. Fenton); one effort missing leaves the sum unknown. */
function addEfforts(tickets: readonly RankingTicket[], { effortCalibration }: RankingBasis): LogNormal | undefined {
  const efforts = tickets.map(({ context }) => effortEstimate(context.effort, effortCalibration ?? UNTRAINED));
  const known = efforts.flatMap((effort) => (effort.kind === 'unknown' ? [] : [effort]));
  if (known.length === 0 || known.length < efforts.length) return undefined;
  const mean = known.reduce((sum, effort) => sum + effort.mean, 0);
  const spreads = known.map((effort) => effort.mean * Math.sqrt(Math.exp(effort.s ** 2) - 1));
  const total = spreads.reduce((sum, spread) => sum + spread, 0);
  const own = spreads.reduce((sum, spread) => sum + spread ** 2, 0);
  const variance = own + RHO_EFFORT * (total ** 2 - own);
  const s = Math.sqrt(Math.log(1 + variance / mean ** 2));
  return { kind: 'log-normal', mu: Math.log(mean) - (s * s) / 2, s, mean };
}
