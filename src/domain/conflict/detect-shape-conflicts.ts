import type { Conflict, Findings } from './conflict';
import type { WideView } from './detect-budget-conflicts';
export function detectShapeConflicts(_view: WideView, _known: readonly Conflict[]): Findings { return { conflicts: [], notes: [] }; }
