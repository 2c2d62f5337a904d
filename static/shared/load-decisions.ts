/** Reads the decisions on conflicts of an infrastructure project: project properties, in the browser, as the user. */

import * as z from 'zod';
import { explainIssues } from '../../src/contract/explain-issues';
import { DECISIONS_PROPERTY, decisionsPartSchema, joinDecisions, type DecisionsPart } from '../../src/contract/decisions';
import type { Decision } from '../../src/domain/conflict/decisions/decision';
import type { JiraCalls } from './load-calls';
import { wordsOfRefusal } from './load-replies';

export type DecisionsFound =
  | { readonly kind: 'read'; readonly rev: number; readonly decisions: readonly Decision[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

type PartFound = { readonly kind: 'part'; readonly part: DecisionsPart } | { readonly kind: 'absent' } | Exclude<DecisionsFound, { kind: 'read' }>;

const propertySchema = z.object({ value: z.unknown() });

/** Part 0 says how many parts there are; without it nothing was ever decided. Throws only what the calls pass on (consent). */
export async function loadDecisions(calls: JiraCalls, projectId: string): Promise<DecisionsFound> {
  const first = await loadPart(calls, projectId, 0);
  if (first.kind === 'absent') return { kind: 'read', rev: 0, decisions: [] };
  if (first.kind !== 'part') return first;
  const others = await Promise.all(Array.from({ length: (first.part.parts ?? 1) - 1 }, (_, at) => loadPart(calls, projectId, at + 1)));
  const parts = [first.part];
  for (const [at, found] of others.entries()) {
    if (found.kind === 'part') parts.push(found.part);
    else if (found.kind === 'absent') return { kind: 'failed', words: `Part ${String(at + 1)} of the decisions is missing. Load the page again; if it stays like this, an administrator of the project can restore it from an export.` };
    else return found;
  }
  return { kind: 'read', rev: first.part.rev ?? 0, decisions: joinDecisions(parts) };
}

async function loadPart(calls: JiraCalls, projectId: string, part: number): Promise<PartFound> {
  const outcome = await calls.request(`/rest/api/3/project/${projectId}/properties/${DECISIONS_PROPERTY}.${String(part)}`);
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'unreachable') return { kind: 'failed', words: outcome.words };
  if (outcome.status === 404) return { kind: 'absent' };
  if (outcome.status !== 200) return { kind: 'failed', words: wordsOfRefusal(outcome.status, outcome.body) };
  const held = propertySchema.safeParse(outcome.body);
  const stored = held.success ? held.data.value : undefined;
  const parsed = decisionsPartSchema.safeParse(stored);
  if (parsed.success) return { kind: 'part', part: parsed.data };
  return { kind: 'failed', words: `What is stored about decisions cannot be read. ${explainIssues(parsed.error, stored)[0] ?? ''}. A newer Groundwork may have written it, or somebody did by hand.` };
}
