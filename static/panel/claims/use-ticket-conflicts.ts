import { useEffect, useMemo, useState } from 'react';
import type { TicketConflicts } from '../../../src/contract/conflicts';
import type { ProductContext } from '../../../src/domain/context/product-context';
import { ticketClaims } from '../../../src/domain/conflict/ticket-claims';
import { loadTicketsById } from '../../shared/load-claiming-tickets';
import type { JiraCalls } from '../../shared/load-calls';
import { loadDecisions } from '../../shared/load-decisions';
import type { Asked, Ticket } from '../load-panel';
import type { CheckRequest } from './checking';
import { nearModels } from './near-models';
import { useCheck, type CheckState } from './use-check';
import { useModels, type ModelsState } from './use-models';
import { notBuiltIn, othersOf, unreadGap, whyNotRead, type Others } from './use-others';

export type SidesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: string }
  /** `unread`: tickets that Jira failed to give. */
  | { readonly kind: 'read'; readonly others: Others; readonly unread: ReadonlySet<number> };

export interface TicketConflictsQuestion {
  readonly calls: JiraCalls;
  readonly ticket: Ticket;
  readonly record: ProductContext;
  readonly asked: Asked;
  readonly conflicts: TicketConflicts | undefined;
}

export interface TicketConflictsFound {
  readonly sides: SidesState;
  /** Absent while there is nothing to check. */
  readonly check: CheckState | undefined;
  readonly models: ModelsState;
  /** Reads what the imported models say: one invocation, when somebody asks. */
  readonly askModels: () => void;
  readonly retry: () => void;
}

/**
 * The tickets that the stored result names, asked for as the user, and the sentences that the checker makes of what came back: what
 * the ticket requires itself is always checked, so that requirements of one ticket that clash are told with their words.
 */
export function useTicketConflicts({ calls, ticket, record, asked, conflicts }: TicketConflictsQuestion): TicketConflictsFound {
  const [sides, setSides] = useState<SidesState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const projectId = 'project' in asked ? asked.project.id : undefined;
  const [models, askModels] = useModels(projectId);
  const notBuilt = notBuiltIn(asked);
  const ids = useMemo(() => [...new Set((conflicts?.items ?? []).flatMap((item) => item.ids))].filter((id) => id > 0).join(','), [conflicts]);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<SidesState> => {
      const [found, decided] = await Promise.all([
        ids === '' ? { kind: 'read' as const, tickets: [], unread: [] } : loadTicketsById(calls, ids.split(',')),
        projectId === undefined || (record.claims ?? []).length === 0 ? { kind: 'read' as const, rev: 0, decisions: [] } : loadDecisions(calls, projectId),
      ]);
      if (found.kind === 'cancelled') return { kind: 'loading' };
      if (found.kind === 'failed') return { kind: 'failed', words: found.words };
      const gaps = [...unreadGap(found.unread.length), ...(decided.kind === 'read' ? [] : [`Decisions could not be read. ${whyNotRead(decided)}`])];
      const others = othersOf(found.tickets, { decisions: decided.kind === 'read' ? decided.decisions : [], gap: gaps.join(' '), notBuilt });
      return { kind: 'read', others, unread: new Set(found.unread) };
    };
    read().then((next) => { if (isCurrent) setSides(next); }, () => { if (isCurrent) setSides({ kind: 'failed', words: 'Jira could not be asked.' }); });
    return () => { isCurrent = false; };
  }, [calls, ids, projectId, notBuilt, record.claims, round]);
  const request = useMemo((): CheckRequest | undefined => {
    if (sides.kind !== 'read' || (record.claims ?? []).length === 0) return undefined;
    const settings = asked.state === 'known' ? asked.settings : undefined;
    const id = Number(ticket.id);
    const own = ticketClaims(record.claims, { ticket: { id, key: ticket.key }, team: record.team ?? '', grade: record.index?.grade ?? 'none', status: ticket.isDone ? 'in force' : 'proposed' });
    const { claims, elements } = nearModels(models, own);
    return {
      ticket: id, own, others: [...sides.others.claims, ...claims], decisions: sides.others.decisions, today: new Date().toISOString().slice(0, 10),
      dimensions: settings?.conditions ?? [], teams: settings?.teams ?? [], elements, isOwnView: false,
    };
  }, [sides, asked, ticket, record, models]);
  const check = useCheck(request, 0);
  return { sides, check: request === undefined ? undefined : check, models, askModels, retry: () => { setSides({ kind: 'loading' }); setRound((before) => before + 1); } };
}
