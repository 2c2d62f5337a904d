/**
 * Dialects beside PostgreSQL, by node-sql-parser (Apache-2.0): the only kept parser in JavaScript that knows several. Each dialect
 * is a file of its own, 180 to 310 kB, which the import worker loads when a statement needs it.
 */

import { parsePostgres, type Reader } from './read-postgres';
import { readDialect } from './read-dialect';

/** Oracle has no parser; with what `eased` takes away, its tables read as PostgreSQL's. */
export type Dialect = 'mysql' | 'transactsql' | 'sqlite' | 'snowflake' | 'bigquery' | 'eased';

const SIGNS: Readonly<Record<Exclude<Dialect, 'eased'>, RegExp>> = {
  mysql: /`\w+`\s+\w|\bENGINE\s*=|\bAUTO_INCREMENT\b|\bUNSIGNED\b/i,
  transactsql: /\[\w+\]|\bIDENTITY\s*\(|\bNVARCHAR\b|^\s*GO\s*$/im,
  sqlite: /\bAUTOINCREMENT\b|\bWITHOUT\s+ROWID\b|^\s*PRAGMA\b/im,
  snowflake: /\bVARIANT\b|\bTIMESTAMP_(?:NTZ|LTZ|TZ)\b|\bTRANSIENT\b|\bNUMBER\s*\(38/i,
  bigquery: /\bINT64\b|\bSTRUCT\s*<|\bARRAY\s*<|\bFLOAT64\b/i,
};
/** What a text without any sign is tried with. */
const USUAL: readonly Dialect[] = ['mysql', 'transactsql', 'sqlite'];

/** In the order in which they are tried. */
export function dialectsOf(sql: string): readonly Dialect[] {
  const told = (Object.keys(SIGNS) as Exclude<Dialect, 'eased'>[]).filter((dialect) => SIGNS[dialect].test(sql));
  return [...(told.length === 0 ? USUAL : told), 'eased'];
}

/** Where SQL Server keeps the rows. */
const FILEGROUP = /\b(?:ON|TEXTIMAGE_ON)\s+\[PRIMARY\]/gi;

/** Loads a dialect's parser. */
export async function openDialect(dialect: Dialect): Promise<(text: string) => Reader> {
  if (dialect === 'eased') return (text) => parsePostgres(eased(text));
  const { Parser } = await loadDialect(dialect);
  const parser = new Parser();
  return (text) => readDialect(parser.astify(text.replace(FILEGROUP, ''), { database: dialect }));
}

interface DialectModule {
  readonly Parser: new () => { astify(sql: string, options: { readonly database: string }): unknown };
}

async function loadDialect(dialect: Exclude<Dialect, 'eased'>): Promise<DialectModule> {
  switch (dialect) {
    case 'mysql': return plain(await import('node-sql-parser/build/mysql'));
    case 'transactsql': return plain(await import('node-sql-parser/build/transactsql'));
    case 'sqlite': return plain(await import('node-sql-parser/build/sqlite'));
    case 'snowflake': return plain(await import('node-sql-parser/build/snowflake'));
    case 'bigquery': return plain(await import('node-sql-parser/build/bigquery'));
    default: {
      const never: never = dialect;
      return never;
    }
  }
}

/** The builds are CommonJS: a bundler hands them over as the default, or name by name. */
function plain(loaded: object): DialectModule {
  return ('Parser' in loaded ? loaded : (loaded as { readonly default: object }).default) as DialectModule;
}

/** Without what describes no data: units of length and states of constraints (Oracle), options (BigQuery), counting (Snowflake). */
function eased(text: string): string {
  return text
    .replace(/(\(\s*\d+)\s+(?:CHAR|BYTE)\s*\)/gi, '$1)')
    .replace(/\b(?:NOT\s+NULL|KEY|UNIQUE)\s+ENABLE\b/gi, (said) => said.replace(/\s+ENABLE$/i, ''))
    .replace(/\bOPTIONS\s*\((?:[^()'"]|'[^']*'|"[^"]*")*\)/gi, '')
    .replace(/\bAUTOINCREMENT\b(?:\s+START\s+\d+\s+INCREMENT\s+\d+)?/gi, '')
    .replace(/^CREATE\s+OR\s+REPLACE\s+(?:TRANSIENT\s+)?TABLE/i, 'CREATE TABLE')
    .replace(/^(CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?)\w+\.(\w+\.\w+)/i, '$1$2')
    .replace(/\)\s*(?:TABLESPACE|STORAGE|PCTFREE|SEGMENT|LOGGING|CLUSTER\s+BY|PARTITION\s+BY|ENGINE|COMMENT)\b[\s\S]*$/i, ')');
}
