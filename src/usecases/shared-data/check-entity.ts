/** Checks one entity of a shared data model as the app, and writes the results of the tickets for which they changed. */

import { ticketConflictsSchema, type TicketConflicts } from '../../contract/conflicts';
import type { EntityPlace, RecheckWork } from '../../contract/queued-work';
import { readStoredContext } from '../../contract/record';
import { claimKey, type Claim } from '../../domain/conflict/claim';
import type { Conflict } from '../../domain/conflict/conflict';
import { applyDecisions } from '../../domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../domain/conflict/decisions/decision';
import { detectConflicts } from '../../domain/conflict/detect-conflicts';
import { entityOf } from '../../domain/conflict/element-path';
import { claimStatus, ticketClaims } from '../../domain/conflict/ticket-claims';
import { contentHash } from '../../domain/context/content-hash';
import { deriveIndex } from '../../domain/context/derive-index';
import { isCopied } from '../../domain/context/draft-from-copy';
import { isSameValue } from '../../domain/context/same-value';
import type { ProjectSettings } from '../../domain/context/settings';
import type { Outcome } from '../ports';
import { readPlace, type IndexEntry } from './claim-index';
import { findingKey, placeId, placeOf } from './keys';
import { constraintsOf } from './model-constraints';
import type { AppPorts, SeenTicket } from './ports';
import { tellOfConflicts } from './tell-of-conflicts';
import { findingOf, findingSchema, joinFindings, type Finding } from './ticket-finding';

/** What is read once for all entities of an event. */
export interface ProjectFacts {
  readonly projectId: string;
  readonly settings: ProjectSettings;
  readonly decisions: readonly Decision[];
  readonly reason: Extract<RecheckWork, { kind: 'entities' }>['reason'];
}

/** A ticket with claims on the entity, and all of its claims. */
interface Claiming {
  readonly seen: SeenTicket;
  readonly claims: readonly Claim[];
  readonly hash: string;
}

/** Idempotent: run twice, the second run writes nothing. */
export async function checkEntity(ports: AppPorts, facts: ProjectFacts, place: EntityPlace): Promise<Outcome<null>> {
  const entries = await readPlace(ports.kv, facts.projectId, place);
  if (!entries.ok) return entries;
  const claiming = await readClaiming(ports, facts, place, entries.value);
  if (!claiming.ok) return claiming;
  const constraints = await constraintsOf(ports.kv, facts.projectId, place);
  if (!constraints.ok) return constraints;
  const today = ports.clock().toISOString().slice(0, 10);
  const claims = [...claiming.value.flatMap((ticket) => ticket.claims.filter((claim) => isAt(claim, place))), ...constraints.value];
  const applied = applyDecisions(claims, facts.decisions.filter(({ at }) => at.model === place.model && entityOf(at.element) === place.entity), today);
  const { conflicts } = detectConflicts(applied.claims, { today, dimensions: facts.settings.conditions, teams: facts.settings.teams });
  const byTicket = groupByTicket(conflicts);
  for (const ticket of claiming.value) {
    const id = Number(ticket.seen.id);
    const own = ticket.claims.filter((claim) => isAt(claim, place));
    if (own.every((claim) => claim.status === 'withdrawn')) continue;
    const finding = findingOf({
      ticket: id, hash: ticket.hash, conflicts: byTicket.get(id) ?? [], claims: own, today, waiting: own.filter((claim) => applied.waiting.has(claimKey(claim))).length,
      ...(applied.nextDue === undefined ? {} : { nextDue: applied.nextDue }),
    });
    const written = await writeFinding(ports, facts, place, ticket, finding);
    if (!written.ok) return written;
  }
  return { ok: true, value: null };
}

function isAt({ model, element }: Claim, place: EntityPlace): boolean {
  return model === place.model && entityOf(element) === place.entity;
}

