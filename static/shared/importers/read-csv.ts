/** Elements of a CSV list: one element a row, with columns path (or entity and field), type, required, many, description, owner, values. */

import Papa from 'papaparse';
import { formatCount } from '../../../src/domain/context/format-number';
import { fieldOf } from '../../../src/domain/conflict/element-path';
import { MOST_LISTED, type ModelElement } from '../../../src/domain/model/shared-model';
import { described, type FoundElements } from './found-elements';
import { ImportRefused } from './refusal';

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'required']);
const COLUMNS = new Set(['path', 'entity', 'field', 'type', 'required', 'many', 'description', 'owner', 'values']);
/** A row whose quotes do not match is left out and reading goes on in the next line; of a file with more such rows nothing is taken. */
const MOST_BROKEN = 20;
/** Characters that are parsed at once; no row is longer. */
const WINDOW = 200_000;
/** More rows than this name no elements that anybody could keep. */
const MOST_ROWS = 200_000;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

export function readCsv(text: string, found: FoundElements): void {
  const rows = rowsOf(text, found);
  const head = rows.next();
  const names = head.done === true ? [] : head.value.cells.map((name) => name.trim().toLowerCase());
  if (!names.includes('path') && !(names.includes('entity') && names.includes('field'))) {
    throw new ImportRefused('The first line must name the columns: either "path", or "entity" and "field"; optional are type, required, many, description, owner and values (separated by |).');
  }
  for (const name of names) if (name !== '' && !COLUMNS.has(name)) found.skip('line 1', `The column "${name.slice(0, 60)}" is none of ${[...COLUMNS].join(', ')}; it was not taken.`);
  for (const { cells, line } of rows) {
    if (cells.length > names.length) found.skip(`line ${line}`, `It has ${cells.length} cells for ${names.length} columns; those beyond were not taken.`);
    addRow(new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()])), `line ${line}`, found);
  }
}

/** Rows that are not blank, with the lines they begin in. A window of the text is parsed at a time, so that an open quote costs no more. */
function* rowsOf(whole: string, found: FoundElements): Generator<Row> {
  // Spreadsheets put the separator into a line of its own.
  const [told = '', separator] = /^sep=(.)\r?\n/i.exec(whole) ?? [];
  const lines = lineBreaks(whole);
  let delimiter = separator;
  let [broken, count] = [0, 0];
  for (let from = told.length; from < whole.length;) {
    const begin = from;
    const window = whole.slice(begin, begin + WINDOW);
    const isLast = begin + window.length >= whole.length;
    const part = parseWindow(window, delimiter, isLast);
    delimiter ??= part.delimiter;
    for (const { cells, at } of part.rows) if (cells.some((cell) => cell.trim() !== '')) yield { cells, line: lines.lineAt(begin + at) };
    count += part.rows.length;
    if (count > MOST_ROWS) throw new ImportRefused(`This file has more than ${formatCount(MOST_ROWS)} rows. Import only the part that teams share.`);
    from = begin + part.end;
    if (part.end > 0 || whole.length === 0) continue;
    const next = whole.indexOf('\n', begin);
    from = next === -1 ? whole.length : next + 1;
    const line = lines.lineAt(begin);
    found.skip(`line ${line}`, 'A quote in it is not closed, or not where a cell ends; the line was left out.');
    if (++broken > MOST_BROKEN) throw new ImportRefused(`The quotes of more than ${MOST_BROKEN} lines do not match, the last in line ${line}. Correct the file and choose it again.`);
  }
}

interface Parsed {
  readonly rows: readonly { readonly cells: readonly string[]; readonly at: number }[];
  /** Where the rows that are whole and sound end; 0 where not even the first is. */
  readonly end: number;
  readonly delimiter: string;
}

function parseWindow(text: string, delimiter: string | undefined, isLast: boolean): Parsed {
  const rows: { readonly cells: readonly string[]; readonly at: number }[] = [];
  let end = 0;
  let used = delimiter ?? ',';
  Papa.parse<readonly string[]>(text, {
    ...(delimiter === undefined ? {} : { delimiter }),
    step: ({ data, errors, meta }, parser) => {
      used = meta.delimiter;
      // The last row of a window may be half of one.
      if (errors.some(({ type }) => type === 'Quotes') || (!isLast && meta.cursor >= text.length)) {
        parser.abort();
        return;
      }
      rows.push({ cells: data, at: end });
      end = meta.cursor;
      if (rows.length > MOST_ROWS) parser.abort();
    },
  });
  return { rows, end, delimiter: used };
}

/** Lines of places that are asked for in order. */
function lineBreaks(text: string): { lineAt(place: number): number } {
  let [line, counted] = [1, 0];
  return {
    lineAt(place) {
      if (place < counted) [line, counted] = [1, 0];
      for (; counted < place; counted++) if (text.charCodeAt(counted) === 10) line++;
      return line;
    },
  };
}

function addRow(row: ReadonlyMap<string, string>, at: string, found: FoundElements): void {
  const cell = (name: string) => row.get(name) ?? '';
  const is = (name: string) => YES.has(cell(name).toLowerCase());
  const [entity, field] = [cell('entity'), cell('field')];
  const path = row.has('path') ? cell('path') : entity === '' || field === '' ? entity : fieldOf(entity, field);
  if (path === '') {
    found.skip(at, 'It names no element.');
    return;
  }
  const values = cell('values') === '' ? [] : cell('values').split('|').map((value) => value.trim());
  if (values.length > MOST_LISTED) found.skip(at, `It lists ${values.length} values; of more than ${MOST_LISTED} none is kept.`);
  const kind: ModelElement['kind'] = path.includes('.') || path.includes('[') ? 'field' : 'entity';
  found.add({
    path, kind, type: cell('type'), many: is('many'), required: is('required'), ...described(cell('description')),
    ...(cell('owner') === '' ? {} : { owner: cell('owner') }), ...(values.length === 0 || values.length > MOST_LISTED ? {} : { values }),
  });
}
