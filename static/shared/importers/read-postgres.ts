/** Statements of PostgreSQL, as what they do to the tables. */

import {
  parse, type AlterTableStatement, type ColumnConstraint, type CreateColumnDef, type CreateTableStatement, type DataTypeDef, type QName, type Statement, type TableAlteration, type TableConstraint,
} from 'pgsql-ast-parser';
import type { FoundElements } from './found-elements';
import { checkedFacts } from './sql-checks';
import type { SqlColumn, SqlName, SqlTable, SqlTables } from './sql-tables';

export interface Place {
  readonly found: FoundElements;
  readonly line: number;
}

/** Applies a statement that was understood. */
export type Reader = (tables: SqlTables, place: Place) => void;

/** Ways of PostgreSQL to say more about a table that the parser does not know; what they say is no part of its columns. */
const PARTITION_BY = /\)\s*PARTITION\s+BY\s[^;]*$/i;
const VIRTUAL = /\)\s*VIRTUAL\b/gi;
const ATTACH = /\bATTACH\s+PARTITION\s+(?:"?(\w+)"?\.)?"?(\w+)"?/i;
const ATTACHED_TO = /^ALTER\s+TABLE\s+(?:ONLY\s+)?(?:"?\w+"?\.)?"?(\w+)"?/i;

/** Throws where the parser does not know the statement. */
export function parsePostgres(text: string): Reader {
  const attach = ATTACH.exec(text);
  if (attach !== null) return dropPartition(attach, text);
  const statements = parse(text.replace(PARTITION_BY, ')').replace(VIRTUAL, ') STORED'));
  return (tables, place) => {
    for (const statement of statements) apply(statement, tables, place);
  };
}

/** A partition holds rows of another table: it is no entity of its own. */
function dropPartition([, schema, name = '']: RegExpExecArray, text: string): Reader {
  const table = ATTACHED_TO.exec(text)?.[1] ?? '';
  return (tables, { found, line }) => {
    tables.drop({ name, schema });
    found.skip(`line ${line}`, `${name} is a partition of ${table}, not an entity of its own.`);
  };
}

function apply(statement: Statement, tables: SqlTables, place: Place): void {
  const { found, line } = place;
  switch (statement.type) {
    case 'create table': createTable(statement, tables, place); break;
    case 'create enum': tables.addEnum(nameOf(statement.name), statement.values.map(({ value }) => value)); break;
    case 'alter enum':
      if (statement.change.type === 'add value') tables.addValue(nameOf(statement.name), statement.change.add.value);
      else found.skip(`line ${line}`, 'A renamed type keeps its old name here.');
      break;
    case 'alter table': alterTable(statement, tables, place); break;
    case 'drop table': for (const name of statement.names) tables.drop(nameOf(name)); break;
    case 'comment': {
      const { on, comment } = statement;
      if (on.type === 'table') {
        const table = tables.find(nameOf(on.name));
        if (table !== undefined) table.description = comment;
      } else if (on.type === 'column') {
        const table = tables.find({ name: on.column.table, schema: on.column.schema });
        if (table !== undefined) changeColumn(tables, table, on.column.column, { description: comment });
      }
      break;
    }
    default: found.skip(`line ${line}`, `${statement.type} adds no table or column.`);
  }
}

function createTable({ name, columns, constraints = [], inherits = [] }: CreateTableStatement, tables: SqlTables, place: Place): void {
  const { found, line } = place;
  const of = nameOf(name);
  if (tables.find(of) !== undefined && tables.find(of)?.of.schema === of.schema) {
    found.skip(`line ${line}`, `The table ${of.name} is there twice; the first was taken.`);
    return;
  }
  const table = tables.create(of);
  for (const parent of inherits) for (const column of tables.find(nameOf(parent))?.columns.values() ?? []) tables.setColumn(table, column);
  for (const column of columns) {
    if (column.kind === 'column') addColumn(column, table, tables, place);
    else for (const like of tables.find(nameOf(column.like))?.columns.values() ?? []) tables.setColumn(table, like);
  }
  for (const constraint of constraints) constrain(constraint, table, tables, place);
}

