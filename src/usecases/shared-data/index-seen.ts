import { readStoredContext } from '../../contract/record';
import { isCopied } from '../../domain/context/draft-from-copy';
import type { ProductContext } from '../../domain/context/product-context';
import type { Outcome } from '../ports';
import { indexTicket } from './claim-index';
import type { KeyValues, SeenTicket } from './ports';

/** What a ticket asks of this project as it stands in Jira now; undefined when it asks nothing of it. */
export function askingOf({ id, context }: SeenTicket, projectId: string): ProductContext | undefined {
  const read = readStoredContext(context);
  return read.state !== 'read' || isCopied(read.record, id) || read.record.infra?.id !== projectId ? undefined : read.record;
}

/** Notes that in the claim index. */
export async function indexSeen(kv: KeyValues, projectId: string, ticket: SeenTicket): Promise<Outcome<unknown>> {
  const asking = askingOf(ticket, projectId);
  return asking === undefined ? { ok: true, value: null } : indexTicket(kv, { ticketId: ticket.id, rev: asking.rev, projectId, asking });
}
