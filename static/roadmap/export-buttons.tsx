import { downloadFile, writeCsv } from '../shared/csv';
import { PlainButton } from '../shared/plain-button';

export type Cell = string | number;

interface ExportButtonsProps {
  /** Begins the file's name: "strategy-BUYER-2026-11-22". */
  readonly name: string;
  /** What the file holds, for screen readers: "shares of themes". */
  readonly what: string;
  /** A header and its rows; made when asked for. */
  readonly rows: () => readonly (readonly Cell[])[];
}

/** A view as files: CSV for spreadsheets, JSON for programs, with the same cells. */
export function ExportButtons({ name, what, rows }: ExportButtonsProps) {
  return (
    <div className="gw-actions">
      <PlainButton look="subtle" onClick={() => downloadFile(`${name}.csv`, 'text/csv', writeCsv(rows()))} aria-label={`Export CSV of ${what}`}>Export CSV</PlainButton>
      <PlainButton look="subtle" onClick={() => downloadFile(`${name}.json`, 'application/json', rowsAsJson(rows()))} aria-label={`Export JSON of ${what}`}>Export JSON</PlainButton>
    </div>
  );
}

/** One object a row, named by the header; an empty cell is null, for it means "not known". */
export function rowsAsJson([header = [], ...rows]: readonly (readonly Cell[])[]): string {
  const objects = rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at] === '' || row[at] === undefined ? null : row[at]])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}
