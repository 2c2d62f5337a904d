/** What somebody has chosen so far about a conflict, and the decision that it makes. */

import type { ClaimContent, Condition } from '../../../src/domain/context/product-context';
import type { ConditionDimension } from '../../../src/domain/context/settings';
import { MODEL_TICKET, claimKey, isLaw, levelRank, type Claim } from '../../../src/domain/conflict/claim';
import { ANY_OTHER, conditionOf } from '../../../src/domain/conflict/conditions';
import type { Conflict, Side } from '../../../src/domain/conflict/conflict';
import type { Decision, DecisionKind } from '../../../src/domain/conflict/decisions/decision';
import { FACET_RULES } from '../../../src/domain/conflict/rules/all-rules';
import { crossFacetRule } from '../../../src/domain/conflict/rules/cross-facet';
import { distinctItemsRule } from '../../../src/domain/conflict/rules/distinct-items';
import { requiredBudgetRule } from '../../../src/domain/conflict/rules/required-budget';
import type { Rule } from '../../../src/domain/conflict/rules/rule';
import { shapeRule } from '../../../src/domain/conflict/rules/shape';
import { stepRule } from '../../../src/domain/conflict/rules/step';
import { sumBudgetRule } from '../../../src/domain/conflict/rules/sum-budget';

export interface JointTicket { readonly id: number; readonly key: string; readonly summary: string }

export interface DecideDraft {
  readonly kind: DecisionKind;
  readonly why: string;
  readonly alternatives: string;
  readonly lookAgain: string;
  readonly until: string;
  /** Which ask becomes the one for all; `own` takes the bounds below. */
  readonly canon: number | 'own';
  readonly min: string;
  readonly max: string;
  readonly where: 'there' | 'everywhere';
  /** Claim keys; undefined: what does not go with the one for all. */
  readonly overruled: readonly string[] | undefined;
  readonly dimension: string;
  /** Number of the side by value of the dimension; absent: for nobody. */
  readonly values: Readonly<Record<string, number>>;
  readonly joint: JointTicket | undefined;
  readonly personDays: string;
  readonly teams: readonly string[];
}

/** The conflict with the claims behind it, as the page knows them. */
export interface Question {
  readonly conflict: Conflict;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly dimensions: readonly ConditionDimension[];
}

export type Drafted = { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly missing: readonly string[] };

export function startDraft(question: Question): DecideDraft {
  const dimension = Object.keys(question.conflict.when)[0] ?? namedDimensions(question)[0] ?? question.dimensions[0]?.name ?? '';
  return {
    kind: 'standardise', why: '', alternatives: '', lookAgain: '', until: '', canon: Math.max(0, canonSides(question).length - 1), min: '', max: '',
    where: Object.keys(question.conflict.when).length === 0 ? 'everywhere' : 'there', overruled: undefined,
    dimension, values: proposeValues(question, dimension), joint: undefined, personDays: '', teams: [],
  };
}

/** Sides whose ask can hold for all: those about the element itself. */
export function canonSides({ conflict, claims }: Question): readonly { readonly side: Side; readonly claim: Claim }[] {
  return conflict.sides.flatMap((side) => {
    const claim = side.element === undefined ? side.who.map((member) => claims.get(member.claim)).find((found) => found !== undefined) : undefined;
    return claim === undefined ? [] : [{ side, claim }];
  });
}

const WITH_BOUNDS = new Set<ClaimContent['facet']>(['count', 'range', 'length', 'freshness', 'latency', 'retention', 'budget']);

/** Whether "something else" can be typed as bounds. */
export function takesBounds(question: Question): boolean {
  const first = canonSides(question)[0]?.claim;
  return first !== undefined && WITH_BOUNDS.has(first.facet);
}

export function membersOf({ conflict, claims }: Question): readonly Claim[] {
  return conflict.sides.flatMap((side) => side.who.flatMap((member) => claims.get(member.claim) ?? []));
}

