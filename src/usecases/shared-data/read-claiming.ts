import type { EntityPlace } from '../../contract/queued-work';
import type { Claim, ClaimStatus } from '../../domain/conflict/claim';
import type { TicketThreshold } from '../../domain/conflict/detect-threshold-conflicts';
import { claimStatus, ticketClaims } from '../../domain/conflict/ticket-claims';
import { contentHash } from '../../domain/context/content-hash';
import { deriveIndex } from '../../domain/context/derive-index';
import { cannotBeHeld, leavesSharedDataOpen } from '../../domain/context/judge-commitment';
import type { ProductContext } from '../../domain/context/product-context';
import type { Outcome } from '../ports';
import type { ProjectFacts } from './check-entity';
import { askingOf } from './index-seen';
import { placeOf } from './keys';
import { isReached, isSamePlace, isScalePlace, ownPlaces, placesOf } from './places';
import type { AppPorts, SeenTicket } from './ports';

/** A ticket that has a say at a place, with all that it asks for. */
export interface Claiming {
  readonly seen: SeenTicket;
  readonly record: ProductContext;
  readonly status: ClaimStatus;
  readonly claims: readonly Claim[];
  readonly thresholds: readonly TicketThreshold[];
  readonly hash: string;
  /** Every place whose check has a part in its result. */
  readonly places: readonly EntityPlace[];
  /** What it requires of shared data is not known, so that no result may say that nothing clashes. */
  readonly isOpen: boolean;
  /** A result without conflicts would say nothing new, so it need not be written. */
  readonly needsNoResult: boolean;
}

/** The tickets of a place as they stand now, with those that budgets there add up from elsewhere; index entries of tickets that no longer ask anything there are removed. */
export async function readClaiming(ports: AppPorts, facts: ProjectFacts, place: EntityPlace): Promise<Outcome<readonly Claiming[]>> {
  const reaches = facts.reaches.filter(({ from }) => isSamePlace(from, place));
  const entries = await facts.seen.entries(place);
  if (!entries.ok) return entries;
  const ids = new Set(entries.value.map(({ ticket }) => ticket));
  for (const reach of reaches) {
    const reached = await facts.seen.entries(reach.to);
    if (!reached.ok) return reached;
    for (const { ticket, claims } of reached.value) if (claims.some((claim) => isReached(claim, reach))) ids.add(ticket);
  }
  if (ids.size === 0) return { ok: true, value: [] };
  const found = await facts.seen.tickets([...ids]);
  if (!found.ok) return found;
  const claiming = found.value.tickets.flatMap((seen) => toClaiming(seen, facts)).filter(({ places }) => has(places, place));
  const known = new Set([...found.value.unsure, ...claiming.filter((ticket) => has(ownPlaces({ claims: ticket.claims, thresholds: ticket.thresholds.map(({ threshold }) => threshold) }), place)).map(({ seen }) => seen.id)]);
  const gone = entries.value.filter(({ ticket }) => !known.has(ticket)).map(({ key }) => key);
  const removed = gone.length === 0 ? undefined : await ports.kv.removeMany(gone);
  return removed?.ok === false ? removed : { ok: true, value: claiming };
}

/** Whether a claim of that ticket takes part in the check of a place. */
export function takesPart(claim: Claim, place: EntityPlace, { reaches }: Pick<ProjectFacts, 'reaches'>): boolean {
  if (isScalePlace(place)) return false;
  return isOf(claim, place) || reaches.some((reach) => isSamePlace(reach.from, place) && isReached(claim, reach));
}

/** Whether the claim's own element belongs to the place. */
export function isOf(claim: Pick<Claim, 'model' | 'element'>, place: EntityPlace): boolean {
  return isSamePlace(placeOf(claim), place);
}

function has(places: readonly EntityPlace[], place: EntityPlace): boolean {
  return places.some((one) => isSamePlace(one, place));
}

/** The ticket with all that it asks of the project; empty where it asks nothing of it. */
export function toClaiming(seen: SeenTicket, { projectId, settings, reaches }: ProjectFacts): Claiming[] {
  const record = askingOf(seen, projectId);
  if (record === undefined) return [];
  const status = claimStatus({ isDone: seen.isDone, resolution: seen.resolution, answer: record.answer?.state, notBuilt: settings.notBuilt });
  const by = { ticket: { id: Number(seen.id), key: seen.key }, team: record.team ?? '', grade: deriveIndex(record, settings, seen.id).grade, status };
  return [{
    seen, record, status, hash: contentHash(record), places: placesOf(record, reaches), isOpen: leavesSharedDataOpen(record), needsNoResult: cannotBeHeld(record) || leavesSharedDataOpen(record),
    claims: ticketClaims(record.claims, by), thresholds: (record.thresholds ?? []).map((threshold) => ({ ...by, threshold })),
  }];
}
