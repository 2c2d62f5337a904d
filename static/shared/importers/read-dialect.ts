/** Statements as node-sql-parser reads them, as what they do to the tables. Its trees differ a little from dialect to dialect: they are parsed at this door. */

import * as z from 'zod';
import { changeColumn, renameColumn, type Place, type Reader } from './read-postgres';
import type { SqlColumn, SqlName, SqlTable, SqlTables } from './sql-tables';

const loose = z.unknown().optional();
const tableName = z.looseObject({ table: z.string(), db: z.string().nullish(), schema: z.string().nullish(), surround: loose });
const columnName = z.looseObject({ column: z.union([z.string(), z.looseObject({ expr: z.looseObject({ value: z.string() }) })]) });
interface Definition {
  readonly dataType: string;
  readonly length?: number | string | null | undefined;
  readonly scale?: number | string | null | undefined;
  readonly expr?: unknown;
  readonly definition?: readonly { readonly field_name?: string | null | undefined; readonly field_type: Definition }[] | undefined;
}
const definition: z.ZodType<Definition> = z.lazy(() => z.looseObject({
  dataType: z.string(), length: z.union([z.number(), z.string()]).nullish(), scale: z.union([z.number(), z.string()]).nullish(), expr: loose,
  definition: z.array(z.looseObject({ field_name: z.string().nullish(), field_type: definition })).optional().catch(undefined),
}));
const part = z.looseObject({
  resource: z.string().nullish(), action: z.string().nullish(), column: columnName.nullish().catch(undefined), old_column: columnName.nullish(), definition: loose, nullable: z.looseObject({ type: z.string() }).nullish(),
  primary_key: loose, unique: loose, check: loose, reference_definition: loose, comment: z.looseObject({ value: z.looseObject({ value: z.string() }) }).nullish().catch(undefined),
  constraint_type: z.string().nullish(), create_definitions: loose, table: z.string().nullish().catch(undefined),
});
type Part = z.infer<typeof part>;
const statement = z.looseObject({
  type: z.string(), keyword: z.string().nullish(), table: z.array(z.union([tableName, z.array(tableName)])).nullish().catch(undefined), name: z.array(tableName).nullish().catch(undefined),
  create_definitions: z.array(part).nullish(), expr: z.array(part).nullish().catch(undefined),
});

/** Throws where the tree is none of a table. */
export function readDialect(tree: unknown): Reader {
  const statements = z.array(statement).parse(Array.isArray(tree) ? tree : [tree]);
  if (statements.some(({ type, keyword, create_definitions: parts }) => !(type === 'create' && keyword === 'table' && isThere(parts)) && !['alter', 'drop', 'rename'].includes(type))) {
    throw new Error('it describes no table');
  }
  return (tables, place) => {
    for (const one of statements) apply(one, tables, place);
  };
}

function apply({ type, table = [], name = [], create_definitions: parts, expr }: z.infer<typeof statement>, tables: SqlTables, place: Place): void {
  const named = (table ?? []).flat();
  const [first, second] = named.map(nameOf);
  if (type === 'drop') for (const one of name ?? []) tables.drop(nameOf(one));
  if (first === undefined) return;
  if (type === 'rename' && second !== undefined) tables.rename(first, second.name);
  if (type === 'create') {
    if (tables.find(first) !== undefined && tables.find(first)?.of.schema === first.schema) {
      place.found.skip(`line ${place.line}`, `The table ${first.name} is there twice; the first was taken.`);
      return;
    }
    const created = tables.create(first);
    for (const one of parts ?? []) add(one, created, tables, place);
  }
  if (type === 'alter') {
    const altered = tables.find(first);
    if (altered === undefined) place.found.skip(`line ${place.line}`, `It changes ${first.name}, a table that the file does not create before.`);
    else for (const one of expr ?? []) alter(one, altered, tables, place);
  }
}

function add(one: Part, table: SqlTable, tables: SqlTables, place: Place): void {
  if (one.resource === 'column') {
    const column = columnOf(one, place);
    if (column !== undefined) tables.setColumn(table, column);
  } else if (one.resource === 'constraint') constrain(one, table, tables, place);
  else if (one.resource !== 'index') place.found.leave(one.resource ?? 'a part of a table', `line ${place.line}`);
}

