/** What the Forge host needs of its neighbours; the local Jira's own parts fit, and so do a test's. */

import type { Caller, MeterEntry, PlatformReply, PlatformRequest } from '../platform';

/** Jira itself: answers REST requests of a caller; enforces scopes and permissions, counts points. */
export interface JiraSite {
  rest(caller: Caller, request: PlatformRequest): Promise<PlatformReply>;
}

/** Takes one line for every invocation and every call that leaves a function. */
export interface CallMeter {
  record(entry: MeterEntry): void;
}

/** One change of a keyed table; `null` removes the key. */
export interface TableChange {
  readonly key: string;
  readonly value: string | null;
}

/** A durable map from key to text. `apply` is atomic: all of its changes are kept or none. */
export interface KeyedTable {
  get(key: string): string | undefined;
  apply(changes: readonly TableChange[]): void;
  /** Entries whose key begins with `prefix` and is greater than `after`, in order of key. */
  list(prefix: string, after: string | undefined, limit: number): readonly { readonly key: string; readonly value: string }[];
}

/** Opens the tables of the host: what was applied survives the end of the process. */
export interface ForgeStore {
  table(name: 'kvs' | 'queue' | 'schedule'): KeyedTable;
}

/** Milliseconds since 1970. */
export type Clock = () => number;
