/** Of the drawing, in its own units; it is as wide as its cell. */
const [WIDTH, HEIGHT] = [120, 12];

interface SheetSpanProps {
  /** Months from the date that the plan counts from. */
  readonly start: number;
  readonly end: number;
  /** Where the months that are planned end: a line in each row. */
  readonly until: number;
  /** The right edge; what reaches further is drawn up to it. */
  readonly last: number;
  readonly isLate: boolean;
}

/** One row of the queue on the calendar that all rows of a sheet share. */
export function SheetSpan({ start, end, until, last, isLate }: SheetSpanProps) {
  const x = (months: number): number => Math.round((10 * WIDTH * Math.min(months, last)) / last) / 10;
  return (
    <svg className="sheet-span" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} aria-hidden="true">
      <rect x={Math.min(x(start), WIDTH - 3)} y="2" width={Math.max(3, x(end) - x(start))} height="8" fill={isLate ? '#ae2e24' : end <= until ? '#0c66e4' : '#8590a2'} />
      <line x1={x(until)} x2={x(until)} y1="0" y2={HEIGHT} stroke="#1d2125" strokeWidth="1.5" />
    </svg>
  );
}
