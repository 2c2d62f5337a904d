/** Common points of claims whose conditions overlap in too many ways to look at all: each one found is one, others are left out. */

import type { Condition } from '../context/product-context';
import type { Claim } from './claim';
import { conditionKey, conditionOf, conditionsMeet, intersectConditions } from './conditions';

/** Conditions looked at one by one, and in pairs. */
const MOST_CONDITIONS = 2_000;
const MOST_PAIRED = 600;

interface Group {
  readonly condition: Condition;
  readonly claims: Claim[];
}

/** What applies everywhere, each two conditions that meet, and everything that applies at one point of each condition. */
export function somePoints(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = groupByCondition(claims);
  const everywhere = groups.filter(({ condition }) => Object.keys(condition).length === 0).flatMap((group) => group.claims);
  const named = groups.filter(({ condition }) => Object.keys(condition).length > 0);
  const single = named.slice(0, MOST_CONDITIONS).map(({ condition }) => {
    const point = pointOf(condition);
    return groups.filter((group) => appliesAt(group.condition, point)).flatMap((group) => group.claims);
  });
  const paired = named.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one, at) => paired.slice(at + 1)
    .filter((other) => conditionsMeet(one.condition, other.condition))
    .map((other) => [...one.claims, ...other.claims]));
  return [everywhere, ...pairs, ...single];
}

function groupByCondition(claims: readonly Claim[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const claim of claims) {
    const condition = conditionOf(claim);
    const key = conditionKey(condition);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { condition, claims: [claim] });
    else group.claims.push(claim);
  }
  return [...groups.values()];
}

/** One value of each dimension that the condition names. */
function pointOf(condition: Condition): Condition {
  return Object.fromEntries(Object.entries(condition).map(([name, values]) => [name, [...values].sort().slice(0, 1)]));
}

/** A dimension that the point leaves open is some value nobody names. */
function appliesAt(condition: Condition, point: Condition): boolean {
  return Object.keys(condition).every((name) => Object.hasOwn(point, name)) && intersectConditions([condition, point]) !== undefined;
}
