/** Table files that a spreadsheet opens without running what somebody wrote into a ticket. */

/** A cell that begins so may be taken for a formula (OWASP, CSV injection); tab, line breaks and full-width signs included. */
const FORMULA_START = /^[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** RFC 4180 with CRLF and a byte order mark, which spreadsheets need for UTF-8. Numbers stay numbers. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // The apostrophe makes spreadsheets show the text as it is; it stays visible in other programs, which is the price.
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the browser's download. */
export function downloadFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own handle by then; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
