/** Rules about lower and upper bounds: seven facets share this arithmetic, each has a rule of its own. */

import { unitScale } from '../units';
import type { Claim } from '../claim';
import { boundsOf, commonBounds, disjoint, type Bounds } from './bounds';
import type { Doubt, Instead, Rule } from './rule';

export interface BoundedFacet {
  readonly code: Rule['code'];
  readonly facet: Rule['facet'];
  readonly nothing: string;
  /** Words of the bounds: `at most 1`, `keep at least 30 days`. */
  readonly words: (claim: Claim) => string;
  readonly bounds: (claim: Claim) => Bounds;
  /** A bound as words, in the unit of the claim that would change. */
  readonly amount: (claim: Claim, bound: number) => string;
  /** The claim with its bound moved, where that is not `min` or `max`. */
  readonly moved?: (claim: Claim, bound: number) => Claim;
}

/** The rule for a facet of bounds. */
export function boundedRule(facet: BoundedFacet): Rule {
  const { bounds } = facet;
  return {
    code: facet.code,
    facet: facet.facet,
    nothing: facet.nothing,
    words: facet.words,
    ask: (claim) => askOf(claim, bounds(claim)),
    ...(bounds === boundsOf ? { asksSame: sameBounds } : {}),
    clashes: (claims) => !(bounds === boundsOf && hasRoom(claims)) && byKind(claims).some((group) => groupClashes(group, bounds)),
    coreWith: (claim, others) => coreOfBounds(claim, others, bounds),
    suspects: (claims) => byKind(claims).flatMap((group) => suspectsAmong(group, bounds)),
    instead: (claim, others) => insteadOf(claim, others, facet),
    common: (claims) => (byKind(claims).length === 1 ? commonWords(claims, facet) : undefined),
    doubts: unitDoubts,
  };
}

function sameBounds(a: Claim, b: Claim): boolean {
  if (a.unit !== b.unit) return askOf(a, boundsOf(a)) === askOf(b, boundsOf(b));
  return (a.min ?? Number.NEGATIVE_INFINITY) === (b.min ?? Number.NEGATIVE_INFINITY) && (a.max ?? Number.POSITIVE_INFINITY) === (b.max ?? Number.POSITIVE_INFINITY)
    && (a.exclusiveMin === true) === (b.exclusiveMin === true) && (a.exclusiveMax === true) === (b.exclusiveMax === true);
}

function askOf(claim: Claim, { low, high, lowOpen, highOpen }: Bounds): string {
  // `+ 0` makes -0 and 0 one ask.
  const kind = claim.unit === undefined ? '' : unitScale(claim.unit).kind;
  return `${kind}|${String(low + 0)}|${String(high + 0)}|${lowOpen ? 1 : 0}${highOpen ? 1 : 0}`;
}

function byKind(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const unit = claims[0]?.unit;
  if (claims.every((claim) => claim.unit === unit)) return [claims];
  const kinds = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { kind } = unitScale(claim.unit);
    const group = kinds.get(kind);
    if (group === undefined) kinds.set(kind, [claim]);
    else group.push(claim);
  }
  return [...kinds.values()];
}

/** One pass: bounds have something in common exactly if the highest lower bound fits under the lowest upper bound. */
function groupClashes(claims: readonly Claim[], bounds: (claim: Claim) => Bounds): boolean {
  const { lowers, uppers } = extremes(claims, bounds);
  return lowers.some((lower) => uppers.some((upper) => disjoint(lower, upper)));
}

/** The highest of the lower bounds and the lowest of the upper ones; of months and years, and of all else. */
function extremes(claims: readonly Claim[], bounds: (claim: Claim) => Bounds): { readonly lowers: readonly Bounds[]; readonly uppers: readonly Bounds[] } {
  const lowers: [Bounds?, Bounds?] = [];
  const uppers: [Bounds?, Bounds?] = [];
  for (const claim of claims) {
    const own = bounds(claim);
    const kind = own.calendar === undefined ? 0 : 1;
    const [lower, upper] = [lowers[kind], uppers[kind]];
    if (lower === undefined || own.low > lower.low || (own.low === lower.low && own.lowOpen)) lowers[kind] = own;
    if (upper === undefined || own.high < upper.high || (own.high === upper.high && own.highOpen)) uppers[kind] = own;
  }
  const known = (one: Bounds | undefined) => one !== undefined;
  return { lowers: lowers.filter(known), uppers: uppers.filter(known) };
}

/** Who clashes with anybody clashes with the most demanding of them. */
function suspectsAmong(claims: readonly Claim[], bounds: (claim: Claim) => Bounds): readonly Claim[] {
  const { lowers, uppers } = extremes(claims, bounds);
  return claims.filter((claim) => {
    const own = bounds(claim);
    return uppers.some((upper) => disjoint(own, upper)) || lowers.some((lower) => disjoint(lower, own));
  });
}

