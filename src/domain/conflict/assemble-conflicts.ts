/** From cores to conflicts: cores that share a claim are one conflict, with sides, roles, severity and the smallest change. */

import type { Condition, Facet } from '../context/product-context';
import { askedOnce } from './asked-rule';
import { claimKey, compareClaims, effectiveLevel, levelRank, meansEverywhere, type Claim } from './claim';
import { conditionOf, intersectConditions } from './conditions';
import { SEVERITIES, type Conflict, type Place, type Role, type Side, type SideMember, type Silence } from './conflict';
import { compareCores, findCores, type Clashing } from './find-cores';
import { rolesAmong } from './role-among';
import type { Rule } from './rules/rule';
import { smallestChange } from './smallest-change';
import { stableHash } from './stable-hash';

export interface Surroundings {
  /** Whether the element has to be there at all, given what clashes where. */
  readonly unlessLeftOut: (core: readonly Claim[]) => boolean;
  /** Values listed for a dimension, to say where a silent claim would not clash. */
  readonly valuesOf: (dimension: string) => readonly string[];
}

export interface Assembled {
  readonly conflicts: readonly Conflict[];
  /** False when the conditions have too many common points: there may be conflicts that were not found. */
  readonly isComplete: boolean;
}

/** The conflicts of one rule at one place. */
export function assembleConflicts(
  rule: Rule, at: Place, claims: readonly Claim[], surroundings: Surroundings, facet: Facet | 'several' = rule.facet,
): Assembled {
  const asked = askedOnce(rule);
  const { clashing, isComplete } = findCores(asked, claims);
  const components = clashing.length === 1 ? [clashing] : joinCores(clashing);
  return { conflicts: components.map((component) => toConflict(asked, at, facet, component, surroundings)), isComplete };
}

/** Clashing stances whose cores share a claim, or a part of one. */
function joinCores(clashing: readonly Clashing[]): readonly (readonly Clashing[])[] {
  const leader = new Map<string, string>();
  const find = (claim: Claim): string => {
    const key = claimKey(claim);
    let top = key;
    for (let above = leader.get(top); above !== undefined && above !== top; above = leader.get(top)) top = above;
    leader.set(key, top);
    return top;
  };
  for (const { stance, core } of clashing) {
    const first = core.claims[0];
    if (first !== undefined) for (const claim of [...core.claims, ...stance.members]) leader.set(find(claim), find(first));
  }
  const components = new Map<string, Clashing[]>();
  for (const one of clashing) {
    const top = find(one.stance.claim);
    const component = components.get(top);
    if (component === undefined) components.set(top, [one]);
    else component.push(one);
  }
  return [...components.values()];
}

function toConflict(rule: Rule, at: Place, facet: Facet | 'several', component: readonly Clashing[], surroundings: Surroundings): Conflict {
  const proof = worstOf(component).core;
  const members = distinct(component.flatMap((one) => one.stance.members)).sort(compareClaims);
  const core = proof.claims;
  const when = intersectConditions(core.map(conditionOf)) ?? {};
  const change = smallestChange(rule, component, core);
  return {
    id: conflictId(rule.code, at, facet, members[0]),
    code: rule.code, at, facet,
    sides: sidesOf(rule, at, component, core),
    severity: SEVERITIES[proof.severity] ?? 'soft',
    when,
    silences: silencesOf(core, when, surroundings),
    core: core.map(claimKey),
    claims: members.length,
    unlessLeftOut: surroundings.unlessLeftOut(core),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** Code, place and facet, and the smallest claim that takes part. */
function conflictId(code: string, at: Place, facet: string, smallest: Claim | undefined): string {
  return stableHash(JSON.stringify([code, at.model, at.element, facet, smallest === undefined ? '' : claimKey(smallest)]));
}

function worstOf(component: readonly Clashing[]): Clashing {
  const [first, ...rest] = component;
  if (first === undefined) throw new Error('A conflict without a core is a bug of the checker.');
  return rest.reduce((worst, one) => (compareCores(one.core, worst.core) < 0 ? one : worst), first);
}

function sidesOf(rule: Rule, at: Place, component: readonly Clashing[], core: readonly Claim[]): readonly Side[] {
  const sides = new Map<string, { ask: string; element: string; inCore: boolean; who: Map<string, Who> }>();
  const inCore = new Set(core.map((claim) => rule.ask(claim)));
  const roles = rolesAmong(rule, component);
  for (const one of component) {
    const ask = rule.ask(one.stance.claim);
    const side = sides.get(ask) ?? { ask: rule.words(one.stance.claim), element: one.stance.claim.element, inCore: inCore.has(ask), who: new Map<string, Who>() };
    const role = roles.get(one) ?? 'contested';
    for (const claim of one.stance.members) addMember(side.who, { claim, member: toMember(claim, role, one.held) });
    sides.set(ask, side);
  }
  const coreFirst = (claim: Claim) => (core.some((member) => member === claim) ? 0 : 1);
  return [...sides.values()]
    .map((side) => ({ ...side, who: [...side.who.values()].sort((a, b) => coreFirst(a.claim) - coreFirst(b.claim) || levelRank(a.claim) - levelRank(b.claim) || compareClaims(a.claim, b.claim)) }))
    .sort((a, b) => compareSides(a, b))
    .map((side) => ({ ask: side.ask, ...(side.element === at.element ? {} : { element: side.element }), inCore: side.inCore, who: side.who.map(({ member }) => member) }));
}

interface Who { readonly claim: Claim; readonly member: SideMember }

/** A claim of which several parts clash is named once: as one that is held, if any part is. */
function addMember(who: Map<string, Who>, added: Who): void {
  const before = who.get(added.member.claim);
  if (before === undefined || (added.member.held && !before.member.held)) who.set(added.member.claim, added);
}

function distinct(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()];
}

interface SortableSide { readonly inCore: boolean; readonly who: readonly Who[] }

/** The proof first; in it who has to move before who holds; then the smallest claim. */
function compareSides(a: SortableSide, b: SortableSide): number {
  if (a.inCore !== b.inCore) return a.inCore ? -1 : 1;
  const weight = (side: SortableSide) => (side.who[0]?.member.role === 'holds' ? 1 : 0);
  const [first, second] = [a.who[0]?.claim, b.who[0]?.claim];
  return weight(a) - weight(b) || (first === undefined || second === undefined ? 0 : levelRank(second) - levelRank(first) || compareClaims(first, second));
}

/** A claim as a member of a side. */
export function toMember(claim: Claim, role: Role, held: boolean): SideMember {
  return {
    claim: claimKey(claim), ticket: claim.ticket, team: claim.team, level: effectiveLevel(claim),
    ...(claim.level === 'limit' && effectiveLevel(claim) !== 'limit' ? { withoutAuthority: true as const } : {}),
    status: claim.status, draft: claim.status === 'proposed' && claim.grade === 'none', role, held,
  };
}

/** Dimensions that a claim of the proof leaves empty unanswered while another names them. */
function silencesOf(core: readonly Claim[], common: Condition, { valuesOf }: Surroundings): readonly Silence[] {
  return Object.keys(common).flatMap((dimension) => core
    .filter((claim) => !Object.hasOwn(conditionOf(claim), dimension) && !meansEverywhere(claim, dimension))
    .map((claim) => ({
      claim: claimKey(claim), team: claim.team, dimension,
      instead: valuesOf(dimension).filter((value) => common[dimension]?.includes(value) !== true),
    })));
}
