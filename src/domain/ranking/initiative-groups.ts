/** Which tickets are one initiative together: a chain leads to its end, a circle to one of its tickets. Rules: RK90, RK91. */

import { compareTicketKeys } from './order';

export interface MayBePart {
  readonly key: string;
  /** Key of the initiative that it names. */
  readonly initiative?: string;
}

export interface InitiativeGroup<T> {
  /** The key at the end of the chain; of a circle the first one. */
  readonly key: string;
  /** The initiative's own ticket. Absent where it is not among the tickets; in a circle each is a part of the other, so nobody is it. */
  readonly own?: T;
  /** All parts and parts of parts, by key. */
  readonly members: readonly T[];
  /** Those whose effort counts: a part that has parts is the sum of those. */
  readonly leaves: readonly T[];
}

/** By key of the initiative. Whoever names itself, or nobody, is no part. */
export function groupInitiatives<T extends MayBePart>(tickets: readonly T[]): InitiativeGroup<T>[] {
  const byKey = new Map(tickets.map((ticket) => [ticket.key, ticket]));
  const ends = new Map<string, string>();
  const circular = new Set<string>();
  const groups = new Map<string, T[]>();
  for (const ticket of tickets) {
    const end = findEnd(ticket.key, byKey, ends, circular);
    if (end === ticket.key && !circular.has(end)) continue;
    const members = groups.get(end);
    if (members === undefined) groups.set(end, [ticket]);
    else members.push(ticket);
  }
  const named = new Set(tickets.flatMap(({ key, initiative }) => (initiative === undefined || initiative === key ? [] : [initiative])));
  return [...groups].sort(([a], [b]) => compareTicketKeys(a, b)).map(([key, found]) => {
    const members = found.sort((a, b) => compareTicketKeys(a.key, b.key));
    const own = circular.has(key) ? undefined : byKey.get(key);
    return { key, members, leaves: members.filter((member) => !named.has(member.key) || circular.has(member.key)), ...(own === undefined ? {} : { own }) };
  });
}

/** Keys of tickets that have parts: their effort is that of the parts. */
export function keysOfWholes(tickets: readonly MayBePart[]): ReadonlySet<string> {
  return new Set(groupInitiatives(tickets).flatMap(({ own, members, leaves }) => {
    const counted = new Set(leaves.map(({ key }) => key));
    return [...(own === undefined ? [] : [own.key]), ...members.flatMap(({ key }) => (counted.has(key) ? [] : [key]))];
  }));
}

/** Follows what each names; every ticket on the way gets the end noted, so that a long chain is walked once. */
function findEnd(start: string, byKey: ReadonlyMap<string, MayBePart>, ends: Map<string, string>, circular: Set<string>): string {
  const way: string[] = [];
  const places = new Map<string, number>();
  let at = start;
  for (;;) {
    const known = ends.get(at);
    const next = byKey.get(at)?.initiative;
    const before = places.get(at);
    if (known === undefined && before === undefined && next !== undefined && next !== at) {
      places.set(at, way.length);
      way.push(at);
      at = next;
      continue;
    }
    const circle = known === undefined && before !== undefined ? way.slice(before) : [];
    for (const key of circle) circular.add(key);
    const end = known ?? [...circle].sort(compareTicketKeys)[0] ?? at;
    for (const key of way) ends.set(key, end);
    return end;
  }
}

/** Whose worth counts for all: the initiative's own joint one, or that of the part with the highest mean; undefined where none is known. */
export function bearerOfWorth<T>({ own, members }: { readonly own?: T | undefined; readonly members: readonly T[] }, meanOf: (ticket: T) => number | undefined): T | undefined {
  if (own !== undefined && meanOf(own) !== undefined) return own;
  let best: { readonly ticket: T; readonly mean: number } | undefined;
  for (const ticket of members) {
    const mean = meanOf(ticket);
    if (mean !== undefined && (best === undefined || mean > best.mean)) best = { ticket, mean };
  }
  return best?.ticket;
}
