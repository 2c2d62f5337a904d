/** Which sheet the address asks for, above the page that it was opened from. */

const SHEETS = ['staffing', 'plan'] as const;
export type SheetName = (typeof SHEETS)[number];

export function sheetOf(search: URLSearchParams): SheetName | undefined {
  return SHEETS.find((sheet) => sheet === search.get('sheet'));
}

export function withSheet(search: URLSearchParams, sheet: SheetName): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('sheet', sheet);
  return next;
}
