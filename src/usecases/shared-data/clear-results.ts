/** Results of tickets that no longer ask for anything: nothing of theirs can clash, so what was found before is over. */

import { ticketConflictsSchema } from '../../contract/conflicts';
import { readStoredContext } from '../../contract/record';
import { contentHash } from '../../domain/context/content-hash';
import { leavesSharedDataOpen } from '../../domain/context/judge-commitment';
import type { ProductContext } from '../../domain/context/product-context';
import { isSameValue } from '../../domain/context/same-value';
import type { Failure, Outcome } from '../ports';
import type { ProjectFacts } from './check-entity';
import { toldKey } from './keys';
import { ownPlaces } from './places';
import type { AppPorts, SeenTicket } from './ports';
import { joinFindings } from './ticket-finding';

/** Of the tickets that a save named as perhaps having stopped; one that fails does not stop the others. */
export async function clearLeft(ports: AppPorts, { seen }: Pick<ProjectFacts, 'seen'>, ids: readonly string[]): Promise<Outcome<null>> {
  if (ids.length === 0) return { ok: true, value: null };
  const found = await seen.tickets(ids);
  if (!found.ok) return found;
  let failure: Failure | undefined;
  for (const ticket of found.value.tickets) {
    const cleared = await clearResult(ports, ticket);
    if (!cleared.ok) ({ failure } = cleared);
  }
  return failure === undefined ? { ok: true, value: null } : { ok: false, failure };
}

/** Only where a ticket asks nobody for anything any more; whoever still asks is checked where that is. */
export async function clearResult(ports: AppPorts, ticket: SeenTicket): Promise<Outcome<null>> {
  const read = readStoredContext(ticket.context);
  if (read.state !== 'read' || (read.record.infra !== undefined && ownPlaces(read.record).length > 0)) return { ok: true, value: null };
  return writeNothing(ports, ticket, read.record);
}

/** Writes that nothing clashes, unless that stands there or nothing does; its people did it themselves, so nobody is told. */
export async function writeNothing(ports: AppPorts, ticket: SeenTicket, record: ProductContext): Promise<Outcome<null>> {
  const { result } = joinFindings([], { hash: contentHash(record), isOpen: leavesSharedDataOpen(record) });
  const before = ticketConflictsSchema.safeParse(ticket.conflicts);
  if (ticket.conflicts === undefined || (before.success && isSameValue({ ...result, checkedAt: before.data.checkedAt }, before.data))) return { ok: true, value: null };
  const written = await ports.writeConflicts(ticket.id, { ...result, checkedAt: ports.clock().toISOString() });
  return written.ok ? ports.kv.removeMany([toldKey(ticket.id)]) : written;
}