function alter(one: Part, table: SqlTable, tables: SqlTables, place: Place): void {
  const column = nameOfColumn(one.column);
  const inner = part.safeParse(one.create_definitions);
  if (one.resource === 'constraint' && inner.success) constrain(inner.data, table, tables, place);
  else if (one.action === 'add' || one.action === 'modify') {
    const known = column === undefined ? undefined : table.columns.get(column.toLowerCase());
    const changed = columnOf(one, place);
    if (changed !== undefined) tables.setColumn(table, { ...changed, unique: changed.unique === true || known?.unique === true });
  } else if (one.action === 'drop' && column !== undefined) table.columns.delete(column.toLowerCase());
  else if ((one.action === 'change' || one.action === 'rename') && isThere(one.old_column) && column !== undefined) {
    renameColumn(tables, table, nameOfColumn(one.old_column) ?? '', column, one.action === 'change' ? (columnOf(one, place) ?? {}) : {});
  } else if (one.action === 'rename' && typeof one.table === 'string') tables.rename(table.of, one.table);
  else place.found.leave(`ALTER TABLE … ${one.action ?? ''}`.trim(), `line ${place.line}`);
}

function columnOf(one: Part, { found, line }: Place): SqlColumn | undefined {
  const name = nameOfColumn(one.column);
  const type = definition.safeParse(one.definition);
  if (name === undefined || !type.success) return undefined;
  if (isThere(one.check)) found.leave('CHECK', `line ${line}`);
  if (isThere(one.reference_definition)) found.leave('REFERENCES', `line ${line}`);
  const isKey = isThere(one.primary_key);
  return {
    name, ...typeOf(type.data), required: isKey || one.nullable?.type === 'not null', unique: isKey || isThere(one.unique),
    ...(isThere(one.comment) ? { description: one.comment.value.value } : {}),
  };
}

function typeOf({ dataType, length, scale, expr, definition: inner }: Definition): Pick<SqlColumn, 'type' | 'many' | 'fields' | 'facts'> {
  const name = dataType.toLowerCase().replace(/^\[|\]$/g, '');
  if (name === 'array' && inner?.[0] !== undefined) return { ...typeOf(inner[0].field_type), many: true };
  if (name === 'struct' && inner !== undefined) return { type: 'struct', fields: inner.flatMap((field) => (isThere(field.field_name) ? [{ name: field.field_name, ...typeOf(field.field_type) }] : [])) };
  const values = z.looseObject({ value: z.array(z.looseObject({ value: z.string() })) }).safeParse(expr);
  if (name === 'enum' && values.success) return { type: 'enum', facts: { values: values.data.value.map(({ value }) => value) } };
  return { type: isThere(length) ? `${name}(${String(length)}${isThere(scale) ? `, ${String(scale)}` : ''})` : name };
}

function constrain({ constraint_type: type, definition: columns }: Part, table: SqlTable, tables: SqlTables, { found, line }: Place): void {
  const kind = type?.toLowerCase() ?? '';
  const parsed = z.array(columnName).safeParse(columns);
  const names = parsed.success ? parsed.data.map(nameOfColumn).filter((name) => name !== undefined) : [];
  const [only, ...others] = names;
  if (kind === 'primary key') for (const name of names) changeColumn(tables, table, name, { required: true });
  if ((kind === 'primary key' || kind.startsWith('unique')) && only !== undefined && others.length === 0) changeColumn(tables, table, only, { unique: true });
  else if (kind.startsWith('unique')) found.leave('UNIQUE over several columns', `line ${line}`);
  else if (kind !== 'primary key') found.leave(kind === '' ? 'a constraint' : kind.toUpperCase(), `line ${line}`);
}

/** BigQuery writes a whole path between backticks. */
function nameOf({ table, db, schema }: z.infer<typeof tableName>): SqlName {
  const parts = table.split('.');
  return { name: parts.at(-1) ?? table, schema: parts.at(-2) ?? schema ?? db ?? undefined };
}

function nameOfColumn(named: z.infer<typeof columnName> | null | undefined): string | undefined {
  if (!isThere(named)) return undefined;
  return typeof named.column === 'string' ? named.column : named.column.expr.value;
}

/** The trees write "nothing" in two ways. */
function isThere<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