/** Dimensions of the settings, and others that the claims name. */
export function dimensionsOf(question: Question): readonly ConditionDimension[] {
  const listed = new Set(question.dimensions.map(({ name }) => name));
  return [...question.dimensions, ...namedDimensions(question).filter((name) => !listed.has(name)).map((name) => ({ name, values: namedValues(question, name) }))];
}

/** Values of a dimension: those of the settings, and others that the claims name. */
export function valuesOf(question: Question, dimension: string): readonly string[] {
  return [...new Set([...(question.dimensions.find(({ name }) => name === dimension)?.values ?? []), ...namedValues(question, dimension)])];
}

/** A first proposal: a value that one side names is that side's; where several do, the one that holds gets it. */
export function proposeValues(question: Question, dimension: string): Readonly<Record<string, number>> {
  const sides = question.conflict.sides.map((side) => side.who.flatMap((member) => question.claims.get(member.claim) ?? []).map((claim) => conditionOf(claim)[dimension]));
  return Object.fromEntries(valuesOf(question, dimension).flatMap((value): [string, number][] => {
    const naming = sides.flatMap((claims, at) => (claims.some((values) => values?.includes(value) === true) ? [at] : []));
    const anywhere = sides.findIndex((claims) => claims.some((values) => values === undefined));
    const chosen = naming.at(-1) ?? (anywhere === -1 ? undefined : anywhere);
    return chosen === undefined ? [] : [[value, chosen]];
  }));
}

function namedDimensions(question: Question): readonly string[] {
  return [...new Set(membersOf(question).flatMap((claim) => Object.keys(conditionOf(claim))))].sort();
}

function namedValues(question: Question, dimension: string): readonly string[] {
  return membersOf(question).flatMap((claim) => conditionOf(claim)[dimension] ?? []).filter((value) => value !== ANY_OTHER);
}

/** The one requirement for all, or undefined while its bounds are not numbers. */
export function canonFor(draft: DecideDraft, question: Question): Claim | undefined {
  const sides = canonSides(question);
  const from = sides[draft.canon === 'own' ? 0 : draft.canon]?.claim;
  if (from === undefined) return undefined;
  const { min: _min, max: _max, exclusiveMin: _from, exclusiveMax: _to, when: _when, everywhere: _everywhere, why: _why, authority: _authority, ...rest } = from;
  const when: Condition = draft.where === 'there' ? question.conflict.when : {};
  const everywhere = dimensionsOf(question).map(({ name }) => name).filter((name) => !Object.hasOwn(when, name));
  const place = { ...(Object.keys(when).length === 0 ? {} : { when }), ...(everywhere.length === 0 ? {} : { everywhere }) };
  if (draft.canon !== 'own') {
    const bounds = { min: from.min, max: from.max, exclusiveMin: from.exclusiveMin, exclusiveMax: from.exclusiveMax };
    return { ...rest, ...Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined)), ...place };
  }
  const [min, max] = [numberIn(draft.min), numberIn(draft.max)];
  if (min === 'not a number' || max === 'not a number' || (min === undefined && max === undefined)) return undefined;
  return { ...rest, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...place };
}

/** What cannot hold together with the one for all; who has the lower level goes first. */
export function overruledBy(canon: Claim, question: Question): readonly string[] {
  const rule = ruleOf(question);
  const members = membersOf(question);
  // What the model constrains stands: whoever does not go with it loses.
  const kept: Claim[] = [canon, ...members.filter(({ ticket }) => ticket.id === MODEL_TICKET)];
  const losing: string[] = [];
  for (const claim of members.filter(({ ticket }) => ticket.id !== MODEL_TICKET).sort((a, b) => levelRank(a) - levelRank(b))) {
    if (rule.clashes([...kept, claim])) losing.push(claimKey(claim));
    else kept.push(claim);
  }
  return losing;
}

function ruleOf({ conflict }: Question): Pick<Rule, 'clashes'> {
  switch (conflict.code) {
    case 'STEP_CLASH': return stepRule;
    case 'REQUIRED_BUDGET_EXCEEDED': return requiredBudgetRule;
    case 'SUM_BUDGET_EXCEEDED': return sumBudgetRule;
    case 'CROSS_FACET_CLASH': return conflict.facet === 'shape' ? shapeRule(conflict.at.element) : conflict.sides.some(({ element }) => element !== undefined) ? distinctItemsRule(conflict.at.element) : crossFacetRule;
    default: return (conflict.facet === 'several' ? undefined : FACET_RULES[conflict.facet]) ?? crossFacetRule;
  }
}

