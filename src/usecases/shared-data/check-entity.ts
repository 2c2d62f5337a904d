/** Checks one place as the app, an entity of a shared data model or a scale, and writes the results of the tickets for which they changed. */

import { ticketConflictsSchema, type TicketConflicts } from '../../contract/conflicts';
import type { EntityPlace, RecheckWork } from '../../contract/queued-work';
import { claimKey, type Claim } from '../../domain/conflict/claim';
import type { Conflict, Note, Place } from '../../domain/conflict/conflict';
import { applyDecisions } from '../../domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../domain/conflict/decisions/decision';
import { sharedElement } from '../../domain/conflict/decisions/own-element';
import { detectConflicts } from '../../domain/conflict/detect-conflicts';
import { detectThresholdConflicts } from '../../domain/conflict/detect-threshold-conflicts';
import { isSameValue } from '../../domain/context/same-value';
import type { ProjectSettings } from '../../domain/context/settings';
import { scaleOf } from '../../domain/context/threshold-scale';
import type { Failure, Outcome } from '../ports';
import { boundTickets } from './bound-tickets';
import { writeNothing } from './clear-results';
import { decisionsOn, jointAnswers } from './decided-places';
import { findingKey, placeOf } from './keys';
import { constraintsOf } from './model-constraints';
import { distinctPlaces, isReached, isSamePlace, isScalePlace, type Reach } from './places';
import type { AppPorts } from './ports';
import { isOf, readClaiming, takesPart, type Claiming } from './read-claiming';
import type { SeenOnce } from './seen-once';
import { newsOf, tellOfConflicts } from './tell-of-conflicts';
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
  /** What could not be compared. */
  readonly notChecked: readonly Note[];
  /** Claim keys to the number of the collaboration that they wait for. */
  readonly waiting: ReadonlyMap<string, number>;
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
  const { conflicts, notChecked, waiting, nextDue } = clashes.value;
  const byTicket = groupByTicket(conflicts);
  const told = await toldByDecisions(facts, place, today);
  if (!told.ok) return told;
  let failure: Failure | undefined;
  for (const ticket of claiming.value) {
    const id = Number(ticket.seen.id);
    const own = byTicket.get(id) ?? [];
    const written = ticket.status === 'withdrawn' ? await writeNothing(ports, ticket.seen, ticket.record) : await writeFinding(ports, facts, place, ticket, {
      told: told.value.get(id) ?? NOTHING,
      finding: findingOf({
        ticket: id, hash: ticket.hash, conflicts: own, notChecked, claims: ticket.claims.filter((claim) => takesPart(claim, place, facts)), today,
        waiting: waitingFor(ticket, own, waiting, place), ...(nextDue === undefined ? {} : { nextDue }),
      }),
    });
    // One ticket that Jira fails to write, or to comment on, never keeps another from its result.
    if (!written.ok) ({ failure } = written);
  }
  return failure === undefined ? { ok: true, value: null } : { ok: false, failure };
}

const NOTHING: ReadonlySet<string> = new Set();

/** For how many joint answers a ticket waits, beside those whose conflict holds it anyway. A claim waits at its own entity only, or it would count twice. */
function waitingFor({ seen, claims }: Claiming, conflicts: readonly Conflict[], waiting: ReadonlyMap<string, number>, place: EntityPlace): number {
  const held = new Set(conflicts.flatMap(({ sides }) => sides.flatMap(({ who }) => who)).filter((member) => member.held && member.ticket.id === Number(seen.id)).map(({ claim }) => claim));
  const own = claims.filter((claim) => isOf(claim, place) && waiting.has(claimKey(claim)));
  const counted = new Set(own.filter((claim) => held.has(claimKey(claim))).map((claim) => waiting.get(claimKey(claim))));
  return new Set(own.map((claim) => waiting.get(claimKey(claim))).filter((number) => !counted.has(number))).size;
}

/** What each ticket is told by a decision of today or yesterday: that what it settles is settled, or that its reversal brings the conflict back. One comment says that, not two. */
async function toldByDecisions({ decisions, seen }: ProjectFacts, place: EntityPlace, today: string): Promise<Outcome<ReadonlyMap<number, ReadonlySet<string>>>> {
  const since = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const told = new Map<number, Set<string>>();
  const recent = decisions.filter(({ at, decidedOn, reversedOn }) => isSamePlace(placeOf(at), place) && (reversedOn ?? decidedOn) >= since);
  if (recent.length === 0) return { ok: true, value: told };
  const entries = await seen.entries(place);
  if (!entries.ok) return entries;
  for (const decision of recent) {
    const news = newsOf(decision.at.element, decision.reversedOn === undefined ? undefined : decision.conflict.code);
    for (const id of boundTickets(decision, entries.value)) told.set(id, (told.get(id) ?? new Set()).add(news));
  }
  return { ok: true, value: told };
}

/** Thresholds of open tickets: what was built is measured, and pulls no more. */
function opposedOn(place: EntityPlace, claiming: readonly Claiming[]): Clashes {
  const thresholds = claiming.flatMap((ticket) => ticket.thresholds).filter(({ status, threshold }) => status === 'proposed' && scaleOf(threshold) === place.entity);
  return { conflicts: detectThresholdConflicts(thresholds), notChecked: [], waiting: new Map() };
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
  const decisions = decisionsOn(facts, places, claims);
  const answers = await jointAnswers(facts, decisions, places);
  if (!answers.ok) return answers;
  const applied = applyDecisions([...claims, ...answers.value], decisions, today);
  const found = detectConflicts(applied.claims, { today, dimensions: facts.settings.conditions, teams: facts.settings.teams });
  return {
    ok: true,
    value: {
      conflicts: found.conflicts.filter(({ at }) => isFoundAt(at, place)),
      notChecked: found.notes.filter(({ code, at }) => code === 'NOT_CHECKED' && isFoundAt(at, place)), waiting: applied.waiting,
      ...(applied.nextDue === undefined ? {} : { nextDue: applied.nextDue }),
    },
  };
}

/** What teams keep on their own is checked with the shared entity that they took it out of. */
function isFoundAt(at: Place, place: EntityPlace): boolean {
  return isOf(at, place) || isOf({ ...at, element: sharedElement(at.element) }, place);
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
async function writeFinding(
  ports: AppPorts, facts: ProjectFacts, place: EntityPlace, ticket: Claiming, { finding, told }: { readonly finding: Finding; readonly told: ReadonlySet<string> },
): Promise<Outcome<null>> {
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
  return tellOfConflicts(ports, ticket.seen, whole.telling, { wasChecked: before.success, reason: facts.reason, told });
}

/** When it was found is no difference: a write for that alone would cost a point a ticket every day. */
function isSameFinding({ checkedAt: _before, ...before }: TicketConflicts, { checkedAt: _now, ...now }: TicketConflicts): boolean {
  return isSameValue(before, now);
}

/** The app may not write there, or the ticket is gone: trying again changes nothing. */
function isFinal(kind: string): boolean {
  return kind === 'forbidden' || kind === 'not-found' || kind === 'rejected' || kind === 'too-large';
}
