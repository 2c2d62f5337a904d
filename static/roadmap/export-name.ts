import { isWhatIf } from './ranking/carry-what-if';
import type { SubpageProps } from './subpages';

/** A file's name without its ending: "order-BUYER-2026-11-22-what-if-partial". What is tried, and what is a part, cannot pass for the whole later. */
export function exportName(of: string, { demand: { end }, place, facts: { projectKey, today } }: Pick<SubpageProps, 'demand' | 'place' | 'facts'>): string {
  return `${of}-${projectKey}-${today}${isWhatIf(place.search) ? '-what-if' : ''}${end?.kind === 'complete' ? '' : '-partial'}`;
}
