/** Conflicts that only show on a value as a whole: shapes with alternatives, together with everything inside the entity. */

import { assembleConflicts } from './assemble-conflicts';
import { claimKey, type Claim } from './claim';
import { claimsOf } from './claim-index';
import { claimsByPoint } from './conditions';
import type { Conflict, Findings, Note, Place } from './conflict';
import type { WideView } from './detect-budget-conflicts';
import { entityOf, isInside } from './element-path';
import { notChecked } from './notes/not-checked';
import { commonValueOf, shapeRule } from './rules/shape';

interface Entity extends Place {
  readonly claims: Claim[];
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
      const checked = checkRoot(entity, root, view);
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

function checkRoot(entity: Entity, root: string, view: WideView): Findings {
  const claims = entity.claims.filter((claim) => isInside(claim.element, root));
  const rule = shapeRule(root);
  const at = { model: entity.model, element: root };
  const points = claimsByPoint(claims);
  if (points === undefined) return { conflicts: [], notes: [notChecked(at, 'shape', claims)] };
  const verdicts = points.map((point) => commonValueOf(root, point).kind);
  if (verdicts.includes('none')) {
    const surroundings = {
      ...view.surroundings(entity.model, root),
      unlessLeftOut: (core: readonly Claim[]) => root !== entity.element && entityHolds(entity, core),
    };
    return { conflicts: assembleConflicts(rule, at, claims, surroundings).conflicts, notes: [] };
  }
  if (!verdicts.includes('unknown')) return { conflicts: [], notes: [] };
  const shapes = claims.filter((claim) => claim.facet === 'shape');
  return { conflicts: [], notes: [{ code: 'NOT_CHECKED', at, facet: 'shape', claims: shapes, detail: 'whether one value fits all shapes: they leave too many possibilities' }] };
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
  if (shapes.size === 0) return [];
  const claims = new Map<string, Claim[]>([...shapes.keys()].map((key) => [key, []]));
  for (const group of index.elements) {
    // Claims on every field come along under their own element, not again under each field.
    const own = claimsOf(group).filter((claim) => claim.element === group.element);
    claims.get(JSON.stringify([group.model, entityOf(group.element)]))?.push(...own);
  }
  return [...shapes].map(([key, { place, roots }]) => ({
    ...place, claims: claims.get(key) ?? [], roots: [...roots].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  }));
}
