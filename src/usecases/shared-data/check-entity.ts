/** Checks one place as the app, an entity of a shared data model or a scale, and writes the results of the tickets for which they changed. */

import { ticketConflictsSchema, type TicketConflicts } from '../../contract/conflicts';
import type { EntityPlace, RecheckWork } from '../../contract/queued-work';
import { claimKey, type Claim } from '../../domain/conflict/claim';
import type { Conflict } from '../../domain/conflict/conflict';
import { applyDecisions } from '../../domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../domain/conflict/decisions/decision';
import { detectConflicts } from '../../domain/conflict/detect-conflicts';
import { detectThresholdConflicts } from '../../domain/conflict/detect-threshold-conflicts';
import { isSameValue } from '../../domain/context/same-value';
import type { ProjectSettings } from '../../domain/context/settings';
import { scaleOf } from '../../domain/context/threshold-scale';
import type { Outcome } from '../ports';
import { findingKey, placeOf } from './keys';
import { constraintsOf } from './model-constraints';
import { distinctPlaces, isReached, isSamePlace, isScalePlace, type Reach } from './places';
import type { AppPorts } from './ports';
import { isOf, readClaiming, takesPart, type Claiming } from './read-claiming';
import type { SeenOnce } from './seen-once';
import { tellOfConflicts } from './tell-of-conflicts';
import { findingOf, findingSchema, joinFindings, type Finding } from './ticket-finding';

/** What is read once for all places of an event. */
export interface ProjectFacts {
  readonly projectId: string;
  readonly settings: ProjectSettings;
  readonly decisions: readonly Decision[];
  readonly reaches: readonly Reach[];
  readonly seen: SeenOnce;
  readonly reason: Extract<RecheckWork, { kind: 'entities' }>['reason'];
}

/** What clashes at a place. */
interface Clashes {
  readonly conflicts: readonly Conflict[];
  /** Claim keys that wait for a collaboration. */
  readonly waiting: ReadonlySet<string>;
  /** When the next decision falls due. */
  readonly nextDue?: string;
}

/** Idempotent: run twice, the second run writes nothing. */
export async function checkEntity(ports: AppPorts, facts: ProjectFacts, place: EntityPlace): Promise<Outcome<null>> {
  const claiming = await readClaiming(ports, facts, place);
  if (!claiming.ok) return claiming;
  const today = ports.clock().toISOString().slice(0, 10);
  const clashes = isScalePlace(place) ? { ok: true as const, value: opposedOn(place, claiming.value) } : await clashesIn(ports, facts, place, { claiming: claiming.value, today });
  if (!clashes.ok) return clashes;
  const { conflicts, waiting, nextDue } = clashes.value;
  const byTicket = groupByTicket(conflicts);
  for (const ticket of claiming.value) {
    if (ticket.status === 'withdrawn') continue;
    const id = Number(ticket.seen.id);
    const finding = findingOf({
      ticket: id, hash: ticket.hash, conflicts: byTicket.get(id) ?? [], claims: ticket.claims.filter((claim) => takesPart(claim, place, facts)), today,
      // A claim waits at its own entity only, or it would count twice.
      waiting: ticket.claims.filter((claim) => isOf(claim, place) && waiting.has(claimKey(claim))).length,
      ...(nextDue === undefined ? {} : { nextDue }),
    });
    const written = await writeFinding(ports, facts, place, ticket, finding);
    if (!written.ok) return written;
  }
  return { ok: true, value: null };
}

/** Thresholds of open tickets: what was built is measured, and pulls no more. */
function opposedOn(place: EntityPlace, claiming: readonly Claiming[]): Clashes {
  const thresholds = claiming.flatMap((ticket) => ticket.thresholds).filter(({ status, threshold }) => status === 'proposed' && scaleOf(threshold) === place.entity);
  return { conflicts: detectThresholdConflicts(thresholds), waiting: new Set() };
}

/** What budgets here add up from other entities takes part, too; what clashes over there by itself is found there. */
async function clashesIn(ports: AppPorts, facts: ProjectFacts, place: EntityPlace, { claiming, today }: { readonly claiming: readonly Claiming[]; readonly today: string }): Promise<Outcome<Clashes>> {
  const reaches = facts.reaches.filter(({ from }) => isSamePlace(from, place));
  const places = distinctPlaces([place, ...reaches.map(({ to }) => to)]);
  const claims: Claim[] = claiming.flatMap((ticket) => ticket.claims.filter((claim) => takesPart(claim, place, facts)));
  for (const one of places) {
    const constraints = await constraintsOf(ports.kv, facts.projectId, one);
    if (!constraints.ok) return constraints;
    claims.push(...constraints.value.filter((claim) => isOf(claim, place) || reaches.some((reach) => isReached(claim, reach))));
  }
  const decisions = facts.decisions.filter(({ at }) => places.some((one) => isSamePlace(one, placeOf(at))));
  const applied = applyDecisions(claims, decisions, today);
  const found = detectConflicts(applied.claims, { today, dimensions: facts.settings.conditions, teams: facts.settings.teams });
  return {
    ok: true,
    value: {
      conflicts: found.conflicts.filter(({ at }) => isOf(at, place)), waiting: new Set(applied.waiting.keys()),
      ...(applied.nextDue === undefined ? {} : { nextDue: applied.nextDue }),
    },
  };
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

/** A ticket that several places concern has a result only when each of them was checked for the same content. */
async function writeFinding(ports: AppPorts, facts: ProjectFacts, place: EntityPlace, ticket: Claiming, finding: Finding): Promise<Outcome<null>> {
  const findings = [finding];
  if (ticket.places.length > 1) {
    findings.pop();
    const kept = await ports.kv.set({ key: findingKey(facts.projectId, place, ticket.seen.id), value: finding });
    if (!kept.ok) return kept;
    // In the order of the places, not of the checks: else two places would write one ticket's result in turns.
    for (const other of ticket.places) {
      if (isSamePlace(other, place)) {
        findings.push(finding);
        continue;
      }
      const stored = await ports.kv.get(findingKey(facts.projectId, other, ticket.seen.id));
      if (!stored.ok) return stored;
      const parsed = findingSchema.safeParse(stored.value);
      if (!parsed.success || parsed.data.result.hash !== ticket.hash) return { ok: true, value: null };
      findings.push(parsed.data);
    }
  }
  const whole = joinFindings(findings, ticket);
  if (ticket.needsNoResult && whole.result.items.length === 0 && ticket.seen.conflicts === undefined) return { ok: true, value: null };
  const before = ticketConflictsSchema.safeParse(ticket.seen.conflicts);
  if (!before.success || !isSameFinding(before.data, whole.result)) {
    const result = { ...whole.result, checkedAt: ports.clock().toISOString() };
    const written = await ports.writeConflicts(ticket.seen.id, result);
    if (!written.ok) return isFinal(written.failure.kind) ? { ok: true, value: null } : written;
    facts.seen.wrote(ticket.seen.id, result);
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
