/** The work of the recheck queue: entities, whole projects, and the index read anew from the tickets. */

import * as z from 'zod';
import type { EntityPlace, RecheckWork } from '../../contract/queued-work';
import { readStoredSettings } from '../../contract/settings';
import type { Failure, Outcome } from '../ports';
import { batchesOf } from './batches';
import { checkEntity, type ProjectFacts } from './check-entity';
import { readPlaces, readReaches } from './claim-index';
import { clearLeft, clearResult } from './clear-results';
import { placesThatWait } from './decided-places';
import { checkedKey } from './keys';
import { distinctPlaces, isSamePlace, isScalePlace, type Reach } from './places';
import type { AppPorts } from './ports';
import { indexSeen } from './index-seen';
import { readDecisions } from './read-decisions';
import { seeOnce } from './seen-once';

/** Undefined: done. Otherwise the event comes again after so many seconds. */
export type Again = { readonly afterSeconds: number; readonly because: Failure['kind'] } | undefined;

/** Milliseconds without which no further entity is begun: it goes on in another event. */
const ENOUGH = 15_000;
/** A check that began so long after a save, in milliseconds, has surely seen it: clocks differ, and the store's lists lag. */
const SURELY_SEEN = 5_000;
/** Entities and scales of one event, and seconds between two events, when everything is checked. Most scales are one ticket's alone. */
const ENTITIES = 10;
const SCALES = 100;
const PACE = 5;
/** What Jira fails to write is tried so often; then the daily run tries again. */
const MOST_TRIES = 6;

/** Does one event; what it leaves goes into further events. */
export async function doRecheck(ports: AppPorts, work: RecheckWork): Promise<Again> {
  const outcome = await carryOut(ports, work);
  return outcome.ok ? undefined : againAfter(outcome.failure);
}

/** Seconds until what failed so often is tried again. */
export function laterEachTime(tries: number): number {
  return Math.min(900, 15 * 2 ** tries);
}

/** How long to wait before the same is tried again. */
export function againAfter(failure: Failure): NonNullable<Again> {
  return { afterSeconds: failure.kind === 'busy' ? Math.min(900, failure.retryAfterSeconds) : 30, because: failure.kind };
}

/** What the daily run leaves: each project's index is read anew and everything is checked, one project a minute. */
export async function leaveDailyWork(ports: Pick<AppPorts, 'findProjects' | 'leave'>): Promise<Outcome<null>> {
  const projects = await ports.findProjects();
  if (!projects.ok) return projects;
  return ports.leave.recheck(projects.value.map((projectId, at) => ({ work: { kind: 'index', projectId }, delaySeconds: at * 60 })));
}

async function carryOut(ports: AppPorts, work: RecheckWork): Promise<Outcome<unknown>> {
  switch (work.kind) {
    case 'entities': return checkEntities(ports, work);
    case 'project': return checkProject(ports, work);
    case 'index': return readIndex(ports, work);
    default: return neverWork(work);
  }
}

async function checkEntities(ports: AppPorts, work: Extract<RecheckWork, { kind: 'entities' }>): Promise<Outcome<unknown>> {
  // Before anything is read: a save that comes meanwhile is checked again.
  const began = ports.clock().toISOString();
  const reaches = await readReaches(ports.kv, work.projectId);
  if (!reaches.ok) return reaches;
  const due = await duePlaces(ports, work, reaches.value);
  if (!due.ok || (due.value.length === 0 && work.left === undefined)) return due;
  const facts = await readFacts(ports, work, { due: due.value, reaches: reaches.value });
  if (!facts.ok || facts.value === undefined) return facts;
  const waiting = work.reason === 'save' ? await placesThatWait(ports.kv, facts.value, due.value, began.slice(0, 10)) : { ok: true as const, value: [] };
  if (!waiting.ok) return waiting;
  const places = distinctPlaces([...due.value, ...waiting.value]);
  const read = await readAhead(facts.value, places, work.left ?? []);
  if (!read.ok) return read;
  const { left, ...begun } = work;
  const cleared = await clearLeft(ports, facts.value, left ?? []);
  const failed: EntityPlace[] = [];
  let last = cleared.ok ? undefined : cleared.failure;
  for (const [at, place] of places.entries()) {
    if (at > 0 && ports.remaining() < ENOUGH) return ports.leave.recheck([{ work: { ...work, places: [...failed, ...places.slice(at)] }, delaySeconds: 0 }]);
    const checked = await checkEntity(ports, facts.value, place);
    if (!checked.ok) {
      // What Jira fails to write at one place never holds up another.
      failed.push(place);
      last = checked.failure;
      continue;
    }
    const kept = await ports.kv.set({ key: checkedKey(work.projectId, place), value: began });
    if (!kept.ok) return kept;
  }
  return last === undefined ? { ok: true, value: null } : comeBack(ports, { ...begun, places: failed, ...(cleared.ok || left === undefined ? {} : { left }) }, last);
}

