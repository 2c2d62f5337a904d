/** What a decision would do, before it is made: proved by running the checker with and without it. */

import type { Worth } from '../../context/product-context';
import { MODEL_TICKET, claimKey, isLaw, type Claim, type TicketRef } from '../claim';
import { conditionKey, conditionOf } from '../conditions';
import type { Conflict } from '../conflict';
import { detectConflicts, type DetectOptions } from '../detect-conflicts';
import { applyDecisions, canonsInForce } from './apply-decisions';
import { boundKeys } from './bound-claims';
import { countRepresentations } from './count-representations';
import type { Decision, DecisionPrice } from './decision';
import { problemsOf } from './decision-problems';
import { sharedElement } from './own-element';

/** `extended`: what law or a contract demands holds for what a team keeps on its own, too. */
export type ClaimChange = 'overruled' | 'narrowed' | 'waits' | 'replaced' | 'moved' | 'extended';

export interface Preview {
  /** Why the decision cannot be made as it stands, in words; empty if it can. */
  readonly problems: readonly string[];
  readonly changes: readonly { readonly claim: Claim; readonly change: ClaimChange }[];
  readonly settled: readonly Conflict[];
  /** The decided conflict, if the decision does not settle it (yet). */
  readonly remaining: readonly Conflict[];
  readonly newlyBroken: readonly Conflict[];
  readonly representations: { readonly before: number; readonly after: number };
  /** Value given up, by team: the tickets whose claims are overruled, with what they were worth as far as somebody said. */
  readonly givenUp: readonly { readonly team: string; readonly tickets: readonly { readonly ticket: TicketRef; readonly worth?: Worth }[] }[];
  readonly personDays: number;
}

/** `decisions` are those made before; `worth` is what a ticket's value statement says. */
export function previewDecision(
  claims: readonly Claim[], decisions: readonly Decision[], decision: Decision, today: string,
  options: DetectOptions & { readonly worth?: (ticketId: number) => Worth | undefined } = {},
): Preview {
  const before = applyDecisions(claims, decisions, today);
  const after = applyDecisions(claims, [...decisions.filter((one) => one.number !== decision.number), decision], today);
  const found = detectConflicts(before.claims, options).conflicts;
  const left = detectConflicts(after.claims, options).conflicts;
  const continued = left.filter((conflict) => found.some((known) => continues(known, conflict)));
  const remaining = continued.filter((conflict) => sharedElement(conflict.at.element) === decision.at.element && conflict.code === decision.conflict.code);
  const changes = changesOf(before.claims, after, decision);
  const settled = found.filter((known) => !left.some((conflict) => continues(known, conflict)));
  // One rule for all binds who comes later, even if it overrules nobody today.
  const isIdle = changes.length === 0 && settled.length === 0 && (decision.kind !== 'standardise' || remaining.length > 0);
  return {
    problems: problemsOf(decision, { claims: [...claims, ...canonsInForce(decisions, today)], left, today, isIdle }),
    changes, settled, remaining,
    newlyBroken: left.filter((conflict) => !continued.includes(conflict)),
    representations: {
      before: countRepresentations(decision.at, decisions, today),
      after: countRepresentations(decision.at, [...decisions.filter((one) => one.number !== decision.number), decision], today),
    },
    givenUp: givenUpBy(claims, decision, options.worth),
    personDays: decision.kind === 'collaborate' ? decision.personDays : 0,
  };
}

/** What is kept of the price; worths stand without their tickets, which not everybody may see. */
export function priceOf({ givenUp, representations }: Pick<Preview, 'givenUp' | 'representations'>): DecisionPrice {
  return {
    representations,
    givenUp: givenUp.map(({ team, tickets }) => {
      const worths = tickets.flatMap(({ worth }) => worth ?? []);
      return { team, worths, unstated: tickets.length - worths.length };
    }),
  };
}

/** Whether a conflict is what is left of a known one: same code and place, or a team's own in its stead, and two of those who clashed are in it. */
function continues(known: Conflict, conflict: Conflict): boolean {
  if (known.code !== conflict.code || known.facet !== conflict.facet) return false;
  if (known.at.model !== conflict.at.model || ![conflict.at.element, sharedElement(conflict.at.element)].includes(known.at.element)) return false;
  const members = new Set(membersOf(known));
  return membersOf(conflict).filter((claim) => members.has(claim)).length >= Math.min(2, members.size);
}

function membersOf(conflict: Conflict): readonly string[] {
  return conflict.sides.flatMap((side) => side.who.map((member) => member.claim));
}

function changesOf(claims: readonly Claim[], after: ReturnType<typeof applyDecisions>, decision: Decision): Preview['changes'] {
  const now = new Map<string, Claim[]>();
  for (const claim of after.claims) now.set(claimKey(claim), [...now.get(claimKey(claim)) ?? [], claim]);
  return claims.flatMap((claim): Preview['changes'] => {
    const key = claimKey(claim);
    const then = now.get(key) ?? [];
    if (after.overruled.get(key) === decision.number) return [{ claim, change: 'overruled' }];
    if (after.waiting.get(key) === decision.number) return [{ claim, change: 'waits' }];
    if (then.length === 0) return [{ claim, change: 'replaced' }];
    if (then.some(({ element }) => element !== claim.element)) return [{ claim, change: isLaw(claim) ? 'extended' : 'moved' }];
    return then.every((part) => conditionKey(conditionOf(part)) === conditionKey(conditionOf(claim))) ? [] : [{ claim, change: 'narrowed' }];
  });
}

function givenUpBy(claims: readonly Claim[], decision: Decision, worth: ((ticketId: number) => Worth | undefined) | undefined): Preview['givenUp'] {
  if (decision.kind !== 'standardise') return [];
  const losing = boundKeys(decision, claims);
  const teams = new Map<string, Map<number, TicketRef>>();
  for (const claim of claims) {
    if (claim.ticket.id <= MODEL_TICKET || !losing.has(claimKey(claim))) continue;
    const tickets = teams.get(claim.team) ?? new Map<number, TicketRef>();
    teams.set(claim.team, tickets.set(claim.ticket.id, claim.ticket));
  }
  return [...teams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([team, tickets]) => ({
    team,
    tickets: [...tickets.values()].sort((a, b) => a.id - b.id).map((ticket) => {
      const known = worth?.(ticket.id);
      return known === undefined ? { ticket } : { ticket, worth: known };
    }),
  }));
}
