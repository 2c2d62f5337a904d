import type { Store } from '../store/store';
import type { ForgeStore, KeyedTable } from './ports';

/** The host's tables in the site's own database, so that they end and survive together. */
export function openForgeStore(store: Store): ForgeStore {
  return { table: (name) => openKeyedTable(store, `forge.${name}`) };
}

function openKeyedTable(store: Store, kind: string): KeyedTable {
  const table = store.table<string>(kind);
  return {
    get: (key) => table.get(key),
    apply: (changes) => store.transaction(() => {
      for (const { key, value } of changes) {
        if (value === null) table.delete(key);
        else table.put(key, value);
      }
    }),
    list: (prefix, after, limit) => [...table.entries()]
      .filter(([key]) => key.startsWith(prefix) && (after === undefined || key > after))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([key, value]) => ({ key, value })),
  };
}
