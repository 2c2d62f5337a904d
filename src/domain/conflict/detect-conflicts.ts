/** The checker: which claims on shared data cannot all hold, and what else people should know about them. */

import type { ConditionDimension } from '../context/settings';
import { assembleConflicts, type Surroundings } from './assemble-conflicts';
import { claimsIn, indexClaims, type ClaimIndex, type ElementClaims } from './claim-index';
import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import { conditionOf, period } from './conditions';
import { SEVERITIES, type Conflict, type Findings, type Note, type Place } from './conflict';
import { detectBudgetConflicts } from './detect-budget-conflicts';
import { detectShapeConflicts } from './detect-shape-conflicts';
import { isAvoidable } from './left-out';
import { nameTeams, teamNaming, type NamedTeam } from '../context/name-teams';
import { noteCompatible } from './notes/note-compatible';
import { notChecked } from './notes/not-checked';
import { noteSimilarElements } from './notes/note-similar-elements';
import { noteUnconditional } from './notes/note-unconditional';
import { noteUnknownElements } from './notes/note-unknown-elements';
import { FACET_RULES } from './rules/all-rules';
import { crossFacetRule, mayCross } from './rules/cross-facet';
import type { Rule } from './rules/rule';
import { stepRule } from './rules/step';

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
 * by element and facet and only groups that clash regardless of conditions are looked at closely.
 */
export function detectConflicts(claims: readonly Claim[], options: DetectOptions = {}): Findings {
  const index = indexClaims(named(options.today === undefined ? claims : claims.filter((claim) => !isOver(claim, options.today ?? '')), options.teams));
  const found: { conflicts: Conflict[]; notes: Note[] } = { conflicts: [], notes: [] };
  for (const element of index.elements) checkElement(element, index, options, found);
  const wide = { index, surroundings: (model: string, element: string) => surroundingsOf(index, model, element, options) };
  for (const part of [detectBudgetConflicts(wide), detectShapeConflicts(wide, found.conflicts)]) {
    found.conflicts.push(...part.conflicts);
    found.notes.push(...part.notes);
  }
  found.notes.push(...noteSimilarElements(index.elements), ...noteUnknownElements(index.elements, options.knows));
  return { conflicts: found.conflicts.sort(compareConflicts), notes: found.notes.sort(compareNotes) };
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

/** One element under the checker. Rules are asked for every element, so nothing is made for one before it clashes. */
interface Visit {
  readonly at: Place;
  readonly index: ClaimIndex;
  readonly options: DetectOptions;
  readonly found: { readonly conflicts: Conflict[]; readonly notes: Note[] };
}

function checkElement(element: ElementClaims, index: ClaimIndex, options: DetectOptions, found: Visit['found']): void {
  const at = placeOf(element);
  const visit: Visit = { at, index, options, found };
  for (const { facet, claims } of element.facets) {
    const rule = FACET_RULES[facet];
    if (rule === undefined) continue;
    const clashes = check(rule, claims, visit);
    if (claims.length > 1) addNotes(at, rule, claims, clashes, found.notes);
  }
  const steps = claimsIn(element, 'step');
  if (steps.length > 0) check(stepRule, [...steps, ...claimsIn(element, 'range')], visit);
  if (element.facets.length > 1 && mayCross(element.facets)) check(crossFacetRule, crossing(element), visit, 'several');
}

/** Whether the claims clash if conditions are left aside; what clashes where they meet goes to what is found. */
function check(rule: Rule, claims: readonly Claim[], { at, index, options, found }: Visit, facet?: 'several'): boolean {
  if (!rule.clashes(claims)) return false;
  const conflicts = assembleConflicts(rule, at, claims, surroundingsOf(index, at.model, at.element, options), facet);
  if (conflicts === undefined) found.notes.push(notChecked(at, rule.facet, claims));
  else found.conflicts.push(...conflicts);
  return true;
}

function crossing({ facets }: ElementClaims): readonly Claim[] {
  return facets.flatMap(({ facet, claims }) => (crossFacetRule.also?.includes(facet) === true ? claims : []));
}

/** Runs for every group of claims, most of which have nothing to note. */
function addNotes(at: Place, rule: Rule, claims: readonly Claim[], clashes: boolean, notes: Note[]): void {
  for (const doubt of rule.doubts?.(claims) ?? []) notes.push({ ...doubt, at, facet: rule.facet });
  for (const note of noteUnconditional(at, rule.facet, claims)) notes.push(note);
  if (!clashes) for (const note of noteCompatible(at, rule, claims)) notes.push(note);
}

function surroundingsOf(index: ClaimIndex, model: string, element: string, options: DetectOptions): Surroundings {
  return {
    unlessLeftOut: (core) => isAvoidable(index, core, model, element),
    valuesOf: (dimension) => options.dimensions?.find((one) => one.name === dimension)?.values ?? [],
  };
}

function placeOf({ model, element }: ElementClaims): Place {
  return { model, element };
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

function compareNotes(a: Note, b: Note): number {
  return compareTexts(a.at.model, b.at.model) || compareTexts(a.at.element, b.at.element) || compareTexts(a.code, b.code)
    || compareTexts(a.facet ?? '', b.facet ?? '') || compareTexts(a.detail ?? '', b.detail ?? '');
}
