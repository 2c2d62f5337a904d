import fc from 'fast-check';
import { claimKey, levelRank } from '../../src/domain/conflict/claim';
import { SEVERITIES } from '../../src/domain/conflict/conflict';
import { detectConflicts } from '../../src/domain/conflict/detect-conflicts';
import { FACETS } from '../../src/domain/context/product-context';
import { CONFLICT_CODES } from '../../src/domain/conflict/codes';
import { FAMILIES, claimsOf, coresOf } from './outcomes';

const runs = { numRuns: 250, seed: 5 };

for (const family of FAMILIES) {
  test(`[CF12] [CF13] [CF14] [CF102] ${family.name}: who takes part, how bad it is and the proof are those of trying every outcome`, () => {
    fc.assert(fc.property(claimsOf(family), (list) => {
      const cores = coresOf(family, list);
      const found = detectConflicts(list).conflicts.filter((conflict) => conflict.code === family.code);
      const members = found.flatMap((conflict) => conflict.sides.flatMap((side) => side.who.map((member) => member.claim)));
      expect([...members].sort()).toEqual([...new Set(cores.flat().map(claimKey))].sort());
      const worst = Math.min(...cores.map((core) => Math.max(...core.map(levelRank))));
      if (cores.length > 0) expect(Math.min(...found.map((conflict) => SEVERITIES.indexOf(conflict.severity)))).toBe(worst);
      for (const conflict of found) {
        const proof = [...conflict.core].sort();
        expect(cores.map((core) => core.map(claimKey).sort())).toContainEqual(proof);
        expect(conflict.sides.flatMap((side) => side.who.map((member) => member.claim))).toEqual(expect.arrayContaining(proof));
      }
    }), runs);
  });
}

for (const family of FAMILIES) {
  test(`[CF15] [CF113] ${family.name}: who yields and is left out leaves no clash, and nobody who holds in every core is asked to move`, () => {
    fc.assert(fc.property(claimsOf(family), (list) => {
      const cores = coresOf(family, list);
      for (const conflict of detectConflicts(list).conflicts.filter(({ code, smallestChange }) => code === family.code && smallestChange !== undefined)) {
        const members = new Set(conflict.sides.flatMap((side) => side.who.map((member) => member.claim)));
        const moved = (conflict.smallestChange?.changes ?? []).map(({ claim }) => claim);
        const own = cores.filter((core) => core.every((claim) => members.has(claimKey(claim))));
        expect(own.filter((core) => !core.some((claim) => moved.includes(claimKey(claim))))).toEqual([]);
        const mayMove = own.flatMap((core) => core.filter((claim) => levelRank(claim) === Math.max(...core.map(levelRank)))).map(claimKey);
        expect(mayMove).toEqual(expect.arrayContaining(moved));
      }
    }), runs);
  });
}

test('[CF22] every facet and every code of the claims is tried', () => {
  const tried = new Set(FAMILIES.flatMap((family) => fc.sample(family.content, { numRuns: 60, seed: 1 }).map((content) => content.facet)));
  expect(FACETS.filter((facet) => !tried.has(facet))).toEqual(['shape']);
  const codes = new Set(FAMILIES.map((family) => family.code));
  expect(Object.keys(CONFLICT_CODES).filter((code) => !codes.has(code as keyof typeof CONFLICT_CODES))).toEqual(['THRESHOLD_OPPOSED']);
});
