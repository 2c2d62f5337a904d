import { isWhatIf } from './ranking/carry-what-if';
import type { SubpageProps } from './subpages';

export type Cell = string | number;

/** A view as a file: what it is called, and what its rows and sums are about. */
export interface ExportFile {
  /** Without its ending: "order-BUYER-2026-11-22-what-if-partial". What is tried, and what is a part, cannot pass for the whole later. */
  readonly name: string;
  /** Stands in every row, for a row is copied without its file's name. */
  readonly covers: string;
}

type Shown = Pick<SubpageProps, 'demand' | 'place' | 'facts'>;

export function exportName(of: string, { demand: { end }, place, facts: { projectKey, today } }: Shown): string {
  return `${of}-${projectKey}-${today}${isWhatIf(place.search) ? '-what-if' : ''}${end?.kind === 'complete' ? '' : '-partial'}`;
}

export function exportFile(of: string, page: Shown): ExportFile {
  const { demand: { end }, place, facts: { today } } = page;
  return {
    name: exportName(of, page),
    covers: `What whoever exported this may see, on ${today}${end?.kind === 'complete' ? '' : ', as far as it was loaded'}${isWhatIf(place.search) ? '; what if, not saved' : ''}`,
  };
}

/** The rows, each with what they cover in its last column. */
export function withCovers([header = [], ...rows]: readonly (readonly Cell[])[], covers: string): Cell[][] {
  return [[...header, 'Covers'], ...rows.map((row) => [...row, covers])];
}
