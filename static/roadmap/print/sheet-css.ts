/**
 * The look of a printed sheet, as text: it stands in the page and in the file that can be downloaded. Paper is white in every
 * theme, so these are fixed colours, not tokens; black on white and one blue that prints as dark grey.
 */
export const SHEET_CSS = `
.sheet { box-sizing: border-box; max-width: 190mm; background: #ffffff; color: #1d2125; font: 10.5pt/1.35 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.sheet h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 2mm; color: #1d2125; }
.sheet h2 { font-size: 11.5pt; line-height: 1.25; margin: 4mm 0 1.5mm; color: #1d2125; }
.sheet p { margin: 0 0 1.5mm; }
.sheet .sheet-big { font-size: 13pt; font-weight: 600; }
.sheet .sheet-quiet { color: #44546f; font-size: 9pt; }
.sheet table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 2mm; font-size: 9pt; font-variant-numeric: tabular-nums; }
.sheet th, .sheet td { text-align: start; padding: 0.9mm 2.5mm 0.9mm 0; border-bottom: 0.3mm solid #c1c7d0; vertical-align: top; font-weight: 400; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.sheet tr > :nth-child(1) { width: 46%; }
.sheet thead th { font-weight: 600; }
.sheet .sheet-bar { position: relative; height: 6mm; margin: 2mm 0 6mm; border: 0.3mm solid #44546f; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.sheet .sheet-bar i { position: absolute; top: 0; bottom: 0; }
.sheet .sheet-sure { left: 0; background: #0c66e4; }
.sheet .sheet-range { background: repeating-linear-gradient(45deg, #44546f 0 0.4mm, #ffffff 0.4mm 1.4mm); }
.sheet .sheet-line { width: 0.6mm; background: #1d2125; top: -1mm !important; bottom: -1mm !important; }
.sheet .sheet-caption { position: absolute; top: 100%; margin-top: 1mm; font-size: 8.5pt; color: #1d2125; white-space: nowrap; }
`;

/** For the file on its own: margins that fit A4 and Letter alike; the browser's own page size is kept. */
export const SHEET_PAGE_CSS = `
@page { margin: 13mm; }
body { margin: 0; padding: 6mm; background: #ffffff; }
@media print { body { padding: 0; } }
`;
