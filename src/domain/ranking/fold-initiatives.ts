/** An initiative is one item in order, sums and plan: its joint worth once, the efforts of its parts added. Rules: RK74 to RK76, RK90 to RK95. */

import { worthAlone, type Candidate } from './candidate';
import { fitSum } from './conditional-sums';
import { knownEffort, UNTRAINED } from './estimate';
import { bearerOfWorth, groupInitiatives, type InitiativeGroup } from './initiative-groups';
import type { RankingTicket, RankingQuestion } from './rank-demand';

/** What stands behind one item that is an initiative. */
export interface FoldedInitiative {
  readonly key: string;
  /** Keys of the parts and their parts, the initiative's own ticket not among them. */
  readonly members: readonly string[];
  /** Whose worth it is: the initiative's own, agreed; or of the member with the highest mean, not agreed yet. */
  readonly worthFrom: string;
  readonly agreed: boolean;
}

export interface FoldedItem {
  readonly candidate: Candidate;
  readonly ticket: RankingTicket;
  readonly about: FoldedInitiative;
  /** The tickets whose ranges it is made of: the worth's and the efforts'. */
  readonly source: RankingTicket;
  readonly leaves: readonly RankingTicket[];
}

export interface Folded {
  /** Tickets that stand for themselves. */
  readonly single: readonly RankingTicket[];
  readonly initiatives: readonly FoldedItem[];
  /** By id of every ticket of an initiative, the id of the item that it is in. */
  readonly itemOf: ReadonlyMap<string, string>;
}

type Basis = Omit<RankingQuestion, 'tickets'>;

/** A must stays by itself, and holds no initiative together: law does not wait for the others. */
export function foldInitiatives(tickets: readonly RankingTicket[], question: Basis): Folded {
  const musts = new Set(tickets.flatMap(({ key, must }) => (must === undefined ? [] : [key])));
  const groups = groupInitiatives(tickets.filter(({ must }) => must === undefined));
  const items = groups.map((group) => foldOne(group, musts, question));
  const itemOf = new Map(groups.flatMap(({ own, members }, at) => [...(own === undefined ? [] : [own]), ...members].map(({ id }): [string, string] => [id, items[at]?.ticket.id ?? id])));
  return { single: tickets.filter(({ id }) => !itemOf.has(id)), initiatives: items, itemOf };
}

function foldOne(group: InitiativeGroup<RankingTicket>, musts: ReadonlySet<string>, question: Basis): FoldedItem {
  const { own, members, leaves } = group;
  const source = worthSource(group, question);
  const bearer = own ?? source;
  const parts = own === undefined ? members : [own, ...members];
  // Its own ticket is a must and stands elsewhere under that key: the rest is known by its first part.
  const key = musts.has(group.key) ? members[0]?.key ?? group.key : group.key;
  const placedAt = parts.find(({ standing }) => standing?.placedAt !== undefined)?.standing?.placedAt;
  const ticket: RankingTicket = {
    id: bearer.id, key, context: source.context,
    standing: {
      blockedBy: [...new Set(parts.flatMap(({ standing }) => standing?.blockedBy ?? []))],
      undecidedConflict: parts.some(({ standing }) => standing?.undecidedConflict === true), started: parts.some(({ standing }) => standing?.started === true),
      ...(placedAt === undefined ? {} : { placedAt }),
    },
  };
  const about = { key, members: members.map((member) => member.key), worthFrom: source.key, agreed: source === own };
  const candidate = withEfforts({ ...worthAlone(source, question.settings, question), id: bearer.id, key, team: bearer.context.team ?? '' }, leaves, question);
  return { ticket, about, candidate, source, leaves };
}

/** The initiative's own joint worth, or the member with the highest mean stands for it; without any worth, its own ticket or whoever is first. */
function worthSource({ own, members }: InitiativeGroup<RankingTicket>, question: Basis): RankingTicket {
  const meanOf = (ticket: RankingTicket): number | undefined => {
    const candidate = worthAlone(ticket, question.settings, question);
    return candidate.kind === 'comparable' ? candidate.worth.mean : undefined;
  };
  const found = bearerOfWorth({ own, members }, meanOf) ?? own ?? members[0];
  if (found === undefined) throw new Error('An initiative has at least one part.');
  return found;
}

/** What is known of the efforts counts, whatever is missing; but with one missing, worth for effort cannot be compared. */
function withEfforts(candidate: Candidate, leaves: readonly RankingTicket[], { effortCalibration }: Basis): Candidate {
  const known = leaves.flatMap(({ id, context }) => {
    const effort = knownEffort(context.effort, effortCalibration ?? UNTRAINED);
    return effort === undefined ? [] : [{ id, effort }];
  });
  const fitted = fitSum(known.map(({ effort }) => effort));
  const unknown = leaves.length - known.length;
  const parts = { known, unknown, sharedSpread: fitted?.sharedSpread ?? 0 };
  if (candidate.kind === 'comparable' && fitted !== undefined && unknown === 0) return { ...candidate, effort: fitted.effort, parts };
  const { id, key, team, neededBy } = candidate;
  const why = candidate.kind === 'comparable' ? 'no-effort' : candidate.why;
  return { kind: 'not-comparable', id, key, team, why, parts, ...(fitted === undefined ? {} : { effort: fitted.effort }), ...(neededBy === undefined ? {} : { neededBy }) };
}
