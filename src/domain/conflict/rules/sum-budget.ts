/** SUM_BUDGET_EXCEEDED: the least that the parts take, added up along a path, is more than the whole may take. */

import { roundToDigits } from '../../context/format-number';
import type { Claim } from '../claim';
import { unitScale } from '../units';
import { amountWords, listWords, withUnit } from './amount-words';
import { boundsOf, exceeds } from './bounds';
import { inBudget, scopeOf, summedBy } from './budget-scope';
import { shrink, type Doubt, type Instead, type Rule } from './rule';

export const sumBudgetRule: Rule = {
  code: 'SUM_BUDGET_EXCEEDED', facet: 'budget', also: ['latency', 'freshness', 'retention', 'count', 'length', 'range'],
  nothing: 'No sum satisfies',
  ask: (claim) => JSON.stringify([claim.facet, claim.element, claim.along ?? [], claim.min ?? null, claim.max ?? null, claim.exclusiveMin === true, claim.exclusiveMax === true, claim.unit ?? '', claim.is ?? '']),
  words: (claim) => (claim.facet === 'budget'
    ? `${claim.exclusiveMax === true ? 'less than' : 'at most'} ${withUnit(claim.max ?? Number.POSITIVE_INFINITY, claim.unit)} of ${summedBy(claim)} in all`
    : `${claim.element} to take ${claim.exclusiveMin === true ? 'more than' : 'at least'} ${withUnit(claim.min ?? 0, claim.unit)}`),
  clashes,
  coreWith,
  instead: (claim, others) => (isBudget(claim) ? wholeInstead(claim, others) : partInstead(claim, others)),
};

/** What budgets of one scope and kind of unit add up is the same. */
function clashes(claims: readonly Claim[]): boolean {
  const budgets = claims.filter(isBudget);
  const [only] = budgets;
  if (only !== undefined && budgets.length === 1) return overfills(sum(only, claims), only);
  const sums = new Map<string, Taken>();
  return budgets.some((claim) => {
    const key = JSON.stringify([summedBy(claim), unitScale(claim.unit).kind, scopeOf(claim)]);
    const taken = sums.get(key) ?? sum(claim, claims);
    sums.set(key, taken);
    return overfills(taken, claim);
  });
}

function isBudget(claim: Claim): boolean {
  return claim.facet === 'budget' && summedBy(claim) !== 'required' && claim.max !== undefined;
}

/** What is taken at least: all of `low`, and more than that where the bound is open. */
interface Taken {
  readonly low: number;
  readonly isOpen: boolean;
}

const NOTHING: Taken = { low: 0, isOpen: false };

function plus(one: Taken, other: Taken): Taken {
  return { low: one.low + other.low, isOpen: one.isOpen || other.isOpen };
}

/** Whether that is more than the whole may take; an open end on either side leaves no room for exactly as much. */
function overfills({ low, isOpen }: Taken, budget: Claim): boolean {
  const { high, highOpen } = boundsOf(budget);
  return exceeds(low, high) || ((isOpen || highOpen) && !exceeds(high, low));
}

/** The whole takes what its parts need. */
function wholeInstead(budget: Claim, others: readonly Claim[]): Instead | undefined {
  const needed = sum(budget, others);
  const present = boundsOf(budget).high;
  if (needed.isOpen) return undefined;
  return {
    from: `${budget.exclusiveMax === true ? 'less than ' : ''}${amountWords(budget, present)}`, to: `${budget.exclusiveMax === true ? 'at most ' : ''}${amountWords(budget, needed.low)}`,
    becomes: { ...budget, max: unitScale(budget.unit).fromBase(needed.low), exclusiveMax: false }, change: relative(needed.low, present),
  };
}

/** The part takes what the others leave of the whole. */
function partInstead(claim: Claim, others: readonly Claim[]): Instead | undefined {
  const budget = others.find(isBudget);
  if (budget === undefined) return undefined;
  const taken = sum(budget, others);
  const [room, present] = [boundsOf(budget).high - taken.low, boundsOf(claim).low];
  if (!Number.isFinite(room) || room < 0 || taken.isOpen || budget.exclusiveMax === true) return undefined;
  return {
    from: `${claim.exclusiveMin === true ? 'more than ' : ''}${amountWords(claim, present)}`, to: `${claim.exclusiveMin === true ? 'at least ' : ''}${amountWords(claim, room)}`,
    becomes: { ...claim, min: unitScale(claim.unit).fromBase(room), exclusiveMin: false }, change: relative(room, present),
  };
}

function relative(target: number, present: number): number {
  return Math.abs(target - present) / Math.max(Math.abs(present), Number.EPSILON);
}

