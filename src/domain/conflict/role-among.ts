/** Who has to give way once all that clash there are looked at, not only the core that proves it. */

import type { Condition } from '../context/product-context';
import type { Claim } from './claim';
import { conditionOf, conditionsMeet, intersectConditions } from './conditions';
import type { Role } from './conflict';
import type { Clashing } from './find-cores';
import { roleIn } from './role-in';
import type { Rule } from './rules/rule';

/** A stance with what its worst core says of it. */
interface Placed {
  readonly one: Clashing;
  readonly role: Role;
  /** Where the worst core clashes; worked out for those that give way only. */
  readonly point: Condition | undefined;
}

/**
 * The role of each stance of a component. In its worst core a claim may face one that has to give way there itself, to somebody
 * stronger: who clashes with nobody else stands with the stronger side. What keeps a ticket held stays told as it is.
 */
export function rolesAmong(rule: Rule, component: readonly Clashing[]): ReadonlyMap<Clashing, Role> {
  const placed = component.map((one): Placed => {
    const role = roleIn(one.core.claims, one.stance.claim);
    return { one, role, point: role === 'yields' ? pointOf(one) : undefined };
  });
  const byClaim = new Map(placed.map((each) => [each.one.stance.claim, each]));
  return new Map(placed.map(({ one, role }) => [one, role === 'holds' || one.held || !isSpared(rule, one, placed, byClaim) ? role : 'holds']));
}

function isSpared(rule: Rule, one: Clashing, placed: readonly Placed[], byClaim: ReadonlyMap<Claim, Placed>): boolean {
  const there = pointOf(one);
  const givesWay = (other: Placed | undefined): boolean => other?.point !== undefined && other.one !== one && covers(other.point, there);
  if (!one.core.claims.some((claim) => givesWay(byClaim.get(claim)))) return false;
  const standing = placed.filter((other) => other.one !== one && !givesWay(other) && conditionsMeet(conditionOf(other.one.stance.claim), there));
  return !rule.clashes([one.stance.claim, ...standing.map((other) => other.one.stance.claim)]);
}

function pointOf({ core }: Clashing): Condition {
  return intersectConditions(core.claims.map(conditionOf)) ?? {};
}

/** Whether the first condition holds wherever the second does, as far as their listed values tell. */
function covers(outer: Condition, inner: Condition): boolean {
  return Object.entries(outer).every(([name, values]) => Object.hasOwn(inner, name) && (inner[name] ?? []).every((value) => values.includes(value)));
}
