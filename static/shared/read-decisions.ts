/** The decisions on conflicts of an infrastructure project, read from its project properties as the user. */

import * as z from 'zod';
import { DECISIONS_PROPERTY, decisionsPartSchema, type DecisionsPart } from '../../src/contract/decisions';
import type { Decision } from '../../src/domain/conflict/decisions/decision';
import type { CallOutcome, JiraCalls } from './load-calls';
import { wordsOfRefusal } from './load-replies';

export type DecisionsRead = { readonly ok: true; readonly decisions: readonly Decision[] } | { readonly ok: false; readonly words: string };
type PartRead = { readonly ok: true; readonly part: DecisionsPart | undefined } | { readonly ok: false; readonly words: string };

const propertySchema = z.object({ value: z.unknown() });

/** Without a first part nothing was ever decided. A part that is missing or unreadable is said, never taken for "no decision". */
export async function readDecisions(calls: JiraCalls, projectId: string): Promise<DecisionsRead> {
  const first = await readPart(calls, projectId, 0);
  if (!first.ok) return first;
  if (first.part === undefined) return { ok: true, decisions: [] };
  const others = await Promise.all(Array.from({ length: (first.part.parts ?? 1) - 1 }, (_, at) => readPart(calls, projectId, at + 1)));
  const decisions = [...first.part.decisions];
  for (const other of others) {
    if (!other.ok) return other;
    if (other.part === undefined) return { ok: false, words: 'A part of the decisions is missing.' };
    decisions.push(...other.part.decisions);
  }
  return { ok: true, decisions: decisions.sort((a, b) => a.number - b.number) };
}

async function readPart(calls: JiraCalls, projectId: string, part: number): Promise<PartRead> {
  const outcome: CallOutcome = await calls.request(`/rest/api/3/project/${projectId}/properties/${DECISIONS_PROPERTY}.${String(part)}`);
  if (outcome.kind === 'cancelled') return { ok: false, words: 'Loading was stopped.' };
  if (outcome.kind === 'unreachable') return { ok: false, words: outcome.words };
  if (outcome.status === 404) return { ok: true, part: undefined };
  const held = propertySchema.safeParse(outcome.body);
  const parsed = decisionsPartSchema.safeParse(held.data?.value);
  if (outcome.status !== 200) return { ok: false, words: wordsOfRefusal(outcome.status, outcome.body) };
  return parsed.success ? { ok: true, part: parsed.data } : { ok: false, words: 'The stored decisions cannot be read: a newer Groundwork may have written them, or somebody did by hand.' };
}
