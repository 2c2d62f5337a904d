import { downloadFile, writeCsv } from '../shared/csv';
import { PlainButton } from '../shared/plain-button';
import { withCovers, type Cell, type ExportFile } from './export-file';

interface ExportButtonsProps {
  readonly file: ExportFile;
  /** What the file holds, for screen readers: "shares of themes". */
  readonly what: string;
  /** A header and its rows; made when asked for. */
  readonly rows: () => readonly (readonly Cell[])[];
}

/** A view as files: CSV for spreadsheets, JSON for programs, with the same cells. */
export function ExportButtons({ file: { name, covers }, what, rows }: ExportButtonsProps) {
  const all = (): Cell[][] => withCovers(rows(), covers);
  return (
    <div className="gw-actions">
      <PlainButton look="subtle" onClick={() => downloadFile(`${name}.csv`, 'text/csv', writeCsv(all()))} aria-label={`Export CSV of ${what}`}>Export CSV</PlainButton>
      <PlainButton look="subtle" onClick={() => downloadFile(`${name}.json`, 'application/json', rowsAsJson(all()))} aria-label={`Export JSON of ${what}`}>Export JSON</PlainButton>
    </div>
  );
}

/** One object a row, named by the header; an empty cell is null, for it means "not known". */
export function rowsAsJson([header = [], ...rows]: readonly (readonly Cell[])[]): string {
  const objects = rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at] === '' || row[at] === undefined ? null : row[at]])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}
