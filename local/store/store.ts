import { closeDatabase, openDatabase, type Database } from './open-database';
import { createTable, type Change, type Table, type TableIndexes } from './table';

/** Documents in memory, written through to SQLite: what a transaction acknowledged survives `kill -9`. */
export interface Store {
  /** The documents of one kind. Open each kind once: a second table object would not see the first one's changes. */
  table<T>(kind: string, indexes?: TableIndexes<T>): Table<T>;
  /** Runs `work` whole or not at all: a throw takes back memory and disk. Nested calls join the outer one. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export function createStore(folder: string): Store {
  const database = openDatabase(folder);
  const undo: Change[] = [];
  const upsert = database.prepare('INSERT INTO documents (kind, id, json) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json');
  const remove = database.prepare('DELETE FROM documents WHERE kind = ? AND id = ?');
  let open = false;

  function transaction<T>(work: () => T): T {
    if (open) return work();
    open = true;
    database.exec('BEGIN');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      for (const change of undo.reverse()) change.takeBack();
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      undo.length = 0;
      open = false;
    }
  }

  return {
    table: <T>(kind: string, indexes: TableIndexes<T> = {}): Table<T> =>
      createTable<T>({
        documents: readKind<T>(database, kind),
        ...indexes,
        write: (id, value, change) => transaction(() => {
          if (value === undefined) remove.run([kind, id]);
          else upsert.run([kind, id, JSON.stringify(value)]);
          undo.push(change);
        }),
      }),
    transaction,
    close: () => {
      upsert.finalize();
      remove.finalize();
      closeDatabase(database, folder);
    },
  };
}

function readKind<T>(database: Database, kind: string): [string, T][] {
  return database.all('SELECT id, json FROM documents WHERE kind = ?', [kind])
    .map((row) => [String(row['id']), JSON.parse(String(row['json'])) as T]);
}
