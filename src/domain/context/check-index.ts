import { deriveIndex } from './derive-index';
import { JUDGE_VERSION, type Judgement } from './judge-context';
import type { ContextIndex, ProductContext } from './product-context';
import type { ProjectSettings } from './settings';

/** What a stored index is worth. */
export type IndexState = 'as stored' | 'edited outside Groundwork' | 'out of date' | 'copied from another ticket';

/**
 * Compares the stored index with one derived from the content. Whoever may edit a ticket may write its property by REST, so the
 * stored index is never shown unchecked. The next save repairs whatever is found. `judged` as in `deriveIndex`.
 */
export function checkIndex(record: ProductContext, settings: ProjectSettings | null, issueId: number | string, judged?: Judgement): IndexState {
  const stored = record.index;
  if (stored === undefined) return 'edited outside Groundwork';
  if (stored.issue !== Number(issueId)) return 'copied from another ticket';
  const fresh = deriveIndex(record, settings, issueId, judged);
  if (isSame({ ...stored, by: fresh.by }, fresh)) return 'as stored';
  const byTodaysRules = stored.by.judge === JUDGE_VERSION && stored.by.settings === fresh.by.settings;
  return byTodaysRules ? 'edited outside Groundwork' : 'out of date';
}

function isSame(one: ContextIndex, other: ContextIndex): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(index: ContextIndex): unknown {
  return Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1));
}
