/** The checker: which claims on shared data cannot all hold, and what else people should know about them. */

import type { Facet } from '../context/product-context';
import type { ConditionDimension } from '../context/settings';
import { assembleConflicts, type Surroundings } from './assemble-conflicts';
import { facetsOf, indexClaims, type ClaimIndex, type ElementClaims, type FacetClaims } from './claim-index';
import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import { conditionOf } from './conditions';
import { period } from './period';
import { SEVERITIES, type Conflict, type Findings, type Note, type Place } from './conflict';
import { detectBudgetConflicts } from './detect-budget-conflicts';
import { detectListConflicts } from './detect-list-conflicts';
import { detectShapeConflicts } from './detect-shape-conflicts';
import { isAvoidable } from './left-out';
import { nameTeams, teamNaming, type NamedTeam } from '../context/name-teams';
import { gatherNotes } from './notes/gather-notes';
import { notChecked } from './notes/not-checked';
import { FACET_RULES } from './rules/all-rules';
import { crossFacetRule, mayCross } from './rules/cross-facet';
import { remembering } from './remember';
import type { Rule } from './rules/rule';
import { stepRule } from './rules/step';
import { CROSSING, leavesNoValue, ofFacets } from './rules/value-of-all';
import { spellAsModel } from './spell-as-model';

export interface DetectOptions {
  /** ISO date. With it, claims whose periods are over take no part. */
  readonly today?: string;
  /** Dimensions and values from settings: they say where a silent claim would not clash. */
  readonly dimensions?: readonly ConditionDimension[];
  /** Whether the shared data model has the element; absent: nobody knows, no note. */
  readonly knows?: (model: string, element: string) => boolean;
  /** Teams of the settings: one that claims name as owner or reader is told by its name, and is the same by id and by name. */
  readonly teams?: readonly NamedTeam[];
}

/**
 * Finds the conflicts among claims. Independent of their order and of repetitions; linear in practice, because claims are grouped
 * by element and facet and only groups that clash regardless of conditions are looked at closely. The notes, a register of their
 * own, are gathered when they are first read: most of those who ask want to know what clashes.
 */
export function detectConflicts(claims: readonly Claim[], options: DetectOptions = {}): Findings {
  const current = options.today === undefined ? claims : claims.filter((claim) => !isOver(claim, options.today ?? ''));
  const index = indexClaims(named(spellAsModel(current), options.teams));
  const found: Found = { conflicts: [], unchecked: [], clashing: new Map() };
  const wide = { index, surroundings: (model: string, element: string) => surroundingsOf(index, model, element, options) };
  remembering(() => {
    for (const element of index.elements) checkElement(element, index, options, found);
    for (const detect of [detectBudgetConflicts, detectListConflicts, detectShapeConflicts]) {
      const part = detect(wide, found.conflicts);
      found.conflicts.push(...part.conflicts);
      found.unchecked.push(...part.notes);
    }
  });
  let notes: readonly Note[] | undefined;
  return {
    conflicts: found.conflicts.sort(compareConflicts),
    get notes() {
      return (notes ??= remembering(() => gatherNotes(index.elements, found, options.knows)));
    },
  };
}

function named(claims: readonly Claim[], teams: readonly NamedTeam[] = []): readonly Claim[] {
  if (teams.length === 0) return claims;
  const teamName = teamNaming(teams);
  return claims.map((claim) => nameTeams(claim, teamName));
}

/** Whether some value, with everything it needs inside, satisfies all: no conflict but such as leaving out avoids. */
export function canAllHold(findings: Findings): boolean {
  return findings.conflicts.every((conflict) => conflict.unlessLeftOut);
}

/** What comes to light, element by element. */
interface Found {
  readonly conflicts: Conflict[];
  /** Notes on what could not be checked. */
  readonly unchecked: Note[];
  /** The facets of an element whose claims clash if conditions are left aside. */
  readonly clashing: Map<ElementClaims, Set<Facet>>;
}

/** One element under the checker. Rules are asked for every element, so nothing is made for one before it clashes. */
interface Visit {
  readonly at: Place;
  readonly index: ClaimIndex;
  readonly options: DetectOptions;
  readonly found: Found;
}

function checkElement(element: ElementClaims, index: ClaimIndex, options: DetectOptions, found: Found): void {
  const visit: Visit = { at: element, index, options, found };
  const facets = facetsOf(element);
  const clashing = facets.filter(({ facet, claims }) => {
    const rule = FACET_RULES[facet];
    return rule !== undefined && check(rule, claims, visit);
  });
  if (clashing.length > 0) found.clashing.set(element, new Set(clashing.map(({ facet }) => facet)));
  if (facets.length === 1) return;
  if (facets.some(({ facet }) => facet === 'step')) check(stepRule, element.claims.filter(({ facet }) => facet === 'step' || facet === 'range'), visit);
  if (mayCross(facets)) checkAcross(facets, visit);
}

function checkAcross(facets: readonly FacetClaims[], visit: Visit): void {
  const of = ofFacets(facets);
  if (leavesNoValue(of)) check(crossFacetRule, CROSSING.flatMap(of), visit, 'several');
}

/** Whether the claims clash if conditions are left aside; what clashes where they meet goes to what is found. */
function check(rule: Rule, claims: readonly Claim[], { at: { model, element }, index, options, found }: Visit, facet?: 'several'): boolean {
  if (!rule.clashes(claims)) return false;
  const at = { model, element };
  const { conflicts, isComplete } = assembleConflicts(rule, at, claims, surroundingsOf(index, model, element, options), facet);
  if (!isComplete) found.unchecked.push(notChecked(at, rule.facet, claims));
  found.conflicts.push(...conflicts);
  return true;
}

function surroundingsOf(index: ClaimIndex, model: string, element: string, options: DetectOptions): Surroundings {
  return {
    unlessLeftOut: (core) => isAvoidable(index, core, model, element),
    valuesOf: (dimension) => options.dimensions?.find((one) => one.name === dimension)?.values ?? [],
  };
}

function isOver(claim: Claim, today: string): boolean {
  return Object.values(conditionOf(claim)).some((values) => {
    const periods = values.map(period);
    return periods.length > 0 && periods.every((days) => days !== undefined && days.until < today);
  });
}

function compareConflicts(a: Conflict, b: Conflict): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || compareTexts(a.at.model, b.at.model)
    || compareTexts(a.at.element, b.at.element) || compareTexts(a.code, b.code) || compareTexts(a.id, b.id);
}