async function comeBack(ports: AppPorts, work: Extract<RecheckWork, { kind: 'entities' }>, failure: Failure): Promise<Outcome<unknown>> {
  const tries = (work.tries ?? 0) + 1;
  if (tries > MOST_TRIES) return { ok: true, value: null };
  return ports.leave.recheck([{ work: { ...work, tries }, delaySeconds: Math.max(againAfter(failure).afterSeconds, laterEachTime(tries)) }]);
}

/** What a save touched, and the entities whose budgets add that up; without what was checked after it. When everything is checked, those come by themselves. */
async function duePlaces(ports: AppPorts, { places, projectId, since, reason }: Extract<RecheckWork, { kind: 'entities' }>, reaches: readonly Reach[]): Promise<Outcome<EntityPlace[]>> {
  const reaching = reason === 'save' ? reaches.filter(({ to }) => places.some((place) => isSamePlace(place, to))).map(({ from }) => from) : [];
  const due: EntityPlace[] = [];
  for (const place of distinctPlaces([...reaching, ...places])) {
    const last = await ports.kv.get(checkedKey(projectId, place));
    if (!last.ok) return last;
    if (!(Date.parse(z.string().catch('').parse(last.value)) > Date.parse(since) + SURELY_SEEN)) due.push(place);
  }
  return { ok: true, value: due };
}

/** All tickets of all places in as few requests as Jira allows. */
async function readAhead({ seen }: ProjectFacts, places: readonly EntityPlace[], left: readonly string[]): Promise<Outcome<unknown>> {
  const ids = [...left];
  for (const place of places) {
    const entries = await seen.entries(place);
    if (!entries.ok) return entries;
    for (const { ticket } of entries.value) ids.push(ticket);
  }
  return seen.tickets(ids);
}

/** Undefined when the project no longer takes part, or what is stored there is for people to repair first. */
async function readFacts(
  ports: AppPorts, { projectId, reason }: Extract<RecheckWork, { kind: 'entities' }>, { due, reaches }: { readonly due: readonly EntityPlace[]; readonly reaches: readonly Reach[] },
): Promise<Outcome<ProjectFacts | undefined>> {
  const stored = await ports.settings.read(projectId);
  if (!stored.ok) return stored;
  const settings = readStoredSettings(stored.value);
  if (settings.state !== 'read' || !settings.settings.enabled) return { ok: true, value: undefined };
  const known = { projectId, settings: settings.settings, reaches, seen: seeOnce(ports, projectId), reason };
  // Thresholds are nobody's shared data: no decision settles them.
  if (due.every(isScalePlace)) return { ok: true, value: { ...known, decisions: [] } };
  const decisions = await readDecisions(ports.decisions, projectId);
  if (!decisions.ok) return decisions;
  if (decisions.value.state !== 'read') return { ok: true, value: undefined };
  return { ok: true, value: { ...known, decisions: decisions.value.decisions.decisions } };
}

async function checkProject(ports: AppPorts, { projectId, since }: Extract<RecheckWork, { kind: 'project' }>): Promise<Outcome<unknown>> {
  const places = await readPlaces(ports.kv, projectId);
  if (!places.ok) return places;
  const [scales, entities] = [places.value.filter(isScalePlace), places.value.filter((place) => !isScalePlace(place))];
  // Side by side, as a ticket with both has a result only when both were checked.
  return ports.leave.recheck([batchesOf(scales, SCALES), batchesOf(entities, ENTITIES)].flatMap((batches) => batches.map((batch, at) => (
    { work: { kind: 'entities' as const, projectId, places: batch, since, reason: 'repeat' as const }, delaySeconds: at * PACE }))));
}

async function readIndex(ports: AppPorts, { projectId, page }: Extract<RecheckWork, { kind: 'index' }>): Promise<Outcome<unknown>> {
  const found = await ports.tickets.search(`productContextInfra = "${projectId}" ORDER BY id ASC`, page);
  if (!found.ok) return found;
  const tickets = found.value.ids.length === 0 ? undefined : await ports.tickets.fetch(found.value.ids);
  if (tickets?.ok === false) return tickets;
  for (const ticket of tickets?.value.tickets ?? []) {
    const indexed = await indexSeen(ports.kv, projectId, ticket);
    if (!indexed.ok) return indexed;
    // What cannot be cleared now is cleared by the next daily run.
    await clearResult(ports, ticket);
  }
  const work: RecheckWork = found.value.next === undefined ? { kind: 'project', projectId, since: ports.clock().toISOString() } : { kind: 'index', projectId, page: found.value.next };
  return ports.leave.recheck([{ work, delaySeconds: 0 }]);
}

function neverWork(work: never): never {
  throw new Error(`No work in ${JSON.stringify(work)}.`);
}
