import { contentHash } from '../../domain/context/content-hash';
import { isSameValue } from '../../domain/context/same-value';
import type { ProductContext } from '../../domain/context/product-context';
import type { KnownContext } from '../known-context';
import type { Ports } from '../ports';
import { indexTicket } from './claim-index';
import { leaveChecks } from './leave-checks';
import { ownPlaces } from './places';

/** Seconds until what was touched is checked again: one check serves several saves in a row. */
export const RECHECK_DELAY = 15;

const NOTICE = 'Saved. Groundwork could not note what this ticket asks for, for the check against other tickets; it tries again within a day, or save once more.';

/**
 * After a save: writes what the ticket asks for into the index and queues the check of the elements and scales it speaks of. Costs no points of
 * Jira. Returns words when it could not be done; the daily run then does it.
 */
export async function noteClaims(ports: Pick<Ports, 'kv' | 'leave' | 'clock'>, issueId: string, before: KnownContext | undefined, saved: ProductContext): Promise<string | undefined> {
  const known = before === undefined || before.isCopy ? undefined : before;
  if (ownPlaces(known?.content ?? {}).length === 0 && ownPlaces(saved).length === 0) return undefined;
  if (known !== undefined && known.record !== null && isSameValue(checked(known.record), checked(saved))) return undefined;
  const touched = await indexTicket(ports.kv, { ticketId: issueId, rev: saved.rev, projectId: saved.infra?.id, asking: saved });
  if (!touched.ok) return NOTICE;
  const left = await leaveChecks(ports, touched.value, { delaySeconds: RECHECK_DELAY, ...(ownPlaces(saved).length === 0 || saved.infra === undefined ? { left: [issueId] } : {}) });
  return left.ok ? undefined : NOTICE;
}

/** What the result of a check depends on. The hash covers the claims; a result counts only for the content it was computed for. */
function checked(record: ProductContext): unknown {
  return {
    hash: contentHash(record), infra: record.infra?.id, team: record.team, answer: record.answer?.state, isDraft: record.index?.grade === 'none',
  };
}
