/** Places that are checked on their own: entities of shared data models, and scales that thresholds measure on. */

import * as z from 'zod';
import { entityPlaceSchema, type EntityPlace } from '../../contract/queued-work';
import { entityOf } from '../../domain/conflict/element-path';
import type { ContextContent } from '../../domain/context/product-context';
import { scalesOf } from '../../domain/context/threshold-scale';
import { placeId, placeOf } from './keys';

/** Stands for the model of a scale; no shared data model can have this id. */
const SCALES = ':scales';

/** A budget that adds up elements of another entity: who is checked there has a say in the budget's entity. */
export const reachSchema = z.object({ from: entityPlaceSchema, to: entityPlaceSchema, elements: z.array(z.string()) });
export type Reach = Readonly<z.infer<typeof reachSchema>>;

/** What a ticket's conflicts depend on. */
export type Asking = Pick<ContextContent, 'claims' | 'thresholds'>;

export function scalePlace(scale: string): EntityPlace {
  return { model: SCALES, entity: scale };
}

export function isScalePlace({ model }: EntityPlace): boolean {
  return model === SCALES;
}

export function isSamePlace(one: EntityPlace, other: EntityPlace): boolean {
  return one.entity === other.entity && one.model === other.model;
}

/** Each place once, in a fixed order. */
export function distinctPlaces(places: readonly EntityPlace[]): readonly EntityPlace[] {
  return [...new Map(places.map((place) => [placeId(place), place]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

/** Where a ticket itself asks for something. */
export function ownPlaces(asking: Asking): readonly EntityPlace[] {
  return distinctPlaces([...(asking.claims ?? []).map(placeOf), ...scalesOf(asking).map(scalePlace)]);
}

/** Entities beyond their own into which the paths of a ticket's budgets lead. A name that is meant inside the entity leads nowhere. */
export function reachesOf({ claims = [] }: Asking): readonly Reach[] {
  const reaches = new Map<string, { from: EntityPlace; to: EntityPlace; elements: string[] }>();
  for (const claim of claims) {
    if (claim.facet !== 'budget') continue;
    const from = placeOf(claim);
    for (const element of claim.along ?? []) {
      const to = { model: claim.model, entity: entityOf(element) };
      if (to.entity === '' || isSamePlace(to, from)) continue;
      const id = `${placeId(from)} ${placeId(to)}`;
      const reach = reaches.get(id) ?? { from, to, elements: [] };
      reach.elements.push(element);
      reaches.set(id, reach);
    }
  }
  return [...reaches.values()];
}

/** Whether the budgets behind a reach add this element up. */
export function isReached({ model, element }: { readonly model: string; readonly element: string }, { to, elements }: Reach): boolean {
  return model === to.model && elements.includes(element);
}

/** Every place whose check has a part in a ticket's result. */
export function placesOf(asking: Asking, reaches: readonly Reach[]): readonly EntityPlace[] {
  const reaching = reaches.filter((reach) => (asking.claims ?? []).some((claim) => isReached(claim, reach))).map(({ from }) => from);
  return distinctPlaces([...ownPlaces(asking), ...reaching]);
}