/** A budget with the largest parts, or the claim with others that fit under the budget as long as it is not there. */
function coreWith(claim: Claim, others: readonly Claim[]): readonly Claim[] | undefined {
  if (claim.facet === 'budget') {
    if (!isBudget(claim)) return undefined;
    const largest = partsOf(claim, others).sort(largestFirst).map((part) => part.claim);
    return coreOfFirst(claim, [], largest);
  }
  for (const budget of others) {
    if (!isBudget(budget) || overfills(NOTHING, budget)) continue;
    const own = partsOf(budget, [claim])[0];
    const chosen = own === undefined ? undefined : fillUp(own, budget, partsOf(budget, others));
    if (chosen !== undefined) return coreOfFirst(budget, [claim], chosen);
  }
  return undefined;
}

/** As many of the parts, the first ones first, as it takes with those that have to be in it. */
function coreOfFirst(budget: Claim, needed: readonly Claim[], parts: readonly Claim[]): readonly Claim[] | undefined {
  const all = [budget, ...needed, ...parts];
  return clashes(all) ? shrink(all, clashes) : undefined;
}

interface Part extends Taken {
  readonly claim: Claim;
}

function largestFirst(a: Taken, b: Taken): number {
  return b.low - a.low || Number(b.isOpen) - Number(a.isOpen);
}

/** What takes less than nothing would make room that nobody has. */
function partsOf(budget: Claim, claims: readonly Claim[]): Part[] {
  const { kind } = unitScale(budget.unit);
  return claims.filter((claim) => isPart(claim, budget) && unitScale(claim.unit).kind === kind).map((claim) => {
    const { low, lowOpen } = boundsOf(claim);
    return { claim, low: Math.max(0, low), isOpen: lowOpen && low >= 0 };
  });
}

function isPart(claim: Claim, budget: Claim): boolean {
  return claim.facet === summedBy(budget) && claim.min !== undefined && inBudget(budget, claim.element);
}

/** Parts that could not be added up, because nobody can say how much they are in the unit of the whole; one doubt a whole. */
export function sumDoubts(claims: readonly Claim[]): readonly Doubt[] {
  const first = unitScale(claims[0]?.unit).kind;
  if (claims.every(({ unit }) => unitScale(unit).kind === first)) return [];
  return claims.filter(isBudget).flatMap((budget): Doubt[] => {
    const { kind } = unitScale(budget.unit);
    const apart = claims.filter((claim) => isPart(claim, budget) && unitScale(claim.unit).kind !== kind);
    if (apart.length === 0) return [];
    const parts = [...new Set(apart.map(({ element, unit }) => `${element} (${unitName(unit)})`))];
    return [{ code: 'UNIT_DIFFERS', claims: [budget, ...apart], detail: `the whole is in ${unitName(budget.unit)}, so that ${listWords(parts, 6)} ${parts.length === 1 ? 'is' : 'are'} not added up`, isCompared: false }];
  });
}

function unitName(unit: string | undefined): string {
  return (unit ?? '').trim() === '' ? 'no unit' : (unit ?? '').trim();
}

/** Ways of filling up that are tried before it is taken that there is none. */
const MOST_WAYS = 5_000;

/** Parts of other elements that leave no room for one more, and fit without it; the largest are tried first. */
function fillUp(own: Part, budget: Claim, parts: readonly Part[]): readonly Claim[] | undefined {
  const others = parts.filter((part) => part.claim.element !== own.claim.element && (part.low > 0 || part.isOpen)).sort(largestFirst);
  const rest = others.map(() => NOTHING);
  for (let at = others.length - 1; at >= 0; at--) rest[at] = plus(rest[at + 1] ?? NOTHING, others[at] ?? NOTHING);
  let ways = MOST_WAYS;
  const fill = (at: number, taken: Taken, chosen: readonly Claim[]): readonly Claim[] | undefined => {
    if (overfills(plus(taken, own), budget)) return chosen;
    const next = others[at];
    if (next === undefined || ways-- <= 0 || !overfills(plus(plus(taken, rest[at] ?? NOTHING), own), budget)) return undefined;
    const isFree = !overfills(plus(taken, next), budget) && chosen.every((claim) => claim.element !== next.claim.element);
    return (isFree ? fill(at + 1, plus(taken, next), [...chosen, next.claim]) : undefined) ?? fill(at + 1, taken, chosen);
  };
  return own.low > 0 || own.isOpen ? fill(0, NOTHING, []) : undefined;
}

/** The highest lower bound of each element, added up; other kinds of unit are left out, which never makes the sum larger. */
function sum(budget: Claim, claims: readonly Claim[]): Taken {
  const least = new Map<string, Taken>();
  for (const part of partsOf(budget, claims)) {
    const before = least.get(part.claim.element);
    if (before === undefined || largestFirst(part, before) < 0) least.set(part.claim.element, part);
  }
  const { low, isOpen } = [...least.values()].sort((a, b) => a.low - b.low).reduce(plus, NOTHING);
  // Each addition may round; what is left of that is far below what anybody asks for.
  return { low: roundToDigits(low, 14), isOpen };
}
