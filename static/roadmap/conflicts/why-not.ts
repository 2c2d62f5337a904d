import type { SubpageProps } from '../subpages';
import type { ShownConflict } from './shown-conflicts';

/** Only who administers the project decides, and nobody decides about what they cannot see. */
export function whyNot({ hidden }: ShownConflict, { administers, lead, name }: SubpageProps['demand']['facts']): string | undefined {
  if (!administers) return `Who administers ${name} decides${lead === undefined ? '' : `, for instance ${lead}`}. You can comment on the tickets.`;
  return hidden.size === 0 ? undefined : 'A ticket you cannot see takes part. Somebody who may see all of them decides.';
}