/** The usual case in one pass: units of one kind, and room between the bounds. Months on average are no shorter than at least, no longer than at most. */
function hasRoom(claims: readonly Claim[]): boolean {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let unit = claims[0]?.unit;
  let scale = unitScale(unit);
  const { kind } = scale;
  for (const claim of claims) {
    if (claim.unit !== unit) {
      unit = claim.unit;
      scale = unitScale(unit);
      if (scale.kind !== kind) return false;
    }
    if (claim.min !== undefined) low = Math.max(low, scale.toBase(claim.min));
    if (claim.max !== undefined) high = Math.min(high, scale.toBase(claim.max));
  }
  return low < high;
}

function coreOfBounds(claim: Claim, others: readonly Claim[], bounds: (claim: Claim) => Bounds): readonly Claim[] | undefined {
  const own = bounds(claim);
  if (disjoint(own, own)) return [claim];
  const kind = unitScale(claim.unit).kind;
  let found: Claim | undefined;
  for (const other of others) {
    if (other === claim || (other.unit !== claim.unit && unitScale(other.unit).kind !== kind)) continue;
    const theirs = bounds(other);
    // A claim that cannot hold by itself is a core by itself.
    if (disjoint(theirs, theirs)) continue;
    if (disjoint(own, theirs) || disjoint(theirs, own)) {
      found = other;
      break;
    }
  }
  return found === undefined ? undefined : [claim, found];
}

/** Widened so far that the others fit; undefined where only more than a bound, or less, would do: there is no nearest number. */
function insteadOf(claim: Claim, others: readonly Claim[], facet: BoundedFacet): Instead | undefined {
  const own = facet.bounds(claim);
  const { kind, fromBase } = unitScale(claim.unit);
  const comparable = others.filter((other) => unitScale(other.unit).kind === kind).map((other) => ({ other, theirs: facet.bounds(other) }));
  const raise = comparable.some(({ theirs }) => disjoint(theirs, own));
  const reach = (bounds: Bounds) => (raise ? bounds.low : -bounds.high);
  const asker = comparable.filter(({ theirs }) => (raise ? disjoint(theirs, own) : disjoint(own, theirs))).sort((a, b) => reach(b.theirs) - reach(a.theirs))[0];
  if (asker === undefined || (raise ? asker.theirs.lowOpen : asker.theirs.highOpen)) return undefined;
  const [target, present] = raise ? [asker.theirs.low, own.high] : [asker.theirs.high, own.low];
  const [ask, less] = (raise ? own.highOpen : own.lowOpen) ? (raise ? ['at most ', 'less than '] : ['at least ', 'more than ']) : ['', ''];
  return {
    from: `${less}${facet.amount(claim, present)}`,
    // In the words of who asks for it: "90 days", not "0.2466 years".
    to: `${ask}${facet.amount(asker.other, target)}`,
    change: Number.isFinite(present) ? Math.abs(target - present) / Math.max(Math.abs(present), Number.EPSILON) : 1,
    becomes: facet.moved?.(claim, target) ?? (raise ? { ...claim, max: fromBase(target), exclusiveMax: false } : { ...claim, min: fromBase(target), exclusiveMin: false }),
  };
}

function commonWords(claims: readonly Claim[], facet: BoundedFacet): string | undefined {
  const first = claims[0];
  if (first === undefined) return undefined;
  const { low, high, lowOpen, highOpen } = commonBounds(claims, facet.bounds);
  const over = lowOpen ? 'more than ' : '';
  const under = highOpen ? 'less than ' : '';
  if (over !== '' || under !== '') {
    const ends = [...(Number.isFinite(low) ? [`${over === '' ? 'at least ' : over}${facet.amount(first, low)}`] : []), ...(Number.isFinite(high) ? [`${under === '' ? 'at most ' : under}${facet.amount(first, high)}`] : [])];
    return ends.join(' and ');
  }
  if (Number.isFinite(low) && Number.isFinite(high)) {
    return low === high ? `exactly ${facet.amount(first, low)}` : `${facet.amount(first, low)} to ${facet.amount(first, high)}`;
  }
  if (Number.isFinite(low)) return `${facet.amount(first, low)} or more`;
  return Number.isFinite(high) ? `${facet.amount(first, high)} or less` : undefined;
}

function unitDoubts(claims: readonly Claim[]): readonly Doubt[] {
  const unit = claims[0]?.unit;
  if (claims.every((claim) => claim.unit === unit)) return [];
  const units = [...new Set(claims.map((claim) => (claim.unit ?? '').trim()))].sort();
  if (units.length < 2) return [];
  const scales = new Map(units.map((name) => [name, unitScale(name)]));
  const kinds = new Set([...scales.values()].map((scale) => scale.kind));
  const names = units.map((name) => (name === '' ? 'no unit' : name)).join(', ');
  if (kinds.size === 1) {
    const mixed = new Set([...scales.values()].map((scale) => scale.months === undefined)).size > 1;
    const how = mixed ? 'converted before they were compared; a clash of months or years with days is said only where it is one in every calendar' : 'converted before they were compared';
    return [{ code: 'UNIT_DIFFERS', claims, detail: `${names}: ${how}` }];
  }
  const unknown = units.filter((name) => scales.get(name)?.known === false);
  const why = unknown.length > 0 ? `nobody knows how to convert ${unknown.join(', ')}` : 'they measure different things';
  return [{ code: 'UNIT_DIFFERS', claims, detail: `${names}: not compared, ${why}`, isCompared: false }];
}
