import type { RecordedDecisions } from '../../contract/calls';
import { decisionsPartSchema, joinDecisions, type DecisionsPart } from '../../contract/decisions';
import { storedRev } from '../../contract/rev';
import type { Outcome } from '../ports';
import type { DecisionParts } from './ports';

/** The decisions as they are stored. */
export interface StoredDecisions extends RecordedDecisions {
  readonly parts: readonly DecisionsPart[];
  readonly token?: string;
}

/** `unreadable`: written by hand, or by a newer Groundwork; it must not be overwritten. */
export type DecisionsRead = { readonly state: 'read'; readonly decisions: StoredDecisions } | { readonly state: 'unreadable'; readonly rev: number };

/** Reads part 0 and as many others as it counts. */
export async function readDecisions(store: DecisionParts, projectId: string): Promise<Outcome<DecisionsRead>> {
  const first = await store.read(projectId, 0);
  if (!first.ok) return first;
  if (first.value === undefined) return { ok: true, value: { state: 'read', decisions: { rev: 0, decisions: [], parts: [] } } };
  const unreadable = { ok: true, value: { state: 'unreadable', rev: storedRev(first.value) } } as const;
  const head = decisionsPartSchema.safeParse(first.value);
  if (!head.success) return unreadable;
  const parts = [head.data];
  for (let part = 1; part < (head.data.parts ?? 1); part += 1) {
    const found = await store.read(projectId, part);
    if (!found.ok) return found;
    const parsed = decisionsPartSchema.safeParse(found.value);
    if (!parsed.success) return unreadable;
    parts.push(parsed.data);
  }
  const { rev = 0, token } = head.data;
  return { ok: true, value: { state: 'read', decisions: { rev, decisions: joinDecisions(parts), parts, ...(token === undefined ? {} : { token }) } } };
}
