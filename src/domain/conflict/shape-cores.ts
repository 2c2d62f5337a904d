/**
 * Minimal sets of what is asked of a value as a whole that leave no value: a question about a whole value is dear, so all of them are
 * looked for at once, what several ask counts once, and the work is bounded.
 */

import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import type { Rule } from './rules/rule';

/** Claims that all questions about one element may look at together. */
const MOST_LOOKED_AT = 40_000;
/** The same for who is in no core yet when that is spent. */
const MOST_LOOKED_AT_AFTER = 10_000;
/** Ways of leaving claims out. */
const MOST_WAYS = 1_000;

export interface ShapeCores {
  /** Each core by what is asked in it. */
  readonly cores: readonly ReadonlySet<string>[];
  /** False where the work ran out: there may be more cores, and claims in a core that could be left out of it. */
  readonly isComplete: boolean;
}

/** Cores with a shape in them, among claims that meet. `pools` are claims that are looked at together. */
export function shapeCores(rule: Rule, pools: readonly (readonly Claim[])[]): ShapeCores {
  const search: Search = { rule, left: MOST_LOOKED_AT, found: [] };
  const asked = pools.map((pool) => distinctAsks(rule, pool));
  for (const pool of asked) findIn(search, pool);
  const isComplete = search.left >= 0;
  if (!isComplete) for (const pool of asked) putInPlaces({ ...search, left: MOST_LOOKED_AT_AFTER }, pool);
  return { cores: search.found.filter((core) => core.some(({ facet }) => facet === rule.facet)).map((core) => new Set(core.map((claim) => rule.ask(claim)))), isComplete };
}

/** The rule with these cores known: what several ask is taken from whoever is at hand. */
export function withCores(rule: Rule, { cores }: Pick<ShapeCores, 'cores'>): Rule {
  return {
    ...rule,
    coreWith(claim, others) {
      const own = rule.ask(claim);
      const atHand = firstOfEachAsk(rule, others);
      const core = cores.find((one) => one.has(own) && [...one].every((ask) => ask === own || atHand.has(ask)));
      return core === undefined ? undefined : [...core].flatMap((ask) => (ask === own ? claim : atHand.get(ask) ?? []));
    },
  };
}

interface Search {
  readonly rule: Rule;
  left: number;
  readonly found: (readonly Claim[])[];
}

/** One claim for each thing that is asked; shapes first, then field by field, so that a half of them is about half of the fields. */
function distinctAsks(rule: Rule, claims: readonly Claim[]): readonly Claim[] {
  const rank = ({ facet }: Claim) => (facet === rule.facet ? 0 : 1);
  return [...firstOfEachAsk(rule, claims)].sort(([a, one], [b, other]) => rank(one) - rank(other) || compareTexts(one.element, other.element) || compareTexts(a, b)).map(([, claim]) => claim);
}

function firstOfEachAsk(rule: Rule, claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const asks = new Map<string, Claim>();
  for (const claim of claims) {
    const ask = rule.ask(claim);
    if (!asks.has(ask)) asks.set(ask, claim);
  }
  return asks;
}

/** Every core there is has lost a member where nothing clashes any more: so each member of each is left out in turn. */
function findIn(search: Search, claims: readonly Claim[]): void {
  const ways: ReadonlySet<Claim>[] = [new Set()];
  const seen = new Set<string>();
  const here = new Set(claims);
  const own = search.found.filter((core) => core.every((claim) => here.has(claim)));
  for (let at = 0; at < ways.length && search.left >= 0; at++) {
    if (at >= MOST_WAYS) search.left = -1;
    const without = ways[at] ?? new Set();
    const core = own.find((known) => !known.some((claim) => without.has(claim))) ?? coreAmong(search, claims.filter((claim) => !without.has(claim)));
    if (core === undefined) continue;
    if (!own.includes(core)) {
      own.push(core);
      search.found.push(core);
    }
    for (const member of core) {
      const way = new Set([...without, member]);
      const key = claims.flatMap((claim, number) => (way.has(claim) ? [number] : [])).join(' ');
      if (!seen.has(key)) ways.push(way);
      seen.add(key);
    }
  }
}

/** Whoever takes the place of a member of a core, so that it clashes as before, is in a core, too. */
function putInPlaces(search: Search, claims: readonly Claim[]): void {
  for (const claim of claims) {
    const own = search.found.filter((core) => core.every((member) => claims.includes(member)));
    if (own.some((core) => core.includes(claim))) continue;
    const places = own.flatMap((core) => core.map((member) => [...core.filter((other) => other !== member), claim]));
    const clashing = places.find((place) => clashes(search, place));
    if (clashing !== undefined) search.found.push(needed(search, [], clashing, false));
  }
}

function coreAmong(search: Search, claims: readonly Claim[]): readonly Claim[] | undefined {
  return clashes(search, claims) ? needed(search, [], claims, false) : undefined;
}

function clashes(search: Search, claims: readonly Claim[]): boolean {
  search.left -= claims.length;
  return search.left >= 0 && search.rule.clashes(claims);
}

/** The part of `pool` that a clash with `kept` needs, by halves (QuickXplain); where the work runs out, all that is left of it. */
function needed(search: Search, kept: readonly Claim[], pool: readonly Claim[], mayClash: boolean): readonly Claim[] {
  if (mayClash && clashes(search, kept)) return [];
  if (pool.length <= 1 || search.left < 0) return pool;
  const middle = pool.length >> 1;
  const [first, second] = [pool.slice(0, middle), pool.slice(middle)];
  const late = needed(search, [...kept, ...first], second, true);
  return [...needed(search, [...kept, ...late], first, late.length > 0), ...late];
}
