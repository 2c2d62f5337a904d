/** Conflicts that only show on a value as a whole: shapes with alternatives, together with everything inside the entity. */

import { assembleConflicts } from './assemble-conflicts';
import { claimKey, type Claim } from './claim';
import { claimsByPoint } from './conditions';
import type { Conflict, Findings, Note, Place } from './conflict';
import type { WideView } from './detect-budget-conflicts';
import { entityOf, isInside } from './element-path';
import { notChecked } from './notes/not-checked';
import type { Rule } from './rules/rule';
import { commonValueOf, shapeRule } from './rules/shape';
import { shapeCores, withCores } from './shape-cores';

interface Entity extends Place {
  readonly claims: readonly Claim[];
  /** Elements with shapes, and the entity itself, the deepest first. */
  readonly roots: readonly string[];
}

/** Looks at entities with at least one shape; `known` are the conflicts found before. */
export function detectShapeConflicts(view: WideView, known: readonly Conflict[]): Findings {
  const conflicts: Conflict[] = [];
  const notes: Note[] = [];
  for (const entity of entitiesWithShapes(view)) {
    const found: Conflict[] = known.filter((conflict) => conflict.at.model === entity.model && isInside(conflict.at.element, entity.element));
    const proofs = new Set(found.map((conflict) => conflict.core.join('|')));
    for (const root of entity.roots) {
      const bare = root === entity.element && !entity.claims.some((claim) => claim.facet === 'shape' && claim.element === root);
      // What cannot hold already needs no second proof of the whole.
      if (bare && found.some((conflict) => !conflict.unlessLeftOut)) continue;
      const checked = checkRoot(entity, root, view, found);
      notes.push(...checked.notes);
      for (const conflict of checked.conflicts) {
        if (proofs.has(conflict.core.join('|'))) continue;
        proofs.add(conflict.core.join('|'));
        found.push(conflict);
        conflicts.push(conflict);
      }
    }
  }
  return { conflicts, notes };
}

function checkRoot(entity: Entity, root: string, view: WideView, known: readonly Conflict[]): Findings {
  const claims = entity.claims.filter((claim) => isInside(claim.element, root));
  const rule = shapeRule(root);
  const at = { model: entity.model, element: root };
  // A value that keeps all of them keeps those of each point, unless it is of another type where nobody names one.
  const isOneType = claims.every(({ element, facet, when }) => element !== root || facet !== 'type' || when === undefined);
  if (isOneType && commonValueOf(root, claims).kind === 'some') return { conflicts: [], notes: [] };
  const points = claimsByPoint(claims);
  if (points === undefined) return { conflicts: [], notes: [notChecked(at, 'shape', claims)] };
  const verdicts = points.map((point) => commonValueOf(root, point).kind);
  const doubt = (detail: string): Note => ({ code: 'NOT_CHECKED', at, facet: 'shape', claims: claims.filter((claim) => claim.facet === 'shape'), detail });
  if (verdicts.includes('none')) {
    const surroundings = {
      ...view.surroundings(entity.model, root),
      unlessLeftOut: (core: readonly Claim[]) => root !== entity.element && entityHolds(entity, core),
    };
    const { cores, isComplete } = shapeCores(rule, points.filter((_, number) => verdicts[number] === 'none').flatMap((point) => standing(rule, point, known)));
    const taking = claims.filter((claim) => cores.some((core) => core.has(rule.ask(claim))));
    const { conflicts } = assembleConflicts(withCores(rule, { cores }), at, taking, surroundings);
    return { conflicts, notes: isComplete ? [] : [doubt('whether more clashes, and whether all of what is named has a part in it: the shapes leave too many possibilities')] };
  }
  return { conflicts: [], notes: verdicts.includes('unknown') ? [doubt('whether one value fits all shapes: they leave too many possibilities')] : [] };
}

/**
 * What is left at a point when of each clash that is known already one side has given way: what clashes still is no part of those.
 * Once the first side of each stands and once the last, as either may clash with a shape.
 */
function standing(rule: Rule, point: readonly Claim[], known: readonly Conflict[]): readonly (readonly Claim[])[] {
  const byKey = new Map(point.map((claim) => [claimKey(claim), claim]));
  const required = point.filter(({ facet }) => facet === 'presence');
  const sides = known.map((conflict) => conflict.sides.map(({ who }) => who.flatMap(({ claim }) => byKey.get(claim) ?? [])))
    .filter((all, number) => known[number]?.unlessLeftOut === false || rule.clashes([...required, ...all.flat()]));
  const without = (gone: readonly Claim[]) => point.filter((claim) => !gone.includes(claim));
  const ways = sides.length === 0 ? [point] : [0, -1].map((kept) => without(sides.flatMap((all) => all.filter((side) => side !== all.at(kept) || rule.clashes(side)).flat())));
  return ways.filter((way) => rule.clashes(way));
}

/** Whether the entity can exist where the core applies: then the part that clashes can be left out. */
function entityHolds(entity: Entity, core: readonly Claim[]): boolean {
  const points = claimsByPoint(entity.claims) ?? [];
  const where = points.filter((point) => core.every((claim) => point.some((other) => claimKey(other) === claimKey(claim))));
  return where.every((point) => commonValueOf(entity.element, point).kind !== 'none');
}

function entitiesWithShapes({ index }: WideView): readonly Entity[] {
  const shapes = new Map<string, { place: Place; roots: Set<string> }>();
  for (const { model, element } of index.wide.shape) {
    const entity = entityOf(element);
    const key = JSON.stringify([model, entity]);
    const known = shapes.get(key) ?? { place: { model, element: entity }, roots: new Set([entity]) };
    if (!element.endsWith('.*')) known.roots.add(element);
    shapes.set(key, known);
  }
  return [...shapes.values()].map(({ place, roots }) => ({
    ...place,
    // Claims on every field come along under their own element, not again under each field.
    claims: index.within(place.model, place.element).flatMap((group) => group.claims.filter((claim) => claim.element === group.element)),
    roots: [...roots].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  }));
}
