/** Builders for demand: a test states only what it is about. */

import type { ProductContext } from '../../src/domain/context/product-context';
import type { ProjectSettings } from '../../src/domain/context/settings';
import { deriveIndex } from '../../src/domain/context/derive-index';
import { assessDemand, type FoundContext } from '../../src/domain/demand/assess-demand';
import type { Demand } from '../../src/domain/demand/demand';
import type { DemandTicket } from '../../src/domain/demand/demand-ticket';
import { aContext, someSettings } from '../context/given-context';

export const TODAY = '2026-11-22';

/** BUYER-<number>, open, changed yesterday. */
export function aTicket(number: number, change: Partial<DemandTicket> = {}): DemandTicket {
  return {
    id: String(20_000 + number), key: `BUYER-${String(number)}`, summary: `Ticket ${String(number)}`, status: 'Backlog', category: 'new',
    type: { id: '10001', name: 'Story', subtask: false }, project: { id: '10001', key: 'BUYER', name: 'Buyer Platform' },
    reporter: { id: 'sofia', name: 'Sofia Alvarez' }, created: '2026-10-01T08:00:00.000+0000', updated: '2026-11-21T08:00:00.000+0000', ...change,
  };
}

/** A record as a save would have written it; silver unless the content is changed. */
export function aRecord(ticket: DemandTicket, change: Partial<ProductContext> = {}, settings: ProjectSettings = someSettings()): ProductContext {
  const record: ProductContext = { v: 1, rev: 3, savedAt: '2026-11-01T08:00:00Z', ...aContext(), ...change };
  return { ...record, index: change.index ?? deriveIndex(record, settings, ticket.id) };
}

/** A row of demand; without a record, a ticket that nobody has explained. */
export function aDemand(number: number, { ticket = {}, record, found, settings = someSettings() }: {
  ticket?: Partial<DemandTicket>; record?: Partial<ProductContext>; found?: FoundContext; settings?: ProjectSettings;
} = {}): Demand {
  const whole = aTicket(number, ticket);
  const stored: FoundContext = found ?? (record === undefined ? { state: 'absent' } : { state: 'read', record: aRecord(whole, record, settings) });
  return assessDemand(whole, stored, settings, { today: TODAY, locale: 'en-US' });
}
