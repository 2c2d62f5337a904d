import type { SubpageProps } from '../subpages';
import type { ShownConflict } from './shown-conflicts';

/** Only who administers the project decides, and nobody decides about what they cannot see or what could not be read. */
export function whyNot({ conflict, hidden, unread, needsModels }: ShownConflict, { administers, lead, name }: SubpageProps['demand']['facts']): string | undefined {
  if (conflict.code === 'THRESHOLD_OPPOSED') return 'No shared data is asked for here: agree on one direction and change the threshold on one of the tickets.';
  if (!administers) return `Who administers ${name} decides${lead === undefined ? '' : `, for instance ${lead}`}. You can comment on the conflict.`;
  if (hidden.size > unread.size) return 'A ticket you cannot see takes part. Somebody who may see all of them decides.';
  if (unread.size > 0) return 'A ticket that takes part could not be read. Read it again first, then decide.';
  return needsModels ? 'It clashes with the shared data as imported. Check against the imported models first, then decide.' : undefined;
}
