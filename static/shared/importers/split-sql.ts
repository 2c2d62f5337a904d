/** Splits SQL into statements with their first lines, so that one statement a parser does not know does not lose the others. */

export interface SqlStatement {
  readonly text: string;
  readonly line: number;
}

/** One pass: quoted strings, identifiers, PostgreSQL's dollar quotes and comments may hold semicolons; T-SQL ends batches with GO. */
export function splitSql(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let [line, counted, from] = [1, 0, 0];
  const lineAt = (place: number): number => {
    for (; counted < place; counted++) if (sql.charCodeAt(counted) === 10) line++;
    return line;
  };
  const close = (to: number, next: number): void => {
    const text = sql.slice(from, to).trim();
    if (text !== '') statements.push({ text, line: lineAt(from) });
    from = next;
  };
  let at = 0;
  // What comes before the first word of a statement belongs to none.
  const skipLead = (end: number): void => {
    if (from === at) from = end;
    at = end;
  };
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (character === '-' && sql.charAt(at + 1) === '-') skipLead(endOf(sql, '\n', at + 2));
    else if (character === '/' && sql.charAt(at + 1) === '*') skipLead(endOf(sql, '*/', at + 2));
    else if (character === "'" || character === '"' || character === '`') at = endOf(sql, character, at + 1);
    else if (character === '$') at = endOfDollar(sql, at);
    else if (character === ';') {
      close(at, at + 1);
      at++;
    } else if (isGo(sql, at)) {
      close(at, at + 2);
      at += 2;
    } else {
      if (from === at && character.trim() === '') from++;
      at++;
    }
  }
  close(sql.length, sql.length);
  return statements;
}

/** Behind the mark; a doubled quote just begins the next quote. What is never closed goes to the end, so nothing is looked at twice. */
function endOf(sql: string, mark: string, from: number): number {
  const end = sql.indexOf(mark, from);
  return end === -1 ? sql.length : end + mark.length;
}

const DOLLAR = /\$(?:[A-Za-z_]\w{0,62})?\$/y;

function endOfDollar(sql: string, at: number): number {
  DOLLAR.lastIndex = at;
  const [tag] = DOLLAR.exec(sql) ?? [];
  return tag === undefined ? at + 1 : endOf(sql, tag, at + tag.length);
}

const GO = /GO[ \t]*(?=\r?\n|$)/iy;

function isGo(sql: string, at: number): boolean {
  if (at > 0 && sql.charCodeAt(at - 1) !== 10) return false;
  GO.lastIndex = at;
  return GO.test(sql);
}
