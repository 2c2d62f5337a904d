/**
 * Minimal sets of what is asked of a value as a whole that leave no value: a question about a whole value is dear, so all of them are
 * looked for at once, what several ask counts once, and the questions are numbered.
 */

import type { Claim } from './claim';
import { compareTexts } from './compare-texts';
import type { Rule } from './rules/rule';

/** Questions about a whole value for one element. */
const MOST_QUESTIONS = 400;
/** Ways of leaving claims out. */
const MOST_WAYS = 1_000;

export interface ShapeCores {
  /** Each core by what is asked in it. */
  readonly cores: readonly ReadonlySet<string>[];
  /** False where questions ran out: there may be more cores, and claims in a core that could be left out of it. */
  readonly isComplete: boolean;
}

/** Cores with a shape in them, among claims that meet. `pools` are claims that are looked at together. */
export function shapeCores(rule: Rule, pools: readonly (readonly Claim[])[]): ShapeCores {
  const search: Search = { rule, left: MOST_QUESTIONS, found: [] };
  for (const pool of pools) findIn(search, distinctAsks(rule, pool));
  return { cores: search.found.filter((core) => core.some(({ facet }) => facet === rule.facet)).map((core) => new Set(core.map((claim) => rule.ask(claim)))), isComplete: search.left >= 0 };
}

/** The rule with these cores known: what several ask is taken from whoever is at hand. */
export function withCores(rule: Rule, { cores }: Pick<ShapeCores, 'cores'>): Rule {
  return {
    ...rule,
    coreWith(claim, others) {
      const own = rule.ask(claim);
      for (const core of cores) {
        if (!core.has(own)) continue;
        const members = [...core].map((ask) => (ask === own ? claim : others.find((other) => rule.ask(other) === ask)));
        if (members.every((member) => member !== undefined)) return members;
      }
      return undefined;
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
  const asks = new Map<string, Claim>();
  for (const claim of claims) if (!asks.has(rule.ask(claim))) asks.set(rule.ask(claim), claim);
  const rank = ({ facet }: Claim) => (facet === rule.facet ? 0 : 1);
  return [...asks].sort(([a, one], [b, other]) => rank(one) - rank(other) || compareTexts(one.element, other.element) || compareTexts(a, b)).map(([, claim]) => claim);
}

/** Every core there is has lost a member where nothing clashes any more: so each member of each is left out in turn. */
function findIn(search: Search, claims: readonly Claim[]): void {
  const ways: ReadonlySet<Claim>[] = [new Set()];
  const seen = new Set<string>();
  for (let at = 0; at < ways.length && search.left >= 0; at++) {
    if (at >= MOST_WAYS) search.left = -1;
    const without = ways[at] ?? new Set();
    const core = search.found.find((known) => known.every((claim) => !without.has(claim) && claims.includes(claim))) ?? coreAmong(search, claims.filter((claim) => !without.has(claim)));
    if (core === undefined) continue;
    if (!search.found.includes(core)) search.found.push(core);
    for (const member of core) {
      const way = new Set([...without, member]);
      const key = claims.flatMap((claim, number) => (way.has(claim) ? [number] : [])).join(' ');
      if (!seen.has(key)) ways.push(way);
      seen.add(key);
    }
  }
}

function coreAmong(search: Search, claims: readonly Claim[]): readonly Claim[] | undefined {
  return clashes(search, claims) ? needed(search, [], claims, false) : undefined;
}

function clashes(search: Search, claims: readonly Claim[]): boolean {
  search.left--;
  return search.left >= 0 && search.rule.clashes(claims);
}

/** The part of `pool` that a clash with `kept` needs, by halves (QuickXplain); where questions run out, all that is left of it. */
function needed(search: Search, kept: readonly Claim[], pool: readonly Claim[], mayClash: boolean): readonly Claim[] {
  if (mayClash && clashes(search, kept)) return [];
  if (pool.length <= 1 || search.left < 0) return pool;
  const middle = pool.length >> 1;
  const [first, second] = [pool.slice(0, middle), pool.slice(middle)];
  const late = needed(search, [...kept, ...first], second, true);
  return [...needed(search, [...kept, ...late], first, late.length > 0), ...late];
}
