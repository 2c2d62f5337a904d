/** Where decisions have an effect: a decision about a sum names claims of several entities. */

import type { EntityPlace } from '../../contract/queued-work';
import { claimKey, type Claim } from '../../domain/conflict/claim';
import { namedClaims } from '../../domain/conflict/decisions/bound-claims';
import { isInForce, type Collaborate, type Decision } from '../../domain/conflict/decisions/decision';
import type { Outcome } from '../ports';
import type { ProjectFacts } from './check-entity';
import { readNamed } from './claim-index';
import { placeOf } from './keys';
import { distinctPlaces, isSamePlace } from './places';
import type { KeyValues } from './ports';
import { isOf, toClaiming } from './read-claiming';

/** The decision's own entity, and those of the claims that it names. */
export async function placesOfDecision(kv: KeyValues, projectId: string, decision: Decision): Promise<Outcome<readonly EntityPlace[]>> {
  const named = namedClaims(decision);
  const entries = await readNamed(kv, projectId, placeOf(decision.at), named);
  if (!entries.ok) return entries;
  const keys = new Set(named);
  const places = entries.value.filter(({ ticket, claims }) => claims.some(({ id }) => keys.has(`${ticket}/${id}`))).map(({ place }) => place);
  return { ok: true, value: distinctPlaces([placeOf(decision.at), ...places]) };
}

/** Entities whose claims wait for a joint answer that these places may have got. */
export async function placesThatWait(kv: KeyValues, { projectId, decisions }: Pick<ProjectFacts, 'projectId' | 'decisions'>, places: readonly EntityPlace[], today: string): Promise<Outcome<readonly EntityPlace[]>> {
  const waiting: EntityPlace[] = [];
  for (const decision of decisions) {
    if (decision.kind !== 'collaborate' || !isInForce(decision, today) || !places.some((place) => isSamePlace(place, placeOf(decision.at)))) continue;
    const found = await placesOfDecision(kv, projectId, decision);
    if (!found.ok) return found;
    waiting.push(...found.value);
  }
  return { ok: true, value: waiting };
}

/** The decisions that concern these places or name one of the claims. */
export function decisionsOn({ decisions }: Pick<ProjectFacts, 'decisions'>, places: readonly EntityPlace[], claims: readonly Claim[]): readonly Decision[] {
  const keys = new Set(claims.map(claimKey));
  return decisions.filter((decision) => places.some((place) => isSamePlace(place, placeOf(decision.at))) || namedClaims(decision).some((key) => keys.has(key)));
}

/** What the joint tickets of these decisions answer, where that is in another entity. */
export async function jointAnswers(facts: ProjectFacts, decisions: readonly Decision[], places: readonly EntityPlace[]): Promise<Outcome<readonly Claim[]>> {
  const elsewhere = decisions.filter((decision): decision is Collaborate => decision.kind === 'collaborate' && !places.some((place) => isSamePlace(place, placeOf(decision.at))));
  if (elsewhere.length === 0) return { ok: true, value: [] };
  const found = await facts.seen.tickets([...new Set(elsewhere.map(({ joint }) => String(joint.id)))]);
  if (!found.ok) return found;
  const answers = found.value.tickets.flatMap((seen) => toClaiming(seen, facts)).flatMap(({ claims }) => claims);
  return { ok: true, value: answers.filter((claim) => elsewhere.some(({ joint, at }) => claim.ticket.id === joint.id && isOf(claim, placeOf(at)))) };
}
