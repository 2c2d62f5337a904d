import { useEffect, useMemo, useState } from 'react';
import type { TicketConflicts } from '../../../src/contract/conflicts';
import type { ProductContext } from '../../../src/domain/context/product-context';
import { ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import { loadTicketsById } from '../../shared/load-claiming-tickets';
import type { JiraCalls } from '../../shared/load-calls';
import { loadDecisions } from '../../shared/load-decisions';
import type { Asked, Ticket } from '../load-panel';
import type { CheckRequest } from './checking';
import { useCheck, type CheckState } from './use-check';
import { notBuiltIn, othersOf, whyNotRead, type Others } from './use-others';

export type SidesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'read'; readonly others: Others };

export interface TicketConflictsQuestion {
  readonly calls: JiraCalls;
  readonly ticket: Ticket;
  readonly record: ProductContext;
  readonly asked: Asked;
  readonly conflicts: TicketConflicts | undefined;
}

/** The tickets that the stored result names, asked for as the user, and the sentences that the checker makes of what came back. */
export function useTicketConflicts({ calls, ticket, record, asked, conflicts }: TicketConflictsQuestion): { readonly sides: SidesState; readonly check: CheckState; readonly retry: () => void } {
  const [sides, setSides] = useState<SidesState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const projectId = 'project' in asked ? asked.project.id : undefined;
  const notBuilt = notBuiltIn(asked);
  const ids = useMemo(() => [...new Set((conflicts?.items ?? []).flatMap((item) => item.ids))].filter((id) => id > 0).join(','), [conflicts]);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<SidesState> => {
      const [found, decided] = await Promise.all([
        ids === '' ? { kind: 'read' as const, tickets: [], more: false } : loadTicketsById(calls, ids.split(',')),
        projectId === undefined || (record.claims ?? []).length === 0 ? { kind: 'read' as const, rev: 0, decisions: [] } : loadDecisions(calls, projectId),
      ]);
      if (found.kind === 'cancelled') return { kind: 'loading' };
      if (found.kind === 'failed') return { kind: 'failed', words: found.words };
      const context = decided.kind === 'read' ? { decisions: decided.decisions, gap: '' } : { decisions: [], gap: `Decisions could not be read. ${whyNotRead(decided)}` };
      return { kind: 'read', others: othersOf(found.tickets, { ...context, notBuilt }) };
    };
    read().then((next) => { if (isCurrent) setSides(next); }, () => { if (isCurrent) setSides({ kind: 'failed', words: 'Jira could not be asked.' }); });
    return () => { isCurrent = false; };
  }, [calls, ids, projectId, notBuilt, record.claims, round]);
  const request = useMemo((): CheckRequest | undefined => {
    if (sides.kind !== 'read' || sides.others.claims.length === 0) return undefined;
    const settings = asked.state === 'known' ? asked.settings : undefined;
    const id = Number(ticket.id);
    return {
      ticket: id, own: ticketClaims(record.claims, { ticket: { id, key: ticket.key }, team: record.team ?? '', grade: record.index?.grade ?? 'none', status: ticket.isDone ? 'in force' : 'proposed' }),
      others: sides.others.claims, decisions: sides.others.decisions, today: new Date().toISOString().slice(0, 10),
      dimensions: settings?.conditions ?? [], teams: settings?.teams ?? [], isOwnView: false,
    };
  }, [sides, asked, ticket, record]);
  const check = useCheck(request, 0);
  return { sides, check, retry: () => { setSides({ kind: 'loading' }); setRound((before) => before + 1); } };
}
