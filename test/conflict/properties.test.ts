import fc from 'fast-check';
import { claimKey, type Claim } from '../../src/domain/conflict/claim';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { askedOnce } from '../../src/domain/conflict/asked-rule';
import { findCores } from '../../src/domain/conflict/find-cores';
import { countRule } from '../../src/domain/conflict/rules/count';
import { presenceRule } from '../../src/domain/conflict/rules/presence';
import type { Rule } from '../../src/domain/conflict/rules/rule';
import { valuesRule } from '../../src/domain/conflict/rules/values';

const JOURNEYS = ['x', 'y', 'z'];
const LEVELS = ['limit', 'must', 'goal', 'wish'] as const;

const contents: fc.Arbitrary<Partial<Claim>> = fc.oneof(
  fc.record({ facet: fc.constant('count' as const), min: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ facet: fc.constant('count' as const), max: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ facet: fc.constant('values' as const), oneOf: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }) }),
  fc.record({ facet: fc.constant('values' as const), noneOf: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }) }),
  fc.record({ facet: fc.constant('presence' as const), is: fc.constantFrom('required', 'optional', 'forbidden') }),
);

const claims: fc.Arbitrary<Claim[]> = fc.array(fc.record({
  content: contents, level: fc.constantFrom(...LEVELS), element: fc.constantFrom('E.a', 'E.b'),
  journeys: fc.option(fc.uniqueArray(fc.constantFrom(...JOURNEYS), { minLength: 1, maxLength: 3 })),
  market: fc.option(fc.constantFrom('DE', 'FR')), answered: fc.boolean(), draft: fc.boolean(),
}), { maxLength: 9 }).map((list) => list.map(({ content, level, element, journeys, market, answered, draft }, at): Claim => ({
  id: 'c', model: 'm', element, level, authority: 'law', team: `t${String(at % 3)}`, ticket: { id: at + 1, key: `T-${String(at + 1)}` }, status: 'proposed',
  grade: draft ? 'none' : 'bronze', facet: 'count',
  ...(journeys === null && market === null ? {} : { when: { ...(journeys === null ? {} : { journey: journeys }), ...(market === null ? {} : { market: [market] }) } }),
  ...(answered ? { everywhere: ['journey', 'market'] } : {}), ...content,
})));

const RULES: readonly Rule[] = [countRule, valuesRule, presenceRule];

/** Whether these claims hold together, by trying every outcome. */
function holds(some: readonly Claim[], facet: Claim['facet']): boolean {
  if (facet === 'count') return [0, 1, 2, 3, 4].some((n) => some.every(({ min = 0, max = 9 }) => n >= min && n <= max));
  if (facet === 'presence') return new Set(some.map((claim) => claim.is)).size <= 1;
  return ['a', 'b', 'c', 'other'].some((value) => some.every(({ oneOf, noneOf }) => (oneOf?.includes(value) ?? true) && noneOf?.includes(value) !== true));
}

function appliesAt(claim: Claim, journey: string, market: string): boolean {
  return (claim.when?.['journey']?.includes(journey) ?? true) && (claim.when?.['market']?.includes(market) ?? true);
}

const POINTS = [...JOURNEYS, 'elsewhere'].flatMap((journey) => ['DE', 'FR', 'elsewhere'].map((market) => [journey, market] as const));

function facetClaims(all: readonly Claim[], element: string, facet: Claim['facet']): readonly Claim[] {
  return all.filter((claim) => claim.element === element && claim.facet === facet);
}

const runs = { numRuns: 400, seed: 11 };

test('[CF2] neither order nor repetition changes what is found', () => {
  fc.assert(fc.property(claims, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (list, keys) => {
    const shuffled = list.map((claim, at) => [keys[at] ?? 0, claim] as const).sort(([a], [b]) => a - b).map(([, claim]) => claim);
    const plain = (some: readonly Claim[]) => {
      const { conflicts, notes } = detectConflicts(some);
      return { conflicts, notes: notes.map((note) => [note.code, note.at.element, note.detail]) };
    };
    expect(plain(shuffled)).toEqual(plain(list));
    expect(detectConflicts([...list, ...shuffled]).conflicts).toEqual(detectConflicts(list).conflicts);
  }), runs);
});

test('[CF13] a core is minimal, holds nowhere in common, and there are no more cores than claims', () => {
  fc.assert(fc.property(claims, (list) => {
    for (const rule of RULES) {
      const some = facetClaims(list, 'E.a', rule.facet);
      const cores = findCores(askedOnce(rule), some).clashing;
      expect(cores.length).toBeLessThanOrEqual(some.length);
      for (const { core } of cores) {
        expect(POINTS.some(([journey, market]) => core.claims.every((claim) => appliesAt(claim, journey, market)))).toBe(true);
        expect(holds(core.claims, rule.facet)).toBe(false);
        for (const one of core.claims) expect(holds(core.claims.filter((claim) => claim !== one), rule.facet)).toBe(true);
      }
    }
  }), runs);
});

test('[CF14] the same verdict, proof and severity as trying every point and every outcome', () => {
  fc.assert(fc.property(claims, (list) => {
    const { conflicts } = detectConflicts(list);
    for (const element of ['E.a', 'E.b']) {
      for (const { facet } of RULES) {
        const some = facetClaims(list, element, facet);
        const clash = POINTS.some(([journey, market]) => !holds(some.filter((claim) => appliesAt(claim, journey, market)), facet));
        const found = conflicts.filter((conflict) => conflict.at.element === element && conflict.facet === facet);
        expect(found.length > 0).toBe(clash);
        if (clash) expect(Math.min(...found.map((conflict) => SEVERITY.indexOf(conflict.severity)))).toBe(worst(some, facet));
      }
    }
  }), runs);
});

const SEVERITY = ['limits', 'blocking', 'negotiable', 'soft'];

/** The worst severity among all minimal clashing subsets, silence counted. */
function worst(some: readonly Claim[], facet: Claim['facet']): number {
  let best = 3;
  for (let mask = 1; mask < 1 << some.length; mask++) {
    const subset = some.filter((_, at) => (mask >> at) & 1);
    if (!POINTS.some(([journey, market]) => subset.every((claim) => appliesAt(claim, journey, market)))) continue;
    if (holds(subset, facet) || subset.some((one) => !holds(subset.filter((claim) => claim !== one), facet))) continue;
    const named = new Set(subset.flatMap((claim) => Object.keys(claim.when ?? {})));
    const silent = subset.some((claim) => [...named].some((name) => claim.when?.[name] === undefined && claim.everywhere?.includes(name) !== true));
    best = Math.min(best, Math.max(silent ? 2 : 0, ...subset.map((claim) => LEVELS.indexOf(claim.level))));
  }
  return best;
}

test('[CF12] every conflict names each of its claims once, and its proof is among them', () => {
  fc.assert(fc.property(claims, (list) => {
    for (const conflict of detectConflicts(list).conflicts) {
      const members = conflict.sides.flatMap((side) => side.who.map((member) => member.claim));
      expect(new Set(members).size).toBe(members.length);
      expect(members).toHaveLength(conflict.claims);
      expect(conflict.core.every((claim) => members.includes(claim))).toBe(true);
      expect(list.map(claimKey)).toEqual(expect.arrayContaining(members));
    }
  }), runs);
});
