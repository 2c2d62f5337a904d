/** How a change in memory is taken back when its transaction fails. */
export interface Change {
  takeBack(): void;
}

/** Documents of one kind by id. Values are replaced, never changed in place. */
export interface Table<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  delete(id: string): boolean;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  /** Documents of one group, in order of insertion; empty without an index. */
  of(group: string): readonly T[];
  /** The document of this name; names are unique. Undefined without an index. */
  named(name: string): T | undefined;
  readonly size: number;
}

/** Indexes over the documents: a group that many share, and a name that one has. */
export interface TableIndexes<T> {
  readonly groupOf?: (value: T) => string;
  readonly nameOf?: (value: T) => string;
}

interface TableParts<T> extends TableIndexes<T> {
  readonly documents: readonly [string, T][];
  readonly write: (id: string, value: T | undefined, change: Change) => void;
}

/** A table over given documents; `write` makes each change durable before it is visible. */
export function createTable<T>({ documents, groupOf, nameOf, write }: TableParts<T>): Table<T> {
  const byId = new Map<string, T>();
  const byName = new Map<string, T>();
  const groups = new Map<string, Map<string, T>>();

  function place(id: string, value: T | undefined): void {
    const before = byId.get(id);
    if (groupOf !== undefined && before !== undefined && (value === undefined || groupOf(before) !== groupOf(value))) {
      groups.get(groupOf(before))?.delete(id);
    }
    if (nameOf !== undefined && before !== undefined) byName.delete(nameOf(before));
    if (value === undefined) {
      byId.delete(id);
      return;
    }
    byId.set(id, value);
    if (nameOf !== undefined) byName.set(nameOf(value), value);
    if (groupOf === undefined) return;
    const group = groups.get(groupOf(value)) ?? new Map<string, T>();
    groups.set(groupOf(value), group.set(id, value));
  }

  function change(id: string, value: T | undefined): void {
    const before = byId.get(id);
    write(id, value, { takeBack: () => { place(id, before); } });
    place(id, value);
  }

  for (const [id, value] of documents) place(id, value);
  return {
    get: (id) => byId.get(id),
    put: (id, value) => { change(id, value); },
    delete: (id) => {
      const known = byId.has(id);
      if (known) change(id, undefined);
      return known;
    },
    values: () => byId.values(),
    entries: () => byId.entries(),
    of: (group) => [...(groups.get(group)?.values() ?? [])],
    named: (name) => byName.get(name),
    get size() { return byId.size; },
  };
}