function groupByTicket(conflicts: readonly Conflict[]): ReadonlyMap<number, readonly Conflict[]> {
  const groups = new Map<number, Conflict[]>();
  for (const conflict of conflicts) {
    for (const id of new Set(conflict.sides.flatMap((side) => side.who.map(({ ticket }) => ticket.id)))) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [conflict]);
      else group.push(conflict);
    }
  }
  return groups;
}

/** The claims as they stand on the tickets now; index entries of tickets that no longer make any are removed. */
async function readClaiming(ports: AppPorts, facts: ProjectFacts, place: EntityPlace, entries: readonly (IndexEntry & { readonly key: string })[]): Promise<Outcome<readonly Claiming[]>> {
  const ids = [...new Set(entries.map(({ ticket }) => ticket))];
  if (ids.length === 0) return { ok: true, value: [] };
  const found = await ports.tickets.fetch(ids);
  if (!found.ok) return found;
  const claiming = found.value.tickets.flatMap((seen) => toClaiming(seen, facts));
  const known = new Set([...found.value.unsure, ...claiming.filter(({ claims }) => claims.some((claim) => isAt(claim, place))).map(({ seen }) => seen.id)]);
  const gone = entries.filter(({ ticket }) => !known.has(ticket)).map(({ key }) => key);
  const removed = gone.length === 0 ? undefined : await ports.kv.removeMany(gone);
  return removed?.ok === false ? removed : { ok: true, value: claiming };
}

function toClaiming(seen: SeenTicket, { projectId, settings }: ProjectFacts): Claiming[] {
  const read = readStoredContext(seen.context);
  if (read.state !== 'read' || isCopied(read.record, seen.id) || read.record.infra?.id !== projectId) return [];
  const { record } = read;
  const claims = ticketClaims(record.claims, {
    ticket: { id: Number(seen.id), key: seen.key }, team: record.team ?? '', grade: deriveIndex(record, settings, seen.id).grade,
    status: claimStatus({ isDone: seen.isDone, resolution: seen.resolution, answer: record.answer?.state }),
  });
  return [{ seen, claims, hash: contentHash(record) }];
}

/** A ticket that speaks of several entities has a result only when each of them was checked for the same content. */
async function writeFinding(ports: AppPorts, facts: ProjectFacts, place: EntityPlace, ticket: Claiming, finding: Finding): Promise<Outcome<null>> {
  const places = new Map(ticket.claims.map((claim) => [placeId(placeOf(claim)), placeOf(claim)]));
  const findings = [finding];
  if (places.size > 1) {
    const kept = await ports.kv.set({ key: findingKey(facts.projectId, place, ticket.seen.id), value: finding });
    if (!kept.ok) return kept;
    for (const [id, other] of places) {
      if (id === placeId(place)) continue;
      const stored = await ports.kv.get(findingKey(facts.projectId, other, ticket.seen.id));
      if (!stored.ok) return stored;
      const parsed = findingSchema.safeParse(stored.value);
      if (!parsed.success || parsed.data.result.hash !== ticket.hash) return { ok: true, value: null };
      findings.push(parsed.data);
    }
  }
  const whole = joinFindings(findings, ticket.hash);
  const before = ticketConflictsSchema.safeParse(ticket.seen.conflicts);
  if (!before.success || !isSameFinding(before.data, whole.result)) {
    const written = await ports.writeConflicts(ticket.seen.id, { ...whole.result, checkedAt: ports.clock().toISOString() });
    if (!written.ok) return isFinal(written.failure.kind) ? { ok: true, value: null } : written;
  }
  return tellOfConflicts(ports, ticket.seen, whole.telling, { wasChecked: before.success, reason: facts.reason });
}

/** When it was found is no difference: a write for that alone would cost a point a ticket every day. */
function isSameFinding({ checkedAt: _before, ...before }: TicketConflicts, { checkedAt: _now, ...now }: TicketConflicts): boolean {
  return isSameValue(before, now);
}

/** The app may not write there, or the ticket is gone: trying again changes nothing. */
function isFinal(kind: string): boolean {
  return kind === 'forbidden' || kind === 'not-found' || kind === 'rejected' || kind === 'too-large';
}
