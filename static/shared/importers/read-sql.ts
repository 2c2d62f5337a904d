/** Elements of SQL DDL: tables with their columns, and enumerated types. Everything else is reported as skipped. */

import { parse, type AlterTableStatement, type ColumnConstraint, type CreateColumnDef, type CreateTableStatement, type DataTypeDef, type QName, type Statement } from 'pgsql-ast-parser';
import type { ModelElement } from '../../../src/domain/model/shared-model';
import type { FoundElements } from './read-json-schema';
import { splitSql, type SqlStatement } from './split-sql';

/** Statements that say nothing about the shape of data: they are passed over without a word each, and counted by kind. */
const ABOUT_DATA = /^\s*(create\s+(unlogged\s+|temp(orary)?\s+|global\s+|local\s+)*table|create\s+type|alter\s+table)\b/i;

/** Two ways of PostgreSQL to say more about a table that the parser does not know; what they say is no part of its columns. */
const PARTITION_BY = /\)\s*PARTITION\s+BY\s[^;]*$/i;
const VIRTUAL = /\)\s*VIRTUAL\b/gi;
const ATTACH = /\bATTACH\s+PARTITION\s+(?:"?\w+"?\.)?"?(\w+)"?/i;
const ATTACHED_TO = /^ALTER\s+TABLE\s+(?:ONLY\s+)?(?:"?\w+"?\.)?"?(\w+)"?/i;

export function readSql(sql: string): FoundElements {
  const found: FoundElements = { elements: [], skipped: [] };
  const passed = new Map<string, { count: number; line: number }>();
  for (const statement of splitSql(sql)) {
    if (ATTACH.test(statement.text)) dropPartition(statement, found);
    else if (ABOUT_DATA.test(statement.text)) readStatement(statement, found);
    else passOver(statement, passed);
  }
  for (const [kind, { count, line }] of passed) {
    found.skipped.push({ at: `line ${line}`, why: count === 1 ? `${kind} describes no data.` : `${count} statements of the kind ${kind} describe no data; this is the first.` });
  }
  return found;
}

function passOver({ text, line }: SqlStatement, passed: Map<string, { count: number; line: number }>): void {
  const kind = text.split(/\s+/, 2).join(' ').toUpperCase();
  const before = passed.get(kind);
  passed.set(kind, { count: (before?.count ?? 0) + 1, line: before?.line ?? line });
}

/** A partition holds rows of another table: it is no entity of its own. */
function dropPartition({ text, line }: SqlStatement, found: FoundElements): void {
  const [partition = '', table = ''] = [ATTACH.exec(text)?.[1], ATTACHED_TO.exec(text)?.[1]];
  const kept = found.elements.filter(({ path }) => path !== partition && !path.startsWith(`${partition}.`));
  found.elements.splice(0, found.elements.length, ...kept);
  found.skipped.push({ at: `line ${line}`, why: `${partition} is a partition of ${table}, not an entity of its own.` });
}

function readStatement({ text, line }: SqlStatement, found: FoundElements): void {
  let parsed: Statement[];
  try {
    parsed = parse(text.replace(PARTITION_BY, ')').replace(VIRTUAL, ') STORED'));
  } catch (error) {
    const first = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    found.skipped.push({ at: `line ${line}`, why: `"${text.slice(0, 60).replace(/\s+/g, ' ')}…" is SQL that this importer does not read${first === '' ? '' : ` (${first.slice(0, 80)})`}.` });
    return;
  }
  for (const statement of parsed) {
    switch (statement.type) {
      case 'create table': addTable(statement, found); break;
      case 'create enum':
        found.elements.push({ path: nameOf(statement.name), kind: 'entity', type: 'enum', many: false, required: false, values: statement.values.map(({ value }) => value) });
        break;
      case 'alter table': alterTable(statement, found); break;
      default: found.skipped.push({ at: `line ${line}`, why: `${statement.type} adds no table or column.` });
    }
  }
}

function addTable({ name, columns, constraints = [] }: CreateTableStatement, found: FoundElements): void {
  const table = nameOf(name);
  found.elements.push({ path: table, kind: 'entity', type: 'table', many: false, required: false });
  const primary = new Set(constraints.flatMap((one) => (one.type === 'primary key' ? one.columns.map((column) => column.name) : [])));
  for (const column of columns) {
    if (column.kind === 'column') found.elements.push(addColumn(table, column, primary.has(column.name.name)));
  }
}

function addColumn(table: string, { name, dataType, constraints = [] }: CreateColumnDef, inPrimaryKey: boolean): ModelElement {
  const has = (type: ColumnConstraint['type']) => constraints.some((one) => one.type === type);
  const isKey = inPrimaryKey || has('primary key');
  return {
    path: `${table}.${name.name}`, kind: 'field', type: typeName(dataType), many: dataType.kind === 'array', required: isKey || has('not null'),
    ...(has('unique') || has('primary key') ? { unique: true } : {}),
  };
}

/** Keys that dumps add after the table: a primary key makes its columns required. */
function alterTable({ table, changes }: AlterTableStatement, found: FoundElements): void {
  for (const change of changes) {
    if (change.type !== 'add constraint' || change.constraint.type !== 'primary key') continue;
    for (const { name } of change.constraint.columns) {
      const at = found.elements.findIndex(({ path }) => path === `${nameOf(table)}.${name}`);
      const column = found.elements[at];
      if (column !== undefined) found.elements[at] = { ...column, required: true };
    }
  }
}

function typeName(type: DataTypeDef): string {
  if (type.kind === 'array') return typeName(type.arrayOf);
  return type.config === undefined || type.config.length === 0 ? type.name : `${type.name}(${type.config.join(', ')})`;
}

function nameOf(name: QName): string {
  return name.name;
}
