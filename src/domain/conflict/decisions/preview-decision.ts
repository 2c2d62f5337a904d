/** What a decision would do, before it is made: proved by running the checker with and without it. */

import type { Worth } from '../../context/product-context';
import { MODEL_TICKET, claimKey, type Claim, type TicketRef } from '../claim';
import { conditionKey, conditionOf, intersectConditions } from '../conditions';
import type { Conflict } from '../conflict';
import { detectConflicts, type DetectOptions } from '../detect-conflicts';
import { applyDecisions, canonsInForce } from './apply-decisions';
import { boundKeys, namedClaims } from './bound-claims';
import { countRepresentations } from './count-representations';
import type { Decision, DecisionPrice } from './decision';

export type ClaimChange = 'overruled' | 'narrowed' | 'waits' | 'replaced' | 'moved';

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
  const remaining = left.filter((conflict) => found.some((known) => continues(known, conflict)));
  return {
    problems: problemsOf(decision, [...claims, ...canonsInForce(decisions, today)], today),
    changes: changesOf(before.claims, after, decision),
    settled: found.filter((known) => !left.some((conflict) => continues(known, conflict))),
    remaining: remaining.filter((conflict) => conflict.at.element === decision.at.element && conflict.code === decision.conflict.code),
    newlyBroken: left.filter((conflict) => !remaining.includes(conflict)),
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

/** Whether a conflict is what is left of a known one: same code and place, and nobody new in it. */
function continues(known: Conflict, conflict: Conflict): boolean {
  if (known.code !== conflict.code || known.facet !== conflict.facet) return false;
  if (known.at.model !== conflict.at.model || known.at.element !== conflict.at.element) return false;
  const members = new Set(membersOf(known));
  return membersOf(conflict).every((claim) => members.has(claim));
}

function membersOf(conflict: Conflict): readonly string[] {
  return conflict.sides.flatMap((side) => side.who.map((member) => member.claim));
}

function changesOf(claims: readonly Claim[], after: ReturnType<typeof applyDecisions>, decision: Decision): Preview['changes'] {
  const now = new Map(after.claims.map((claim) => [claimKey(claim), claim]));
  return claims.flatMap((claim): Preview['changes'] => {
    const key = claimKey(claim);
    const then = now.get(key);
    if (after.overruled.get(key) === decision.number) return [{ claim, change: 'overruled' }];
    if (after.waiting.get(key) === decision.number) return [{ claim, change: 'waits' }];
    if (then === undefined) return [{ claim, change: 'replaced' }];
    if (then.element !== claim.element) return [{ claim, change: 'moved' }];
    return conditionKey(conditionOf(then)) === conditionKey(conditionOf(claim)) ? [] : [{ claim, change: 'narrowed' }];
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

/** Nobody's ticket asks what the shared data model constrains, so no decision changes it. */
const MODEL_STANDS: Readonly<Record<Decision['kind'], string>> = {
  standardise: 'What the shared data model itself constrains cannot be overruled by a decision: import a changed model.',
  branch: 'What the shared data model itself constrains holds everywhere, and no decision gives it a place of its own: import a changed model.',
  collaborate: 'What the shared data model itself constrains waits for nobody: import a changed model.',
  'separate ways': '',
};

function problemsOf(decision: Decision, claims: readonly Claim[], today: string): readonly string[] {
  const problems: string[] = [];
  if (namedClaims(decision).some((key) => key.startsWith(`${String(MODEL_TICKET)}/`))) problems.push(MODEL_STANDS[decision.kind]);
  if (decision.why.trim() === '') problems.push('A decision needs a reason: say why, so that those who come later need not ask.');
  if (decision.until !== undefined && decision.until <= today) problems.push(`The date ${decision.until} is over: choose one after ${today}.`);
  if (decision.kind === 'branch') problems.push(...branchProblems(decision, claims));
  if (decision.kind === 'separate ways' && decision.teams.length === 0) problems.push('No team leaves: name at least one that takes the element out of the shared model.');
  if (decision.kind === 'standardise') {
    const limits = claims.filter((claim) => decision.overruled.includes(claimKey(claim)) && claim.level === 'limit' && (claim.authority ?? '').trim() !== '');
    for (const claim of limits) problems.push(`${claim.ticket.key} asks what ${claim.authority ?? ''} demands: it cannot be overruled here.`);
  }
  return problems;
}

function branchProblems(decision: Extract<Decision, { kind: 'branch' }>, claims: readonly Claim[]): readonly string[] {
  const problems: string[] = [];
  const [first, ...others] = decision.groups;
  if (first === undefined || others.length === 0) return ['A branch needs at least two groups.'];
  for (const [at, group] of decision.groups.entries()) {
    if (group.values.length === 0) problems.push(`Group ${String(at + 1)} applies nowhere: choose at least one ${decision.dimension}.`);
    for (const other of decision.groups.slice(at + 1)) {
      const shared = group.values.filter((value) => other.values.includes(value));
      if (shared.length > 0) problems.push(`Two groups both apply to ${shared.join(', ')}: they would still clash there.`);
    }
    for (const claim of claims.filter((one) => group.claims.includes(claimKey(one)))) {
      if (group.values.length > 0 && intersectConditions([conditionOf(claim), { [decision.dimension]: group.values }]) === undefined) {
        problems.push(`${claim.ticket.key} applies nowhere among ${group.values.join(', ')}: put it in another group.`);
      }
    }
  }
  return problems;
}
