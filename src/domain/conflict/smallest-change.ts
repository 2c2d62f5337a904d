/**
 * The smallest change that removes a conflict: among changes to claims that yield (all, if contested) the one that touches
 * fewest claims, then the least relative change, then the smallest ticket key.
 */

import { claimKey, compareClaims, type Claim } from './claim';
import { conditionsMeet, conditionOf } from './conditions';
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

/** Undefined where no single side can give way without one that holds. */
export function smallestChange(rule: Rule, component: readonly Clashing[], core: readonly Claim[]): SmallestChange | undefined {
  if (rule.instead === undefined) return undefined;
  const movable = core.filter((claim) => roleIn(core, claim) !== 'holds');
  const candidates = movable.map((claim) => candidateFor(rule, component, core, claim)).filter((found) => found !== undefined);
  return candidates.sort((a, b) => a.touched - b.touched || a.relative - b.relative || (a.key < b.key ? -1 : 1))[0]?.change;
}

function candidateFor(rule: Rule, component: readonly Clashing[], core: readonly Claim[], claim: Claim): Candidate | undefined {
  const mover = component.find((one) => one.stance.claim === claim);
  if (mover === undefined) return undefined;
  const near = component.filter((one) => one === mover || core.every((member) => conditionsMeet(conditionOf(member), conditionOf(one.stance.claim))));
  const moving = allies(rule, near, mover);
  // Where the rest still clashes, or somebody who holds would have to move, only the proof is settled.
  const whole = moving !== undefined && moving.every((one) => roleIn(one.core.claims, one.stance.claim) !== 'holds');
  const movers = whole ? moving : [mover];
  const fixed = whole
    ? near.filter((one) => !moving.includes(one)).map((one) => one.stance.claim)
    : core.filter((member) => member !== claim);
  return toCandidate(rule, movers, fixed);
}

function toCandidate(rule: Rule, movers: readonly Clashing[], fixed: readonly Claim[]): Candidate | undefined {
  const changes: SmallestChange['changes'][number][] = [];
  let relative = 0;
  for (const { stance } of movers) {
    const instead = rule.instead?.(stance.claim, fixed);
    if (instead === undefined) return undefined;
    relative = Math.max(relative, instead.change);
    for (const claim of stance.members) {
      changes.push({ claim: claimKey(claim), ticket: claim.ticket, ...(instead.from === undefined ? {} : { from: instead.from }), to: instead.to });
    }
  }
  const keys = movers.flatMap((one) => one.stance.members).sort(compareClaims).map((claim) => claim.ticket.key);
  return { change: { changes }, touched: changes.length, relative, key: [...keys].sort()[0] ?? '' };
}

/** The stances that have to move together with `mover` so that the rest no longer clashes. */
function allies(rule: Rule, near: readonly Clashing[], mover: Clashing): readonly Clashing[] | undefined {
  const moving = [mover];
  let rest = near.filter((one) => one !== mover);
  while (rest.length > 0 && rule.clashes(rest.map((one) => one.stance.claim))) {
    const next = rest.find((one) => one.stance.claim.facet === mover.stance.claim.facet && !rule.clashes([mover.stance.claim, one.stance.claim]) && isNeeded(rule, rest, one));
    if (next === undefined) return undefined;
    moving.push(next);
    rest = rest.filter((one) => one !== next);
  }
  return moving;
}

function isNeeded(rule: Rule, rest: readonly Clashing[], one: Clashing): boolean {
  const others = rest.filter((other) => other !== one).map((other) => other.stance.claim);
  return rule.coreWith === undefined ? true : rule.coreWith(one.stance.claim, others) !== undefined;
}
