/** The register of notes: what people should know about claims that do not clash, or were not compared. */

import type { Claim } from '../claim';
import type { Facet } from '../../context/product-context';
import { facetsOf, type ElementClaims } from '../claim-index';
import { compareTexts } from '../compare-texts';
import type { Note, Place } from '../conflict';
import { FACET_RULES } from '../rules/all-rules';
import { crossFacetRule, mayCross } from '../rules/cross-facet';
import type { Rule } from '../rules/rule';
import { noteCompatible } from './note-compatible';
import { noteSimilarElements } from './note-similar-elements';
import { noteUnconditional } from './note-unconditional';
import { noteUnknownElements } from './note-unknown-elements';

/** What the check has found out on the way. */
export interface Checked {
  readonly unchecked: readonly Note[];
  /** The facets of an element whose claims clash if conditions are left aside: nothing satisfies all of them. */
  readonly clashing: ReadonlyMap<ElementClaims, ReadonlySet<Facet>>;
}

/** All notes, by place and code. `knows` says whether the shared data model has an element. */
export function gatherNotes(elements: readonly ElementClaims[], { unchecked, clashing }: Checked, knows: ((model: string, element: string) => boolean) | undefined): readonly Note[] {
  const notes: Note[] = [];
  for (const group of elements) {
    const { model, element } = group;
    const at = { model, element };
    const facets = facetsOf(group);
    const clashes = clashing.get(group);
    if (facets.length > 1 && mayCross(facets)) for (const doubt of crossFacetRule.doubts?.(group.claims) ?? []) notes.push({ ...doubt, at, facet: 'several' });
    for (const one of facets) {
      const rule = FACET_RULES[one.facet];
      if (rule !== undefined && one.claims.length > 1) addNotes(at, rule, one.claims, clashes?.has(one.facet) === true, notes);
    }
  }
  notes.push(...unchecked, ...noteSimilarElements(elements), ...noteUnknownElements(elements, knows));
  return notes.sort(compareNotes);
}

/** Runs for every group of claims, most of which have nothing to note. */
function addNotes(at: Place, rule: Rule, claims: readonly Claim[], clashes: boolean, notes: Note[]): void {
  for (const { code, claims: about, detail } of rule.doubts?.(claims) ?? []) notes.push({ code, claims: about, detail, at, facet: rule.facet });
  for (const note of noteUnconditional(at, rule.facet, claims)) notes.push(note);
  if (!clashes) for (const note of noteCompatible(at, rule, claims)) notes.push(note);
}

function compareNotes(a: Note, b: Note): number {
  return compareTexts(a.at.model, b.at.model) || compareTexts(a.at.element, b.at.element) || compareTexts(a.code, b.code)
    || compareTexts(a.facet ?? '', b.facet ?? '') || compareTexts(a.detail ?? '', b.detail ?? '');
}
