/** The register of notes: what people should know about claims that do not clash, or were not compared. */

import type { Claim } from '../claim';
import type { ElementClaims, FacetClaims } from '../claim-index';
import { compareTexts } from '../compare-texts';
import type { Note, Place } from '../conflict';
import { FACET_RULES } from '../rules/all-rules';
import type { Rule } from '../rules/rule';
import { noteCompatible } from './note-compatible';
import { noteSimilarElements } from './note-similar-elements';
import { noteUnconditional } from './note-unconditional';
import { noteUnknownElements } from './note-unknown-elements';

/** What the check has found out on the way. */
export interface Checked {
  readonly unchecked: readonly Note[];
  /** Claims on one facet that clash if conditions are left aside: nothing satisfies all of them. */
  readonly clashing: ReadonlySet<FacetClaims>;
}

/** All notes, by place and code. `knows` says whether the shared data model has an element. */
export function gatherNotes(elements: readonly ElementClaims[], { unchecked, clashing }: Checked, knows: ((model: string, element: string) => boolean) | undefined): readonly Note[] {
  const notes: Note[] = [];
  for (const { model, element, facets } of elements) {
    const at = { model, element };
    for (const group of facets) {
      const rule = FACET_RULES[group.facet];
      if (rule !== undefined && group.claims.length > 1) addNotes(at, rule, group.claims, clashing.has(group), notes);
    }
  }
  notes.push(...unchecked, ...noteSimilarElements(elements), ...noteUnknownElements(elements, knows));
  return notes.sort(compareNotes);
}

/** Runs for every group of claims, most of which have nothing to note. */
function addNotes(at: Place, rule: Rule, claims: readonly Claim[], clashes: boolean, notes: Note[]): void {
  for (const doubt of rule.doubts?.(claims) ?? []) notes.push({ ...doubt, at, facet: rule.facet });
  for (const note of noteUnconditional(at, rule.facet, claims)) notes.push(note);
  if (!clashes) for (const note of noteCompatible(at, rule, claims)) notes.push(note);
}

function compareNotes(a: Note, b: Note): number {
  return compareTexts(a.at.model, b.at.model) || compareTexts(a.at.element, b.at.element) || compareTexts(a.code, b.code)
    || compareTexts(a.facet ?? '', b.facet ?? '') || compareTexts(a.detail ?? '', b.detail ?? '');
}
