import { showPercent } from '../../../src/domain/ranking/show-number';
import type { Percentiles } from '../../../src/domain/ranking/simulate';

/** Demand against capacity on paper: blue is what is asked for at least, hatched how far it may reach, the line is the capacity. */
export function SheetBar({ percent, locale }: { readonly percent: Percentiles; readonly locale: string }) {
  const most = Math.max(150, percent.p95 * 1.05);
  const at = (value: number): string => `${((100 * value) / most).toFixed(2)}%`;
  const fromRight = percent.p5 / most > 0.6;
  return (
    <div className="sheet-bar" role="img" aria-label={`Demand ${showPercent(percent.p5, locale)} to ${showPercent(percent.p95, locale)} of capacity`}>
      <i className="sheet-sure" style={{ width: at(percent.p5) }} />
      <i className="sheet-range" style={{ left: at(percent.p5), width: at(percent.p95 - percent.p5) }} />
      <i className="sheet-line" style={{ left: at(100) }} />
      <span className="sheet-caption" style={{ left: at(100) }}>capacity</span>
      <span className="sheet-caption" style={fromRight ? { right: 0 } : { left: at(Math.max(percent.p50, 130)) }}>demand {showPercent(percent.p5, locale)} to {showPercent(percent.p95, locale)}</span>
    </div>
  );
}
