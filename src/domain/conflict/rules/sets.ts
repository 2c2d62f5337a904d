/** Sets of allowed things and n-way cores of them: allowed values and types share this. */

import type { Claim } from '../claim';

/** What a claim allows (absent: everything) and denies. */
export interface Allowed {
  readonly allow?: ReadonlySet<string>;
  readonly deny?: ReadonlySet<string>;
}

/** What all allow together, or undefined where nobody lists what is allowed. */
export function commonMembers(all: readonly Allowed[]): ReadonlySet<string> | undefined {
  let smallest: ReadonlySet<string> | undefined;
  for (const { allow } of all) if (allow !== undefined && (smallest === undefined || allow.size < smallest.size)) smallest = allow;
  if (smallest === undefined) return undefined;
  return new Set([...smallest].filter((member) => all.every(({ allow, deny }) => (allow?.has(member) ?? true) && deny?.has(member) !== true)));
}

/** Reads each claim once: the sets of large lists are costly to make. They live as long as the claim. */
export function readOnce(read: (claim: Claim) => Allowed): (claim: Claim) => Allowed {
  const known = new WeakMap<Claim, Allowed>();
  return (claim) => {
    const before = known.get(claim);
    if (before !== undefined) return before;
    const made = read(claim);
    known.set(claim, made);
    return made;
  };
}

export interface Sets {
  readonly allowed: (claim: Claim) => Allowed;
  /** Members that are nothing useful: where only these are left although somebody lists more, that is a clash, too. */
  readonly empty: ReadonlySet<string>;
}

/** Stands for all that nobody names; a list of what is allowed denies it. */
const UNNAMED = '\u0000';
/** Members tried for one claim. */
const MOST_TRIED = 50;

/**
 * A minimal clashing set with `claim` in it. Others that hold together all allow some member, so for each member that the claim
 * denies, all others that allow it are taken: they cannot clash by themselves, and if they do with the claim, it is needed.
 */
export function coreOfSets(claim: Claim, pool: readonly Claim[], sets: Sets): readonly Claim[] | undefined {
  if (isCovered([claim], sets)) return [claim];
  const others = pool.filter((other) => other !== claim);
  for (const other of others) if (isCovered([claim, other], sets)) return isCovered([other], sets) ? undefined : [claim, other];
  if (!isCovered([claim, ...others], sets)) return undefined;
  const named = new Set([claim, ...others].flatMap((one) => namedBy(sets.allowed(one))));
  let tried = 0;
  for (const member of [UNNAMED, ...named]) {
    if (!denies(sets.allowed(claim), member) && !sets.empty.has(member)) continue;
    if (++tried > MOST_TRIED) return undefined;
    // Whoever wants more than nothing useful is not content with that.
    const content = others.filter((other) => !denies(sets.allowed(other), member) && !(sets.empty.has(member) && wantsMore(sets.allowed(other), sets.empty)));
    const core = shrinkCover(claim, content, sets);
    if (core !== undefined) return core;
  }
  return undefined;
}

function namedBy({ allow, deny }: Allowed): readonly string[] {
  return [...(allow ?? []), ...(deny ?? [])];
}

function denies({ allow, deny }: Allowed, member: string): boolean {
  return (allow !== undefined && !allow.has(member)) || deny?.has(member) === true;
}

function wantsMore({ allow }: Allowed, empty: ReadonlySet<string>): boolean {
  if (allow !== undefined) for (const member of allow) if (!empty.has(member)) return true;
  return false;
}

/** Whether nothing useful is left; decided at the first member that all allow. */
function isCovered(claims: readonly Claim[], { allowed, empty }: Sets): boolean {
  const all = claims.map(allowed);
  let smallest: ReadonlySet<string> | undefined;
  for (const { allow } of all) if (allow !== undefined && (smallest === undefined || allow.size < smallest.size)) smallest = allow;
  if (smallest === undefined) return false;
  let isEmptyLeft = false;
  for (const member of smallest) {
    if (all.some((one) => denies(one, member))) continue;
    if (!empty.has(member)) return false;
    isEmptyLeft = true;
  }
  return !isEmptyLeft || all.some((one) => wantsMore(one, empty));
}

/** Leaves out, from the last on, what is not needed to deny everything; undefined where these do not clash. */
function shrinkCover(claim: Claim, others: readonly Claim[], { allowed, empty }: Sets): readonly Claim[] | undefined {
  const kept = [claim, ...others];
  const members = [...new Set([UNNAMED, ...kept.flatMap((one) => namedBy(allowed(one)))])];
  const denials = kept.map((one) => deniedBy(allowed(one), members));
  const wants = kept.map((one) => wantsMore(allowed(one), empty));
  /** How often each member is denied, and how many of the claims want more than what is empty. */
  const denied = new Map(members.map((member) => [member, 0]));
  let wanting = wants.filter((one) => one).length;
  const count = (list: readonly string[], by: number) => { for (const member of list) denied.set(member, (denied.get(member) ?? 0) + by); };
  for (const list of denials) count(list, 1);
  const isLeft = (member: string) => (denied.get(member) ?? 0) === 0 && !(empty.has(member) && wanting > 0);
  if (members.some(isLeft)) return undefined;
  for (let at = kept.length - 1; at > 0; at--) {
    const [list = [], wanted = false] = [denials[at], wants[at]];
    count(list, -1);
    if (wanted) wanting--;
    // Once nobody wants more, what is empty satisfies all.
    if (!list.some(isLeft) && !(wanted && wanting === 0 && [...empty].some((member) => denied.has(member) && isLeft(member)))) kept.splice(at, 1);
    else {
      count(list, 1);
      if (wanted) wanting++;
    }
  }
  return kept;
}

function deniedBy(allowed: Allowed, members: readonly string[]): readonly string[] {
  return allowed.allow === undefined ? [...(allowed.deny ?? [])] : members.filter((member) => denies(allowed, member));
}
