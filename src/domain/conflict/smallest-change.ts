/**
 * The smallest change that removes a conflict: among changes to claims that yield (all, if contested) the one that touches
 * fewest claims, then the least relative change, then the smallest ticket key. What was changed is checked again.
 */

import { claimKey, compareClaims, levelRank, type Claim } from './claim';
import { claimsByPoint, conditionOf, conditionsMeet } from './conditions';
import type { SmallestChange } from './conflict';
import type { Clashing } from './find-cores';
import { roleIn } from './role-in';
import type { Rule } from './rules/rule';

interface Candidate {
  readonly change: SmallestChange;
  readonly touched: number;
  readonly relative: number;
  readonly key: string;
}

/** A change that so many have to agree to is none that people would make. */
const MOST_STANCES = 120;

/** Undefined where nothing near what is asked removes the conflict. */
export function smallestChange(rule: Rule, component: readonly Clashing[], core: readonly Claim[]): SmallestChange | undefined {
  if (rule.instead === undefined || component.length > MOST_STANCES) return undefined;
  const claims = component.map((one) => one.stance.claim);
  const points = claimsByPoint(claims) ?? [claims];
  const movable = core.filter((claim) => roleIn(core, claim) !== 'holds');
  const candidates = movable.map((claim) => candidateFor(rule, component, points, claim)).filter((found) => found !== undefined);
  const best = candidates.sort((a, b) => a.touched - b.touched || a.relative - b.relative || (a.key < b.key ? -1 : 1))[0];
  return best === undefined ? undefined : { ...best.change, ...(points.filter((point) => rule.clashes(point)).length > 1 ? { isBeyond: true } : {}) };
}

type Points = readonly (readonly Claim[])[];

function candidateFor(rule: Rule, component: readonly Clashing[], points: Points, last: Claim): Candidate | undefined {
  const kept = keptWithout(rule, component.map((one) => one.stance.claim), points, last);
  const changed = new Map<Claim, Claim | undefined>();
  const changes: SmallestChange['changes'][number][] = [];
  let relative = 0;
  for (const { stance: { claim, members } } of component) {
    if (kept.has(claim)) continue;
    const standing = [...kept, ...[...changed.values()].filter((one) => one !== undefined)].filter((other) => conditionsMeet(conditionOf(claim), conditionOf(other)));
    const instead = rule.instead?.(claim, standing);
    if (instead === undefined) return undefined;
    changed.set(claim, instead.becomes);
    relative = Math.max(relative, instead.change);
    for (const member of members) {
      changes.push({ claim: claimKey(member), ticket: member.ticket, ...(instead.from === undefined ? {} : { from: instead.from }), to: instead.to });
    }
  }
  // Where nothing is changed, all are among those that stand together.
  const changedAt = points.filter((point) => point.some((claim) => changed.has(claim)));
  if (changedAt.some((point) => rule.clashes(point.flatMap((claim) => (changed.has(claim) ? changed.get(claim) ?? [] : [claim]))))) return undefined;
  return { change: { changes }, touched: changes.length, relative, key: changes.map(({ ticket }) => ticket.key).sort().join(' ') };
}

/** Who stands: the stronger first, and of one level first who clashes with `last`; whoever clashes with those has to move. */
function keptWithout(rule: Rule, claims: readonly Claim[], points: Points, last: Claim): ReadonlySet<Claim> {
  const rank = new Map(claims.map((claim) => [claim, claim === last ? 2 : rule.clashes([last, claim]) ? 0 : 1]));
  const order = [...claims].sort((a, b) => levelRank(a) - levelRank(b) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || compareClaims(a, b));
  const kept = new Set<Claim>();
  for (const claim of order) {
    kept.add(claim);
    if (points.some((point) => point.includes(claim) && rule.clashes(point.filter((one) => kept.has(one))))) kept.delete(claim);
  }
  return kept;
}