function addColumn({ name, dataType, constraints = [] }: CreateColumnDef, table: SqlTable, tables: SqlTables, { found, line }: Place): void {
  const has = (type: ColumnConstraint['type']) => constraints.some((one) => one.type === type);
  const isKey = has('primary key');
  let facts: SqlColumn['facts'] = {};
  for (const one of constraints) {
    if (one.type === 'reference') found.leave('REFERENCES', `line ${line}`);
    else if (one.type === 'check') {
      const checked = checkedFacts(one.expr);
      if (checked === undefined) found.leave('CHECK', `line ${line}`);
      else facts = { ...facts, ...checked.facts };
    }
  }
  tables.setColumn(table, {
    name: name.name, type: typeName(dataType), many: dataType.kind === 'array', required: isKey || has('not null'), unique: isKey || has('unique'), facts,
  });
}

/** Constraints of a table, and keys that dumps add after it. */
function constrain(constraint: TableConstraint, table: SqlTable, tables: SqlTables, { found, line }: Place): void {
  switch (constraint.type) {
    case 'primary key':
    case 'unique': {
      const [only, ...others] = constraint.columns;
      if (constraint.type === 'primary key') for (const { name } of constraint.columns) changeColumn(tables, table, name, { required: true });
      if (only !== undefined && others.length === 0) changeColumn(tables, table, only.name, { unique: true });
      else if (constraint.type === 'unique') found.leave('UNIQUE over several columns', `line ${line}`);
      break;
    }
    case 'check': {
      const checked = checkedFacts(constraint.expr);
      const column = checked === undefined ? undefined : table.columns.get(checked.column.toLowerCase());
      if (checked === undefined || column === undefined) found.leave('CHECK', `line ${line}`);
      else tables.setColumn(table, { ...column, facts: { ...column.facts, ...checked.facts } });
      break;
    }
    case 'foreign key': found.leave('FOREIGN KEY', `line ${line}`); break;
    default: found.leave('a constraint', `line ${line}`);
  }
}

function alterTable({ table: name, changes }: AlterTableStatement, tables: SqlTables, place: Place): void {
  const { found, line } = place;
  const table = tables.find(nameOf(name));
  if (table === undefined) {
    found.skip(`line ${line}`, `It changes ${name.name}, a table that the file does not create before.`);
    return;
  }
  for (const change of changes) alter(change, table, tables, place);
}

function alter(change: TableAlteration, table: SqlTable, tables: SqlTables, place: Place): void {
  switch (change.type) {
    case 'add column': addColumn(change.column, table, tables, place); break;
    case 'drop column': table.columns.delete(change.column.name.toLowerCase()); break;
    case 'rename column': renameColumn(tables, table, change.column.name, change.to.name); break;
    case 'rename': tables.rename(table.of, change.to.name); break;
    case 'add constraint': constrain(change.constraint, table, tables, place); break;
    case 'alter column': {
      const { alter: how, column } = change;
      if (how.type === 'set not null' || how.type === 'drop not null') changeColumn(tables, table, column.name, { required: how.type === 'set not null' });
      else if (how.type === 'set type') changeColumn(tables, table, column.name, { type: typeName(how.dataType), many: how.dataType.kind === 'array' });
      break;
    }
    case 'owner': break;
    default: place.found.leave(change.type.toUpperCase(), `line ${place.line}`);
  }
}

export function changeColumn(tables: SqlTables, table: SqlTable, name: string, change: Partial<SqlColumn>): void {
  const column = table.columns.get(name.toLowerCase());
  if (column !== undefined) tables.setColumn(table, { ...column, ...change });
}

/** In its place. */
export function renameColumn(tables: SqlTables, table: SqlTable, from: string, to: string, change: Partial<SqlColumn> = {}): void {
  const columns = [...table.columns.values()];
  table.columns.clear();
  for (const column of columns) tables.setColumn(table, column.name.toLowerCase() === from.toLowerCase() ? { ...column, ...change, name: to } : column);
}

function typeName(type: DataTypeDef): string {
  if (type.kind === 'array') return typeName(type.arrayOf);
  return type.config === undefined || type.config.length === 0 ? type.name : `${type.name}(${type.config.join(', ')})`;
}

function nameOf({ name, schema }: QName): SqlName {
  return { name, schema };
}
