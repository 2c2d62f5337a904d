/** Keys of the app's store. They may hold only letters, digits and a few marks, so names of elements stand in them as hashes. */

import type { EntityPlace } from '../../contract/queued-work';
import { stableHash } from '../../domain/conflict/stable-hash';
import { entityOf } from '../../domain/conflict/element-path';

/** The entity that a claim's element belongs to. */
export function placeOf({ model, element }: { readonly model: string; readonly element: string }): EntityPlace {
  return { model, entity: entityOf(element) };
}

/** Names an entity in a key. */
export function placeId({ model, entity }: EntityPlace): string {
  return stableHash(JSON.stringify([model, entity]));
}

/** Begins the keys of all claims of a project. */
export function projectPrefix(projectId: string): string {
  return `claim:${projectId}:`;
}

/** Begins the keys of all claims on one entity. */
export function placePrefix(projectId: string, place: EntityPlace): string {
  return `${projectPrefix(projectId)}${placeId(place)}:`;
}

/** The claims of one ticket on one element. */
export function claimsKey(projectId: string, at: { readonly model: string; readonly element: string }, ticketId: string): string {
  return `${placePrefix(projectId, placeOf(at))}${stableHash(JSON.stringify([at.model, at.element]))}:${ticketId}`;
}

/** A ticket's thresholds on one scale. */
export function scaleKey(projectId: string, place: EntityPlace, ticketId: string): string {
  return `${placePrefix(projectId, place)}${ticketId}`;
}

/** Begins the keys of what budgets of a project add up beyond their own entity. */
export function reachPrefix(projectId: string): string {
  return `reach:${projectId}:`;
}

/** What the budgets of one ticket on one entity add up of another. */
export function reachKey(projectId: string, { from, to }: { readonly from: EntityPlace; readonly to: EntityPlace }, ticketId: string): string {
  return `${reachPrefix(projectId)}${placeId(from)}:${placeId(to)}:${ticketId}`;
}

/** What stands in the index for one ticket. */
export function ticketKey(ticketId: string): string {
  return `claims-of:${ticketId}`;
}

/** What one entity contributes to the result of a ticket that has claims on several. */
export function findingKey(projectId: string, place: EntityPlace, ticketId: string): string {
  return `found:${projectId}:${ticketId}:${placeId(place)}`;
}

/** When an entity was last checked. */
export function checkedKey(projectId: string, place: EntityPlace): string {
  return `checked:${projectId}:${placeId(place)}`;
}

/** What a ticket's people were last told. */
export function toldKey(ticketId: string): string {
  return `told:${ticketId}`;
}

/** How far what follows a decision has come; without a number, the beginning of all of a project. */
export function followUpKey(projectId: string, number?: number): string {
  return `follow-up:${projectId}:${number ?? ''}`;
}
