import type { ContextContent } from './product-context';
import { ATOM, mergeThreeWays, PARTS, replaceAt, type MergeConflict, type Shape } from './three-way-merge';

export interface Merge {
  /** What both changed without disagreeing, and mine where they disagree. */
  readonly merged: ContextContent;
  readonly conflicts: readonly MergeConflict[];
}

const CONTENT: Shape = {
  kind: 'fields',
  of: {
    value: PARTS,
    thresholds: { kind: 'list', key: 'id', entry: PARTS },
    claims: { kind: 'list', key: 'id', entry: ATOM },
    outcome: { kind: 'fields', of: { levels: { kind: 'list', key: 'threshold', entry: PARTS } } },
  },
};

/** Three-way merge, field by field: what only one side changed is taken, what both changed differently is a conflict. */
export function mergeContexts(base: ContextContent, mine: ContextContent, theirs: ContextContent): Merge {
  const { merged, conflicts } = mergeThreeWays(CONTENT, base, mine, theirs);
  return { merged: (merged ?? {}) as ContextContent, conflicts };
}

/** The merged content with one conflict settled for a side. */
export function chooseSide(merged: ContextContent, conflict: MergeConflict, side: 'mine' | 'theirs'): ContextContent {
  return (replaceAt(CONTENT, merged, conflict.path, conflict[side]) ?? {}) as ContextContent;
}
