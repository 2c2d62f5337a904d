/** What one event reads once, however many of its places need it: a read of tickets costs points of Jira. */

import type { TicketConflicts } from '../../contract/conflicts';
import type { EntityPlace } from '../../contract/queued-work';
import type { Outcome } from '../ports';
import { readPlace, type IndexEntry } from './claim-index';
import { placeId } from './keys';
import type { AppPorts, SeenTicket } from './ports';

type Entries = readonly (IndexEntry & { readonly key: string })[];

export interface SeenOnce {
  entries(place: EntityPlace): Promise<Outcome<Entries>>;
  tickets(ids: readonly string[]): Promise<Outcome<{ readonly tickets: readonly SeenTicket[]; readonly unsure: readonly string[] }>>;
  /** What was just written there: a later place compares with that. */
  wrote(id: string, conflicts: TicketConflicts): void;
}

export function seeOnce(ports: Pick<AppPorts, 'kv' | 'tickets'>, projectId: string): SeenOnce {
  const places = new Map<string, Entries>();
  const asked = new Set<string>();
  const unsure = new Set<string>();
  const seen = new Map<string, SeenTicket>();
  return {
    async entries(place) {
      const known = places.get(placeId(place));
      if (known !== undefined) return { ok: true, value: known };
      const read = await readPlace(ports.kv, projectId, place);
      if (read.ok) places.set(placeId(place), read.value);
      return read;
    },
    async tickets(ids) {
      const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
      if (fresh.length > 0) {
        const found = await ports.tickets.fetch(fresh);
        if (!found.ok) return found;
        for (const id of fresh) asked.add(id);
        for (const id of found.value.unsure) unsure.add(id);
        for (const ticket of found.value.tickets) seen.set(ticket.id, ticket);
      }
      return { ok: true, value: { tickets: [...new Set(ids)].flatMap((id) => seen.get(id) ?? []), unsure: ids.filter((id) => unsure.has(id)) } };
    },
    wrote(id, conflicts) {
      const ticket = seen.get(id);
      if (ticket !== undefined) seen.set(id, { ...ticket, conflicts });
    },
  };
}
