import { showPercent } from '../../../src/domain/ranking/show-number';
import type { Percentiles } from '../../../src/domain/ranking/simulate';

/** Of the drawing, in its own units; it is as wide as the paper. */
const [WIDTH, HEIGHT, TOP, BOTTOM] = [600, 62, 16, 42];
/** A caption near the right end stands to the left of its line. */
const TO_THE_LEFT = 0.7;
/** What the caption of the demand takes to each side at most. */
const HALF_A_CAPTION = 170;

/** Demand against capacity on paper: dark is what is asked for at least, hatched how far it may reach, with its middle. */
export function SheetBar({ percent, locale }: { readonly percent: Percentiles; readonly locale: string }) {
  const most = Math.max(150, percent.p95 * 1.05);
  const x = (value: number): number => Math.round((10 * WIDTH * Math.min(value, most)) / most) / 10;
  const words = `Demand ${showPercent(percent.p5, locale)} to ${showPercent(percent.p95, locale)} of capacity, middle ${showPercent(percent.p50, locale)}`;
  const side = (at: number) => (at > TO_THE_LEFT * WIDTH ? { x: at - 4, textAnchor: 'end' as const } : { x: at + 4 });
  return (
    <svg className="sheet-bar" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={words}>
      <defs><pattern id="sheet-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#ffffff" /><rect width="1.6" height="5" fill="#44546f" /></pattern></defs>
      <rect x="0" y={TOP} width={x(percent.p5)} height={BOTTOM - TOP} fill="#0c66e4" />
      <rect x={x(percent.p5)} y={TOP} width={x(percent.p95) - x(percent.p5)} height={BOTTOM - TOP} fill="url(#sheet-hatch)" stroke="#44546f" />
      <line x1={x(percent.p50)} x2={x(percent.p50)} y1={TOP - 3} y2={BOTTOM + 3} stroke="#ae2e24" strokeWidth="2.5" />
      <line x1={x(100)} x2={x(100)} y1="2" y2={BOTTOM + 3} stroke="#1d2125" strokeWidth="2.5" />
      <text {...side(x(100))} y="11">capacity</text>
      <text x={Math.min(Math.max(x(percent.p50), HALF_A_CAPTION), WIDTH - HALF_A_CAPTION)} textAnchor="middle" y={HEIGHT - 4}>demand {showPercent(percent.p5, locale)} to {showPercent(percent.p95, locale)}, middle {showPercent(percent.p50, locale)}</text>
    </svg>
  );
}
