/** What the page and the worker that checks say to each other. The worker has no bridge: everything it needs is in the messages. */

import type { Worth } from '../../../src/domain/context/product-context';
import type { ConditionDimension } from '../../../src/domain/context/settings';
import type { Claim } from '../../../src/domain/conflict/claim';
import type { Findings } from '../../../src/domain/conflict/conflict';
import { applyDecisions } from '../../../src/domain/conflict/decisions/apply-decisions';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { previewDecision, type Preview } from '../../../src/domain/conflict/decisions/preview-decision';
import { detectConflicts, type DetectOptions } from '../../../src/domain/conflict/detect-conflicts';
import type { NamedTeam } from '../../../src/domain/context/name-teams';

interface Asked {
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  /** ISO date. */
  readonly today: string;
  readonly dimensions: readonly ConditionDimension[];
  readonly teams: readonly NamedTeam[];
  /** Paths of the elements of each model whose elements are at hand, by the model's id. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
}

export type CheckRequest =
  | Asked & { readonly kind: 'check' }
  | Asked & { readonly kind: 'preview'; readonly decision: Decision; readonly worth: readonly (readonly [number, Worth])[] };

export interface CheckResult extends Findings {
  /** The claims as the decisions in force leave them. */
  readonly claims: readonly Claim[];
}

export interface CheckReplies { readonly check: CheckResult; readonly preview: Preview }

/** Runs in the worker. */
export function answerCheck(request: CheckRequest): CheckResult | Preview {
  const options = optionsOf(request);
  if (request.kind === 'preview') {
    const worth = new Map(request.worth);
    return previewDecision(request.claims, request.decisions, request.decision, request.today, { ...options, worth: (id) => worth.get(id) });
  }
  const { claims } = applyDecisions(request.claims, request.decisions, request.today);
  return { ...detectConflicts(claims, options), claims };
}

function optionsOf({ today, dimensions, teams, elements }: Asked): DetectOptions {
  const known = new Map(Object.entries(elements).map(([model, paths]) => [model, new Set(paths)]));
  if (known.size === 0) return { today, dimensions, teams };
  // Of a model that nobody imported nothing is known: no note says that its elements are missing.
  return { today, dimensions, teams, knows: (model, element) => known.get(model)?.has(element) ?? true };
}
