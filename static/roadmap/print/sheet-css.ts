/**
 * The look of a printed sheet, as text: it stands in the page and in the file that can be downloaded. Paper is white in every
 * theme, so these are fixed colours, not tokens; black on white and one blue that prints as dark grey. Cells wrap, also within a
 * word without end: on paper nothing can be scrolled or hovered.
 */
export const SHEET_CSS = `
.sheet { box-sizing: border-box; max-width: 190mm; background: #ffffff; color: #1d2125; font: 10.5pt/1.35 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.sheet h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 2mm; color: #1d2125; }
.sheet h2 { font-size: 11.5pt; line-height: 1.25; margin: 3mm 0 1mm; color: #1d2125; }
.sheet p { margin: 0 0 1.5mm; }
.sheet .sheet-big { font-size: 13pt; font-weight: 600; }
.sheet .sheet-quiet { color: #44546f; font-size: 9pt; }
.sheet table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 2mm; font-size: 9pt; line-height: 1.25; font-variant-numeric: tabular-nums; }
.sheet th, .sheet td { box-sizing: border-box; text-align: start; padding: 0.7mm 2mm 0.7mm 0; border-bottom: 0.3mm solid #c1c7d0; vertical-align: top; font-weight: 400; }
.sheet thead th { font-weight: 600; vertical-align: bottom; }
.sheet .sheet-wide { width: 33%; }
.sheet .sheet-wider { width: 44%; }
.sheet .sheet-name { width: 19%; }
.sheet .sheet-weeks { width: 12%; }
.sheet .sheet-calendar { width: 11%; }
.sheet .sheet-money { width: 15%; }
.sheet .sheet-cut td { border-bottom: 0.6mm solid #1d2125; font-weight: 600; }
.sheet svg { display: block; width: 100%; height: auto; }
.sheet svg text { font: 600 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1d2125; }
.sheet .sheet-span { margin-top: 0.5mm; }
`;

/** For the file on its own: margins that fit A4 and Letter alike; the browser's own page size is kept. */
export const SHEET_PAGE_CSS = `
@page { margin: 13mm; }
body { margin: 0; padding: 6mm; background: #ffffff; }
@media print { body { padding: 0; } }
`;
