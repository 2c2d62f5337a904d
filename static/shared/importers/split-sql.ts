/** Splits SQL into statements with their first lines, so that one statement a parser does not know does not lose the others. */

export interface SqlStatement {
  readonly text: string;
  readonly line: number;
}

/** Quoted strings, identifiers, PostgreSQL's dollar quotes and comments may hold semicolons. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|(\$[A-Za-z_]*\$)|;/g;

export function splitSql(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let from = 0;
  const close = (to: number): void => {
    const text = sql.slice(from, to);
    const lead = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0;
    if (text.length > lead) statements.push({ text: text.slice(lead).trim(), line: lineAt(from + lead) });
    from = to + 1;
  };
  let counted = { at: 0, line: 1 };
  function lineAt(position: number): number {
    let { line } = counted;
    for (let at = counted.at; at < position; at++) if (sql.charCodeAt(at) === 10) line++;
    counted = { at: position, line };
    return line;
  }
  const pattern = new RegExp(TOKEN);
  for (let token = pattern.exec(sql); token !== null; token = pattern.exec(sql)) {
    const tag = token[1];
    if (tag !== undefined) {
      const end = sql.indexOf(tag, pattern.lastIndex);
      pattern.lastIndex = end === -1 ? sql.length : end + tag.length;
    } else if (token[0] === ';') close(token.index);
  }
  close(sql.length);
  return statements;
}
