import type { SubpageProps } from '../subpages';
import type { ShownConflict } from './shown-conflicts';

/** Only who administers the project decides, and nobody decides about what they cannot see. */
export function whyNot({ conflict, hidden }: ShownConflict, { administers, lead, name }: SubpageProps['demand']['facts']): string | undefined {
  if (conflict.code === 'THRESHOLD_OPPOSED') return 'No shared data is asked for here: agree on one direction and change the threshold on one of the tickets.';
  if (!administers) return `Who administers ${name} decides${lead === undefined ? '' : `, for instance ${lead}`}. You can comment on the tickets.`;
  return hidden.size === 0 ? undefined : 'A ticket you cannot see takes part. Somebody who may see all of them decides.';
}
