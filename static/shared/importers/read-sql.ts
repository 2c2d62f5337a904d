/** Elements of SQL DDL: tables with their columns, and enumerated types. PostgreSQL first, then the dialects that the text looks like. */

import { formatCount } from '../../../src/domain/context/format-number';
import type { FoundElements } from './found-elements';
import { parsePostgres, type Reader } from './read-postgres';
import { ImportRefused } from './refusal';
import { splitSql, type SqlStatement } from './split-sql';
import { dialectsOf, openDialect } from './sql-dialects';
import { gatherTables } from './sql-tables';

/** Statements about the shape of data; others are passed over without a word each, and counted by kind. */
const ABOUT_DATA = /^(?:create\s+(?:or\s+replace\s+)?(?:unlogged\s+|temp(?:orary)?\s+|transient\s+|global\s+|local\s+|external\s+|foreign\s+)*table|create\s+type|alter\s+type|alter\s+(?:foreign\s+)?table|drop\s+table|rename\s+table|comment\s+on|create\s+domain)\b/i;
/** Changes of tables that are not about their columns. */
const NO_SHAPE = /^alter\s+table\s+(?:only\s+|if\s+exists\s+)*[^\s(]+\s+(?:owner\s+to|enable|disable|set\s+schema|cluster|replica|alter\s+(?:column\s+)?\S+\s+(?:set\s+(?:default|statistics|storage)|drop\s+default|add\s+generated)|inherit|no\s+inherit|validate|check\s+constraint|with\s+(?:no)?check\s+check)\b/i;
/** A longer statement is none that describes one table. */
const LONGEST = 100_000;
/** Statements about tables, all together: the parser takes about a second for 200,000 characters. Rows of a dump do not count. */
const MOST = 500_000;
/** A dialect that reads none of so many statements is not this file's. */
const TRIES = 20;

export async function readSql(sql: string, found: FoundElements): Promise<void> {
  const tables = gatherTables();
  const passed = new Map<string, { count: number; line: number }>();
  const readers: { readonly statement: SqlStatement; read: Reader | undefined; why: string }[] = [];
  let characters = 0;
  for (const statement of splitSql(sql)) {
    if (!ABOUT_DATA.test(statement.text) || NO_SHAPE.test(statement.text)) passOver(statement, passed);
    else if (statement.text.length > LONGEST) found.skip(`line ${statement.line}`, `This statement has more than ${formatCount(LONGEST)} characters; no table is described by so many.`);
    else {
      characters += statement.text.length;
      if (characters > MOST) throw new ImportRefused(`This file describes tables in more than ${formatCount(MOST)} characters. Import only the part that teams share.`);
      readers.push({ statement, ...attempt(parsePostgres, statement) });
    }
  }
  const failed = readers.filter(({ read }) => read === undefined);
  for (const dialect of failed.length === 0 ? [] : dialectsOf(sql)) {
    const parse = await openDialect(dialect);
    let [tried, read] = [0, 0];
    for (const one of failed) {
      if (one.read !== undefined || (read === 0 && tried >= TRIES)) continue;
      one.read = attempt(parse, one.statement).read;
      tried++;
      if (one.read !== undefined) read++;
    }
  }
  for (const { statement, read, why } of readers) {
    if (read === undefined) found.skip(`line ${statement.line}`, `"${statement.text.slice(0, 60).replace(/\s+/g, ' ')}…" is SQL that this importer does not read${why === '' ? '' : ` (${why.slice(0, 80)})`}.`);
    else read(tables, { found, line: statement.line });
  }
  tables.emit(found);
  for (const [kind, { count, line }] of passed) {
    found.skip(`line ${line}`, count === 1 ? `${kind} describes no data.` : `${count} statements of the kind ${kind} describe no data; this is the first.`);
  }
}

/** Parsers throw what they do not know; running out of stack is no opinion about SQL. */
function attempt(parse: (text: string) => Reader, { text }: SqlStatement): { readonly read: Reader | undefined; readonly why: string } {
  try {
    return { read: parse(text), why: '' };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { read: undefined, why: error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/:$/, '') : '' };
  }
}

function passOver({ text, line }: SqlStatement, passed: Map<string, { count: number; line: number }>): void {
  const kind = text.slice(0, 100).split(/\s+/, 2).join(' ').toUpperCase();
  const before = passed.get(kind);
  passed.set(kind, { count: (before?.count ?? 0) + 1, line: before?.line ?? line });
}
