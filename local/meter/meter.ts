import type { MeterEntry } from '../platform';

/** Counts what every call costs, in order. A mark is the number of entries seen so far. */
export interface Meter {
  record(entry: MeterEntry): void;
  /** Entries recorded after the mark; 0 gives all that are kept. */
  since(mark: number): { readonly mark: number; readonly entries: readonly MeterEntry[] };
  reset(): void;
}

const KEPT = 20_000;

export function createMeter(): Meter {
  let entries: MeterEntry[] = [];
  let dropped = 0;
  return {
    record: (entry) => {
      entries.push(entry);
      if (entries.length > KEPT * 2) {
        dropped += entries.length - KEPT;
        entries = entries.slice(-KEPT);
      }
    },
    since: (mark) => ({ mark: dropped + entries.length, entries: entries.slice(Math.max(0, mark - dropped)) }),
    reset: () => {
      dropped = 0;
      entries = [];
    },
  };
}