/** The decision that the draft makes; `missing` says what is still to be filled in, in words. */
export function toDecision(draft: DecideDraft, question: Question, number: number, today: string): Drafted {
  const missing: string[] = [];
  if (draft.why.trim().length < 10) missing.push('Say why, in at least 10 characters: whoever comes later need not ask.');
  const { conflict } = question;
  const shared = {
    number, conflict: { id: conflict.id, code: conflict.code, facet: conflict.facet }, at: conflict.at, why: draft.why.trim(), decidedOn: today,
    ...said('alternatives', draft.alternatives.trim()), ...said('lookAgain', draft.lookAgain),
  };
  const decision = ofKind(draft, question, shared, missing);
  return decision === undefined || missing.length > 0 ? { ok: false, missing } : { ok: true, decision };
}

type Shared = Pick<Decision, 'number' | 'conflict' | 'at' | 'why' | 'alternatives' | 'decidedOn' | 'lookAgain'>;

function ofKind(draft: DecideDraft, question: Question, shared: Shared, missing: string[]): Decision | undefined {
  switch (draft.kind) {
    case 'standardise': {
      const canon = canonFor(draft, question);
      if (canon === undefined) missing.push(canonSides(question).length === 0 ? 'No requirement on the element itself can hold for all here: choose another way.' : 'Say at least, at most, or both, as numbers.');
      if (canon === undefined) return undefined;
      const { id: _id, model: _model, element: _element, level: _level, ticket: _ticket, team: _team, status: _status, grade: _grade, ...content } = canon;
      return { ...shared, ...said('until', draft.until), kind: 'standardise', canon: content, overruled: draft.overruled ?? overruledBy(canon, question) };
    }
    case 'branch': {
      if (draft.until === '') missing.push('A branch has an end date: say until when.');
      const groups = question.conflict.sides.flatMap((side, at) => {
        const values = Object.entries(draft.values).filter(([, to]) => to === at).map(([value]) => value);
        return values.length === 0 ? [] : [{ claims: side.who.filter(({ ticket }) => ticket.id !== MODEL_TICKET).map((member) => member.claim), values }];
      });
      if (groups.length < 2) missing.push(draft.dimension === '' ? 'There is nothing to branch by: an administrator lists journeys, markets or the like in Groundwork’s settings first.' : `At least two sides need a ${draft.dimension} of their own.`);
      return { ...shared, kind: 'branch', until: draft.until, dimension: draft.dimension, groups };
    }
    case 'collaborate': {
      const days = numberIn(draft.personDays);
      if (draft.until === '') missing.push('Say until when the teams take to find an answer.');
      if (typeof days !== 'number' || days <= 0 || days > 1000) missing.push('Say how many person-days it may take, as a number from 0.5 to 1,000.');
      if (draft.joint === undefined) missing.push('Name the joint ticket by its key, such as BUYER-90.');
      if (typeof days !== 'number' || draft.joint === undefined) return undefined;
      return { ...shared, kind: 'collaborate', until: draft.until, joint: { id: draft.joint.id, key: draft.joint.key }, members: membersOf(question).filter((claim) => claim.ticket.id !== MODEL_TICKET && !isLaw(claim)).map(claimKey), personDays: days };
    }
    case 'separate ways': {
      if (draft.teams.length === 0) missing.push('Choose at least one team that keeps an element of its own.');
      return { ...shared, ...said('until', draft.until), kind: 'separate ways', teams: [...draft.teams].sort() };
    }
    default: return draft.kind satisfies never;
  }
}

function said<K extends string>(name: K, text: string): { readonly [key in K]?: string } {
  return (text === '' ? {} : { [name]: text }) as { readonly [key in K]?: string };
}

function numberIn(text: string): number | undefined | 'not a number' {
  if (text.trim() === '') return undefined;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : 'not a number';
}
