/** Why a decision cannot be made as it stands, in words. */

import { MODEL_TICKET, claimKey, isLaw, type Claim } from '../claim';
import { conditionOf, intersectConditions } from '../conditions';
import type { Conflict } from '../conflict';
import { entityOf, isInside } from '../element-path';
import { listWords } from '../rules/amount-words';
import { inBudget, summedBy } from '../rules/budget-scope';
import { namedClaims } from './bound-claims';
import type { Branch, Decision, DecisionKind, SeparateWays } from './decision';
import { ownElement } from './own-element';
import { isLeaving } from './separate';

/** What a decision is judged by. */
export interface Judged {
  /** As their teams wrote them, with what earlier decisions laid down. */
  readonly claims: readonly Claim[];
  /** Conflicts that would be left. */
  readonly left: readonly Conflict[];
  /** ISO date. */
  readonly today: string;
  /** It changes no requirement, and settles nothing. */
  readonly isIdle: boolean;
}

/** Nobody's ticket asks what the shared data model constrains, so no decision changes it. */
const MODEL_STANDS: Readonly<Record<DecisionKind, string>> = {
  standardise: 'What the shared data model itself constrains cannot be overruled by a decision: import a changed model.',
  branch: 'What the shared data model itself constrains holds everywhere, and no decision gives it a place of its own: import a changed model.',
  collaborate: 'What the shared data model itself constrains waits for nobody: import a changed model.',
  'separate ways': '',
};

/** Every reason at once. */
export function problemsOf(decision: Decision, judged: Judged): readonly string[] {
  const { claims, today, isIdle } = judged;
  const problems: string[] = [];
  if (namedClaims(decision).some((key) => key.startsWith(`${String(MODEL_TICKET)}/`))) problems.push(MODEL_STANDS[decision.kind]);
  if (decision.why.trim() === '') problems.push('A decision needs a reason: say why, so that those who come later need not ask.');
  if (decision.until !== undefined && decision.until <= today) problems.push(`The date ${decision.until} is over: choose one after ${today}.`);
  if (decision.kind === 'branch') problems.push(...branchProblems(decision, claims));
  if (decision.kind === 'separate ways' && decision.teams.length === 0) problems.push('No team leaves: name at least one that takes the element out of the shared model.');
  problems.push(...lawProblems(decision, judged));
  return problems.length === 0 && isIdle && isAllThere(decision, claims) ? [idleWords(decision)] : problems;
}

/** Where something that it names is gone, that is what is wrong, and whoever records it says so. */
function isAllThere(decision: Decision, claims: readonly Claim[]): boolean {
  const known = new Set(claims.map(claimKey));
  return namedClaims(decision).every((key) => known.has(key));
}

function branchProblems(decision: Branch, claims: readonly Claim[]): readonly string[] {
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

/** No decision sets aside what law or a contract demands. */
function lawProblems(decision: Decision, { claims, left }: Judged): readonly string[] {
  const laws = claims.filter(isLaw);
  const named = (keys: readonly string[]) => laws.filter((claim) => keys.includes(claimKey(claim)));
  switch (decision.kind) {
    case 'standardise': return named(decision.overruled).map((claim) => `${demandWords(claim)}: it cannot be overruled here.`);
    case 'branch': return decision.groups.flatMap(({ claims: keys, values }) => named(keys).filter((claim) => isNarrowed(claim, decision.dimension, values)).map((claim) => (
      `${demandWords(claim)}, and not only when ${decision.dimension} is ${listWords(values, 6, 'or')}: a branch cannot confine that. Give its side no ${decision.dimension} of its own, so that it holds for all, or choose another way.`)));
    case 'collaborate': return named(decision.members).map((claim) => `${demandWords(claim)}: that waits for nobody, and no joint answer replaces it. Leave it out; the answer has to keep to it.`);
    case 'separate ways': return [...summedProblems(decision, claims), ...ownProblems(decision, claims, left)];
    default: {
      const never: never = decision;
      return never;
    }
  }
}

function demandWords({ ticket, authority }: Claim): string {
  return `${ticket.key} asks what ${authority ?? ''} demands`;
}

function isNarrowed(claim: Claim, dimension: string, values: readonly string[]): boolean {
  const before = conditionOf(claim)[dimension];
  return before === undefined || before.some((value) => !values.includes(value));
}

/** What law adds up over more than the element itself would be smaller without what leaves. */
function summedProblems(decision: SeparateWays, claims: readonly Claim[]): readonly string[] {
  const budgets = claims.filter((claim) => isLaw(claim) && claim.facet === 'budget' && claim.model === decision.at.model && !isInside(claim.element, decision.at.element));
  const leaving = claims.filter((claim) => isLeaving(claim, decision));
  return budgets.flatMap((budget) => {
    const counted = leaving.filter((claim) => inBudget(budget, claim.element) && (summedBy(budget) === 'required' ? claim.is === 'required' : claim.facet === summedBy(budget)));
    return counted.length === 0 ? [] : [`${demandWords(budget)} of ${budget.element} as a whole, where ${keysOf(counted)} ${counted.length === 1 ? 'counts' : 'count'}, too: it cannot leave that. Choose another way.`];
  });
}

/** What a team keeps on its own has to keep to the law as well. */
function ownProblems({ at, teams }: SeparateWays, claims: readonly Claim[], left: readonly Conflict[]): readonly string[] {
  const byKey = new Map(claims.map((claim) => [claimKey(claim), claim]));
  const owned = new Set(teams.map((team) => entityOf(ownElement(at.element, team))));
  return left.filter((conflict) => conflict.at.model === at.model && owned.has(entityOf(conflict.at.element))).flatMap((conflict) => {
    const core = conflict.core.flatMap((key) => byKey.get(key) ?? []);
    const law = core.find(isLaw);
    const others = core.filter((claim) => !isLaw(claim));
    return law === undefined || others.length === 0 ? [] : [
      `${demandWords(law)}, also of what a team keeps on its own: ${keysOf(others)} would still clash with it there. Change ${others.length === 1 ? 'that ticket' : 'those tickets'}, or choose another way.`,
    ];
  });
}

function keysOf(claims: readonly Claim[]): string {
  return listWords([...new Set(claims.map(({ ticket }) => ticket.key))], 5);
}

function idleWords(decision: Decision): string {
  switch (decision.kind) {
    case 'standardise': return 'This would change nothing: none of the requirements is overruled. Choose those that do not go with the one for all.';
    case 'branch': return `This would change nothing: each requirement already applies only where its group does. Choose other values of ${decision.dimension}, or another way.`;
    case 'collaborate': return 'This would change nothing: no requirement that it names waits for the joint ticket. Choose another way.';
    case 'separate ways': return `This would change nothing: who leaves requires nothing of ${decision.at.element} or of what is in it, but perhaps what law or a contract demands, which holds everywhere. Choose another team, or another way.`;
    default: {
      const never: never = decision;
      return never;
    }
  }
}
