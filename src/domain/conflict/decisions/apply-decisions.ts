/** The claims as decisions in force leave them. The claims themselves stay as their teams wrote them. */

import { claimKey, type Claim } from '../claim';
import { conditionOf } from '../conditions';
import { spellAsModel, spellDecisions } from '../spell-as-model';
import { boundKeys } from './bound-claims';
import { collaborate } from './collaborate';
import { isDue, isInForce, type Branch, type Decision, type Standardise } from './decision';
import { separate } from './separate';

export interface Applied {
  /** What the checker reads. */
  readonly claims: readonly Claim[];
  readonly inForce: readonly Decision[];
  /** Decisions whose time is over. */
  readonly due: readonly Decision[];
  /** Claim key to the number of the decision that overrules it. */
  readonly overruled: ReadonlyMap<string, number>;
  /** Claim key to the number of the collaboration that its ticket waits for; gold stays shut. */
  readonly waiting: ReadonlyMap<string, number>;
  /** ISO date on which the next decision falls due. */
  readonly nextDue?: string;
}

/** Applies decisions in the order of their numbers; `today` is an ISO date. */
export function applyDecisions(claims: readonly Claim[], decisions: readonly Decision[], today: string): Applied {
  const inForce = decisions.filter((decision) => isInForce(decision, today)).sort((a, b) => a.number - b.number);
  const written = spellAsModel(claims);
  const state: State = { written, claims: written, overruled: new Map(), waiting: new Map() };
  for (const decision of spellDecisions(inForce, claims)) state.claims = applyOne(decision, state);
  const dates = inForce.map((decision) => decision.until).filter((date) => date !== undefined).sort();
  const { written: _written, ...left } = state;
  return {
    ...left, inForce, due: decisions.filter((decision) => isDue(decision, today)),
    ...(dates[0] === undefined ? {} : { nextDue: dates[0] }),
  };
}

interface State {
  /** As their teams wrote them. */
  readonly written: readonly Claim[];
  claims: readonly Claim[];
  readonly overruled: Map<string, number>;
  readonly waiting: Map<string, number>;
}

function applyOne(decision: Decision, state: State): readonly Claim[] {
  switch (decision.kind) {
    case 'standardise': return standardise(decision, state);
    case 'branch': return branch(decision, state);
    case 'collaborate': {
      const { claims, waiting } = collaborate(decision, state.written, state.claims);
      for (const key of waiting) state.waiting.set(key, decision.number);
      return claims;
    }
    case 'separate ways': return separate(decision, state.claims);
    default: {
      const never: never = decision;
      return never;
    }
  }
}

function standardise(decision: Standardise, state: State): readonly Claim[] {
  const losing = boundKeys(decision, state.written);
  for (const claim of state.claims) if (losing.has(claimKey(claim))) state.overruled.set(claimKey(claim), decision.number);
  return [...state.claims.filter((claim) => !losing.has(claimKey(claim))), canonOf(decision)];
}

/** The decided outcome as a claim: what comes later and clashes with it reopens the question. */
export function canonOf(decision: Standardise): Claim {
  return {
    ...decision.canon, id: 'canon', model: decision.at.model, element: decision.at.element, level: 'must', team: '',
    ticket: { id: -decision.number, key: `decision ${String(decision.number)}` }, status: 'proposed', grade: 'gold',
  };
}

/** What decisions in force laid down for everybody: a later decision can overrule it, or give it a place of its own. */
export function canonsInForce(decisions: readonly Decision[], today: string): readonly Claim[] {
  return decisions.flatMap((decision) => (decision.kind === 'standardise' && isInForce(decision, today) ? [canonOf(decision)] : []));
}

function branch(decision: Branch, { written, claims }: State): readonly Claim[] {
  const bound = boundKeys(decision, written);
  const values = new Map(decision.groups.flatMap((group) => group.claims.map((key) => [key, group.values] as const)));
  return claims.map((claim) => {
    const own = values.get(claimKey(claim));
    if (own === undefined || !bound.has(claimKey(claim))) return claim;
    const before = conditionOf(claim);
    const named = before[decision.dimension];
    const both = named === undefined ? own : named.filter((value) => own.includes(value));
    return { ...claim, when: { ...before, [decision.dimension]: both.length > 0 ? both : own } };
  });
}
