import { useCallback, useEffect, useMemo, useState } from 'react';
import { claimStatus, ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import type { Claim } from '../../../src/domain/conflict/claim';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { ConsentNeeded } from '../../shared/bridge';
import { loadClaimingTickets, type ClaimingTicketRead } from '../../shared/load-claiming-tickets';
import type { JiraCalls } from '../../shared/load-calls';
import { loadDecisions, type DecisionsFound } from '../../shared/load-decisions';
import type { Asked } from '../load-panel';

/** What the other tickets of an infrastructure project require, as far as this user may see them, and what was decided. */
export interface Others {
  readonly tickets: ReadonlyMap<number, ClaimingTicketRead>;
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** Something is missing from the picture, in words. */
  readonly gap?: string;
}

export type OthersState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'read'; readonly others: Others };

/** Reads them once, when somebody is about to require something; `retry` reads again. */
export function useOthers(calls: JiraCalls, asked: Asked, ownId: number): readonly [OthersState, () => void] {
  const projectId = 'project' in asked ? asked.project.id : undefined;
  const notBuilt = notBuiltIn(asked);
  const [state, setState] = useState<OthersState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (projectId === undefined) return undefined;
    let isCurrent = true;
    setState({ kind: 'loading' });
    readOthers(calls, { projectId, ownId, notBuilt }).then((next) => { if (isCurrent) setState(next); }, (error: unknown) => {
      if (isCurrent) setState({ kind: 'failed', words: error instanceof ConsentNeeded ? 'Jira wants your consent first. Try again and allow access.' : 'Jira could not be asked. Try again.' });
    });
    return () => { isCurrent = false; };
  }, [calls, projectId, ownId, notBuilt, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return useMemo(() => [state, retry] as const, [state, retry]);
}

interface OthersQuestion {
  readonly projectId: string;
  readonly ownId: number;
  readonly notBuilt: NotBuilt;
}

async function readOthers(calls: JiraCalls, { projectId, ownId, notBuilt }: OthersQuestion): Promise<OthersState> {
  const [found, decided] = await Promise.all([loadClaimingTickets(calls, projectId), loadDecisions(calls, projectId)]);
  if (found.kind === 'cancelled') return { kind: 'loading' };
  if (found.kind === 'failed') return { kind: 'failed', words: found.words };
  const gaps = [
    ...(found.more ? ['There are more tickets than could be read here; the check after saving reads all.'] : []),
    ...unreadGap(found.unread.filter((id) => id !== ownId).length),
    ...(decided.kind === 'read' ? [] : [`Decisions could not be read, so settled conflicts may show here. ${whyNotRead(decided)}`]),
  ];
  return { kind: 'read', others: othersOf(found.tickets.filter(({ id }) => id !== ownId), { decisions: decided.kind === 'read' ? decided.decisions : [], notBuilt, gap: gaps.join(' ') }) };
}

/** Tickets that Jira failed to give are not known, which is something else than not being allowed to see them. */
export function unreadGap(count: number): string[] {
  return count === 0 ? [] : [`${count === 1 ? '1 ticket' : `${String(count)} tickets`} could not be read, so what ${count === 1 ? 'it requires' : 'they require'} is not known.`];
}

/** Why the decisions are not at hand. */
export function whyNotRead(found: Exclude<DecisionsFound, { kind: 'read' }>): string {
  return found.kind === 'failed' ? found.words : 'Loading was stopped.';
}

/** Names of the resolutions that mean "closed and not built"; undefined: the usual ones. */
type NotBuilt = readonly string[] | undefined;

/** As the infrastructure project that is asked has it. */
export function notBuiltIn(asked: Asked): NotBuilt {
  return asked.state === 'known' ? asked.settings.notBuilt : undefined;
}

export interface OthersContext {
  readonly decisions: readonly Decision[];
  readonly notBuilt: NotBuilt;
  /** What could not be read, in words; empty: everything was. */
  readonly gap: string;
}

/** What these tickets require, ready for the checker. Their grade is the stored one: good enough to say "still a draft". */
export function othersOf(tickets: readonly ClaimingTicketRead[], { decisions, notBuilt, gap }: OthersContext): Others {
  return {
    tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])), decisions, ...(gap === '' ? {} : { gap }),
    claims: tickets.flatMap(({ id, key, record, isDone, resolution }) => ticketClaims(record.claims, {
      ticket: { id, key }, team: record.team ?? '', grade: record.index?.grade ?? 'none',
      status: claimStatus({ isDone, resolution, answer: record.answer?.state, notBuilt }),
    })),
  };
}
