/** Draws made another way than the code makes them, from the formulas alone: another generator, another transformation, no shared code. */

import type { Candidate, Comparable } from '../../src/domain/ranking/candidate';
import type { LogNormal, Normal } from '../../src/domain/ranking/estimate';

/** Standard normals by Box and Muller over T. Ettinger's mulberry32; seeded, so that a test never fails by luck. */
export function normals(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const [radius, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()];
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** One draw of an estimate that shares `shared` with its group, by numbers.md, section 4. */
export function drawOne(estimate: LogNormal | Normal, shared: number, next: () => number, rho = 0.2): number {
  const z = Math.sqrt(rho) * shared + Math.sqrt(1 - rho) * next();
  return estimate.kind === 'normal' ? estimate.mean + estimate.sd * z : Math.exp(estimate.mu + estimate.s * z);
}

/** One draw of everything: efforts share one number, worths one a team. */
export function drawAll(candidates: readonly Candidate[], next: () => number): Map<string, { readonly effort: number; readonly worth: number; readonly amount: number }> {
  const ofEfforts = next();
  const ofTeams = new Map<string, number>();
  return new Map(candidates.map((candidate) => {
    const ofTeam = ofTeams.get(candidate.team) ?? next();
    ofTeams.set(candidate.team, ofTeam);
    const efforts = candidate.parts?.known.map(({ effort }) => effort) ?? (candidate.effort === undefined ? [] : [candidate.effort]);
    const effort = efforts.reduce((sum, one) => sum + drawOne(one, ofEfforts, next), 0);
    if (candidate.kind === 'not-comparable') return [candidate.id, { effort, worth: 0, amount: 0 }];
    const amount = drawOne(candidate.amount, ofTeam, next);
    return [candidate.id, { effort, amount, worth: amount * worthOverAmount(candidate) }];
  }));
}

function worthOverAmount({ worth, amount }: Comparable): number {
  return amount.mean === 0 ? 0 : worth.mean / amount.mean;
}

/** 5th, 50th and 95th percentile. */
export function percentilesOf(values: readonly number[]): { readonly p5: number; readonly p50: number; readonly p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const pick = (p: number): number => sorted[Math.floor(p * sorted.length)] ?? 0;
  return { p5: pick(0.05), p50: pick(0.5), p95: pick(0.95) };
}

/** How far the two are apart at most, as a share of the second. */
export function mostApart(found: Readonly<Record<'p5' | 'p50' | 'p95', number>>, expected: Readonly<Record<'p5' | 'p50' | 'p95', number>>): number {
  return Math.max(...(['p5', 'p50', 'p95'] as const).map((p) => Math.abs(found[p] / expected[p] - 1)));
}
