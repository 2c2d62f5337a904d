/** How far the comments and links that follow each decision have come; kept in the app's store, so that it can be resumed. */

import * as z from 'zod';
import type { FollowUp } from '../../contract/calls';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { Outcome, Ports } from '../ports';
import { boundTickets } from './bound-tickets';
import { readPlace } from './claim-index';
import { placesOfDecision } from './decided-places';
import { followUpKey, placeOf } from './keys';
import { leaveChecks } from './leave-checks';
import type { KeyValues } from './ports';

const ids = z.array(z.number());
const stateSchema = z.object({
  number: z.number(), isReversal: z.boolean(), waiting: ids, done: ids, failed: z.array(z.object({ ticket: z.number(), words: z.string() })),
  /** How often a waiting ticket was tried in vain, by its id. */
  tries: z.record(z.string(), z.number()).default({}),
});
export type FollowUpState = Readonly<z.infer<typeof stateSchema>>;

/** Undefined when nothing follows yet. */
export async function readFollowUp(kv: KeyValues, projectId: string, number: number): Promise<Outcome<FollowUpState | undefined>> {
  const found = await kv.get(followUpKey(projectId, number));
  return found.ok ? { ok: true, value: stateSchema.safeParse(found.value).data } : found;
}

/** Of all decisions of a project, by number. */
export async function listFollowUps(kv: KeyValues, projectId: string): Promise<Outcome<readonly FollowUpState[]>> {
  const found = await kv.list(followUpKey(projectId));
  if (!found.ok) return found;
  return { ok: true, value: found.value.flatMap(({ value }) => stateSchema.safeParse(value).data ?? []).sort((a, b) => a.number - b.number) };
}

/** Keeps how far it has come. */
export function keepFollowUp(kv: KeyValues, projectId: string, state: FollowUpState): Promise<Outcome<null>> {
  return kv.set({ key: followUpKey(projectId, state.number), value: state });
}

/** What a page shows of it. */
export function showFollowUp({ number, done, waiting, failed }: FollowUpState): FollowUp {
  return { number, done, waiting, failed };
}

/** The beginning: every ticket that the decision binds waits. */
export async function planFollowUp(kv: KeyValues, projectId: string, decision: Decision): Promise<Outcome<FollowUpState>> {
  const entries = await readPlace(kv, projectId, placeOf(decision.at));
  if (!entries.ok) return entries;
  return { ok: true, value: { number: decision.number, isReversal: decision.reversedOn !== undefined, waiting: [...boundTickets(decision, entries.value)], done: [], failed: [], tries: {} } };
}

/**
 * After a decision was recorded or reversed: its comments and links, and the check of what it changes, are queued. The decision
 * stands whatever becomes of these: they can be resumed, and the daily run checks.
 */
export async function beginFollowUp(ports: Pick<Ports, 'kv' | 'leave' | 'clock'>, projectId: string, decision: Decision): Promise<void> {
  const planned = await planFollowUp(ports.kv, projectId, decision);
  if (planned.ok) await keepFollowUp(ports.kv, projectId, planned.value);
  await ports.leave.followUp({ kind: 'follow-up', projectId, number: decision.number }, 0);
  await recheckDecided(ports, projectId, decision);
}

/** Has every entity checked again on which the decision has an effect. */
export async function recheckDecided(ports: Pick<Ports, 'kv' | 'leave' | 'clock'>, projectId: string, decision: Decision): Promise<void> {
  const places = await placesOfDecision(ports.kv, projectId, decision);
  await leaveChecks(ports, [{ projectId, places: places.ok ? places.value : [placeOf(decision.at)] }], {});
}
