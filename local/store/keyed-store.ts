import type { Store } from './store';

/** One change of a keyed table; `null` removes the key. */
interface KeyedChange {
  readonly key: string;
  readonly value: string | null;
}

/** A durable map from key to text, in order of key; `apply` keeps all of its changes or none. */
export interface KeyedTable {
  get(key: string): string | undefined;
  apply(changes: readonly KeyedChange[]): void;
  list(prefix: string, after: string | undefined, limit: number): readonly { readonly key: string; readonly value: string }[];
}

/** Tables of texts by name, for the functions host (KVS, queues, schedules): in the same database and as durable. */
export function createKeyedStore(store: Store): { table(name: string): KeyedTable } {
  const opened = new Map<string, KeyedTable>();
  return {
    table: (name) => {
      const known = opened.get(name) ?? openKeyedTable(store, name);
      opened.set(name, known);
      return known;
    },
  };
}

function openKeyedTable(store: Store, name: string): KeyedTable {
  const table = store.table<string>(`forge.${name}`);
  return {
    get: (key) => table.get(key),
    apply: (changes) => {
      store.transaction(() => {
        for (const { key, value } of changes) {
          if (value === null) table.delete(key);
          else table.put(key, value);
        }
      });
    },
    list: (prefix, after, limit) => [...table.entries()]
      .filter(([key]) => key.startsWith(prefix) && (after === undefined || key > after))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([key, value]) => ({ key, value })),
  };
}
