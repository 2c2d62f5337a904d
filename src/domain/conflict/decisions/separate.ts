/** Separate ways: what teams that leave require of an element, and of everything in it, is required of one of their own. */

import { isLaw, type Claim } from '../claim';
import { isInside, lastStep, placesAbove } from '../element-path';
import type { Place } from '../conflict';
import type { SeparateWays } from './decision';
import { ownElement } from './own-element';

/** What law or a contract demands holds at both places: of the shared element, and of what each team keeps on its own. */
export function separate(decision: SeparateWays, claims: readonly Claim[]): readonly Claim[] {
  const { at } = decision;
  const leaving = [...new Set(decision.teams)].filter((team) => claims.some((claim) => claim.team === team && isLeaving(claim, decision)));
  return claims.flatMap((claim): readonly Claim[] => {
    if (isLaw(claim)) return bearsOn(claim, at) ? [...leaving.map((team) => moved(claim, at, team)), claim] : [claim];
    if (!isLeaving(claim, decision)) return [claim];
    const field = everyField(claim, at);
    if (field === undefined) return [moved(claim, at, claim.team)];
    const { except = [], ...rest } = claim;
    return [moved({ ...rest, element: at.element }, at, claim.team), { ...claim, except: [...except, field] }];
  });
}

/** Whether a claim goes with a team that leaves: law stays. */
export function isLeaving(claim: Claim, { at, teams }: SeparateWays): boolean {
  return !isLaw(claim) && claim.model === at.model && teams.includes(claim.team) && (isInside(claim.element, at.element) || everyField(claim, at) !== undefined);
}

/** The field that leaves, of a claim on every field of what the element stands in. */
function everyField({ element, except }: Claim, at: Place): string | undefined {
  const step = lastStep(at.element);
  return step !== undefined && 'field' in step && element === `${step.parent}.*` && except?.includes(step.field) !== true ? step.field : undefined;
}

/** Whether a claim speaks of the element, of something in it, or of what it stands in. */
function bearsOn({ model, element }: Claim, at: Place): boolean {
  if (model !== at.model) return false;
  return isInside(element, at.element) || placesAbove(at.element).includes(element.endsWith('.*') ? element.slice(0, -2) : element);
}

function moved(claim: Claim, at: Place, team: string): Claim {
  const along = claim.along?.map((name) => (isInside(name, at.element) ? ownElement(name, team) : name));
  return { ...claim, element: ownElement(claim.element, team), ...(along === undefined ? {} : { along }) };
}
