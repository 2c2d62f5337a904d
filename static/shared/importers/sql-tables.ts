/** Tables and types as the statements of a SQL file build them up, one after the other; whatever dialect they are written in. */

import { formatCount } from '../../../src/domain/context/format-number';
import { fieldOf } from '../../../src/domain/conflict/element-path';
import { MOST_ELEMENTS, MOST_LISTED, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { ImportRefused } from './refusal';
import { sqlKind } from './sql-types';

export interface SqlName {
  readonly name: string;
  readonly schema?: string | undefined;
}

export interface SqlColumn {
  readonly name: string;
  readonly type: string;
  readonly many?: boolean;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly facts?: Pick<ModelElement, 'values' | 'min' | 'max' | 'exclusiveMin' | 'exclusiveMax' | 'length'>;
  readonly description?: string;
  /** Of a column that is a record. */
  readonly fields?: readonly SqlColumn[];
}

export interface SqlTable {
  readonly of: SqlName;
  readonly columns: Map<string, SqlColumn>;
  description?: string;
}

/** Schemas that need no mention. */
const USUAL = new Set(['', 'public', 'dbo', 'main']);

export interface SqlTables {
  create(name: SqlName): SqlTable;
  find(name: SqlName): SqlTable | undefined;
  drop(name: SqlName): void;
  rename(name: SqlName, to: string): void;
  setColumn(table: SqlTable, column: SqlColumn): void;
  addEnum(name: SqlName, values: readonly string[]): void;
  addValue(name: SqlName, value: string): void;
  emit(found: FoundElements): void;
}

export function gatherTables(): SqlTables {
  const tables = new Map<string, SqlTable>();
  const byName = new Map<string, SqlTable[]>();
  const enums = new Map<string, { readonly of: SqlName; readonly values: string[] }>();
  let columns = 0;
  const enter = (table: SqlTable): void => {
    tables.set(keyOf(table.of), table);
    const low = table.of.name.toLowerCase();
    byName.set(low, [...(byName.get(low) ?? []), table]);
  };
  const leave = (table: SqlTable): void => {
    tables.delete(keyOf(table.of));
    const low = table.of.name.toLowerCase();
    byName.set(low, (byName.get(low) ?? []).filter((other) => other !== table));
  };
  const find = (name: SqlName): SqlTable | undefined => {
    const same = byName.get(name.name.toLowerCase()) ?? [];
    return tables.get(keyOf(name)) ?? (same.length === 1 && name.schema === undefined ? same[0] : undefined);
  };
  return {
    create(of) {
      const table: SqlTable = { of, columns: new Map() };
      enter(table);
      return table;
    },
    find,
    drop(name) {
      const table = find(name);
      if (table !== undefined) leave(table);
    },
    rename(name, to) {
      const table = find(name);
      if (table === undefined) return;
      leave(table);
      enter({ ...table, of: { ...table.of, name: to } });
    },
    setColumn(table, column) {
      if (++columns > MOST_ELEMENTS * 4) throw new ImportRefused(`This file names more columns than the ${formatCount(MOST_ELEMENTS)} that are taken. Import only the part that teams share.`);
      table.columns.set(column.name.toLowerCase(), column);
    },
    addEnum: (of, values) => void enums.set(of.name.toLowerCase(), { of, values: [...values] }),
    addValue: (of, value) => void enums.get(of.name.toLowerCase())?.values.push(value),
    emit(found) {
      for (const { of, values } of enums.values()) found.add({ path: of.name, kind: 'entity', type: 'enum', many: false, required: false, ...listed(values) });
      for (const table of tables.values()) {
        // A name that several schemas have is told apart by its schema.
        const isShared = (byName.get(table.of.name.toLowerCase())?.length ?? 0) > 1 && !USUAL.has(table.of.schema ?? '');
        const path = isShared ? `${table.of.schema ?? ''}.${table.of.name}` : table.of.name;
        found.add({ path, kind: 'entity', type: 'table', many: false, required: false, ...described(table.description) });
        for (const column of table.columns.values()) emitColumn(fieldOf(path, column.name), column, found);
      }
    },
  };

  function emitColumn(path: string, column: SqlColumn, found: FoundElements): void {
    const { type, many = false, required = false, unique, facts, description, fields = [] } = column;
    found.add({
      path, kind: 'field', type, many, required, ...(unique === true ? { unique: true } : {}), ...sqlKind(type),
      ...listed(enums.get(type.toLowerCase())?.values ?? []), ...facts, ...described(description),
    });
    for (const field of fields) emitColumn(fieldOf(many ? `${path}[]` : path, field.name), field, found);
  }
}

function keyOf({ name, schema = '' }: SqlName): string {
  const low = schema.toLowerCase();
  return `${USUAL.has(low) ? '' : low}.${name.toLowerCase()}`;
}

function listed(values: readonly string[]): { values?: readonly string[] } {
  return values.length === 0 || values.length > MOST_LISTED ? {} : { values };
}
