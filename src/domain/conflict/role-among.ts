/** Who has to give way once all that clash there are looked at, not only the core that proves it. */

import type { Claim } from './claim';
import { conditionOf, conditionsMeet, intersectConditions } from './conditions';
import type { Condition } from '../context/product-context';
import type { Role } from './conflict';
import type { Clashing } from './find-cores';
import { roleIn } from './role-in';
import type { Rule } from './rules/rule';

/**
 * The role of each stance of a component. In its worst core a claim may face one that has to give way there itself, to somebody
 * stronger: who clashes with nobody else stands with the stronger side. What keeps a ticket held stays told as it is.
 */
export function rolesAmong(rule: Rule, component: readonly Clashing[]): ReadonlyMap<Clashing, Role> {
  const byClaim = new Map(component.map((one) => [one.stance.claim, one]));
  return new Map(component.map((one) => {
    const role = roleIn(one.core.claims, one.stance.claim);
    return [one, role === 'holds' || one.held || !isSpared(rule, one, component, byClaim) ? role : 'holds'];
  }));
}

function isSpared(rule: Rule, one: Clashing, component: readonly Clashing[], byClaim: ReadonlyMap<Claim, Clashing>): boolean {
  const there = pointOf(one);
  const givesWay = (other: Clashing | undefined): boolean => other !== undefined && other !== one && roleIn(other.core.claims, other.stance.claim) === 'yields' && covers(pointOf(other), there);
  if (!one.core.claims.some((claim) => givesWay(byClaim.get(claim)))) return false;
  const standing = component.filter((other) => other !== one && !givesWay(other) && conditionsMeet(conditionOf(other.stance.claim), there));
  return !rule.clashes([one.stance.claim, ...standing.map((other) => other.stance.claim)]);
}

/** Where the worst core clashes. */
function pointOf({ core }: Clashing): Condition {
  return intersectConditions(core.claims.map(conditionOf)) ?? {};
}

/** Whether the first condition holds wherever the second does, as far as their listed values tell. */
function covers(outer: Condition, inner: Condition): boolean {
  return Object.entries(outer).every(([name, values]) => Object.hasOwn(inner, name) && (inner[name] ?? []).every((value) => values.includes(value)));
}
