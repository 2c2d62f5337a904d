/** From what is loaded to what the checker reads: claims, the tickets that make them, what is not known, and what cannot be seen. */

import type { TicketConflicts } from '../../../src/contract/conflicts';
import { contentHash } from '../../../src/domain/context/content-hash';
import type { ContextContent, ValueStatement } from '../../../src/domain/context/product-context';
import type { Claim } from '../../../src/domain/conflict/claim';
import type { TicketThreshold } from '../../../src/domain/conflict/detect-threshold-conflicts';
import { claimStatus, ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import type { Demand } from '../../../src/domain/demand/demand';
import type { OtherTicket } from './load-others';

/** What a card says about a ticket that takes part. */
export interface ClaimingTicketFacts {
  readonly id: number;
  readonly key: string;
  readonly summary: string;
  readonly need?: string;
  readonly users?: string;
  readonly value?: ValueStatement;
}

/** Somebody touches shared data and says nothing of it: nobody knows whether it clashes. */
export interface UnknownTicket {
  readonly demand: Demand;
  /** `asks`: "not sure, ask the architect"; `silent`: touches shared data, names nothing; `unanswered`: nobody asked yet. */
  readonly why: 'asks' | 'silent' | 'unanswered';
}

/** What a ticket's stored result says and this page cannot work out: a code and a place, never what others ask. */
export interface StoredConflict {
  readonly code: string;
  readonly element: string;
  readonly severity: TicketConflicts['items'][number]['severity'];
  /** The ticket that the viewer sees. */
  readonly seen: number;
  /** Tickets that are not at hand; none where it clashes with the imported model. */
  readonly hidden: readonly number[];
}

/** What asking for the tickets that stored results name has brought. */
export interface NotAtHand {
  /** They did not come back: the viewer cannot see them. */
  readonly hidden: ReadonlySet<number>;
  /** Jira failed to give them: nobody knows. */
  readonly unread: ReadonlySet<number>;
}

export interface Gathered {
  readonly claims: readonly Claim[];
  readonly tickets: ReadonlyMap<number, ClaimingTicketFacts>;
  readonly unknown: readonly UnknownTicket[];
  /** Tickets whose stored result does not speak of what they require now; the gate goes by it. */
  readonly waiting: readonly Demand[];
  /** Thresholds of the open tickets: two may pull one scale in opposite directions. */
  readonly thresholds: readonly TicketThreshold[];
}

/** Claims of all tickets that came back. */
export function gatherClaims(demands: readonly Demand[], others: readonly OtherTicket[], notBuilt: readonly string[] | undefined): Gathered {
  const claims: Claim[] = [];
  const tickets = new Map<number, ClaimingTicketFacts>();
  const unknown: UnknownTicket[] = [];
  const waiting: Demand[] = [];
  const thresholds: TicketThreshold[] = [];
  for (const demand of demands) {
    const id = Number(demand.ticket.id);
    const by = {
      ticket: { id, key: demand.ticket.key }, team: demand.team ?? '', grade: demand.grade,
      // A clone's requirements are a draft to check: they take part once somebody saves them as the clone's own.
      status: demand.standing === 'copied' ? 'withdrawn' as const : claimStatus({ isDone: false, answer: demand.answer }),
    };
    const own = ticketClaims(demand.content.claims, by);
    claims.push(...own);
    for (const threshold of demand.content.thresholds ?? []) thresholds.push({ ...by, threshold });
    tickets.set(id, factsOf(id, demand.ticket.key, demand.ticket.summary, demand.content));
    const why = whyUnknown(demand, own.length > 0);
    if (why !== undefined) unknown.push({ demand, why });
    if (demand.waitsForCheck === true && demand.standing !== 'copied' && by.status === 'proposed') waiting.push(demand);
  }
  for (const other of others) {
    const id = Number(other.id);
    if (tickets.has(id)) continue;
    claims.push(...ticketClaims(other.content.claims, {
      ticket: { id, key: other.key }, team: other.content.team ?? '', grade: 'bronze',
      status: other.isCopy ? 'withdrawn' : claimStatus({ isDone: other.isDone, resolution: other.resolution, answer: other.content.answer?.state, notBuilt }),
    }));
    tickets.set(id, factsOf(id, other.key, other.summary, other.content));
  }
  return { claims, tickets, unknown, waiting, thresholds };
}

/** Whoever asks the architect waits for an answer, whatever else the ticket says already; once the architect looked, it is known. */
function whyUnknown({ content, standing, explained }: Demand, declares: boolean): UnknownTicket['why'] | undefined {
  if (content.askArchitect === true && content.architectLooked !== true && standing !== 'copied') return 'asks';
  if (declares || !explained || content.architectLooked === true) return undefined;
  if (content.touchesSharedData === true) return 'silent';
  return content.touchesSharedData === undefined ? 'unanswered' : undefined;
}

function factsOf(id: number, key: string, summary: string, content: ContextContent): ClaimingTicketFacts {
  return {
    id, key, summary,
    ...(content.need === undefined ? {} : { need: content.need }), ...(content.users === undefined ? {} : { users: content.users }),
    ...(content.value === undefined ? {} : { value: content.value }),
  };
}

/** Ids that stored results name and that are not among the tickets at hand; results of an earlier content do not count. */
export function idsToAsk(demands: readonly Demand[], known: ReadonlySet<number>): readonly number[] {
  const ids = new Set<number>();
  for (const demand of demands) for (const item of currentItems(demand)) for (const id of item.ids) if (!known.has(id)) ids.add(id);
  return [...ids].sort((a, b) => a - b);
}

/** Conflicts with tickets that are not at hand and, unless the models are, with the imported models. */
export function gatherStored(demands: readonly Demand[], { hidden, unread }: NotAtHand, hasModels: boolean): readonly StoredConflict[] {
  return demands.flatMap((demand) => currentItems(demand).flatMap((item): StoredConflict[] => {
    const missing = item.ids.filter((id) => hidden.has(id) || unread.has(id));
    const isWithModel = item.ids.length === 0 && !hasModels;
    return missing.length === 0 && !isWithModel ? [] : [{ code: item.code, element: item.at, severity: item.severity, seen: Number(demand.ticket.id), hidden: missing }];
  }));
}

function currentItems({ conflicts, content, standing }: Demand): TicketConflicts['items'] {
  // A clone brought the result of its original along.
  if (conflicts === undefined || conflicts.items.length === 0 || standing === 'copied') return [];
  return conflicts.hash === contentHash(content) ? conflicts.items : [];
}
