import { medianOf } from '../../../src/domain/ranking/capacity';
import { showCount, showDemand, showEffort, showFit, showPercent, showSamplingError } from '../../../src/domain/ranking/show-number';
import type { RankingView } from './use-ranking';

/** Demand against capacity as one bar with its uncertainty, the sentence it says, and its numbers as a table. */
export function CapacityBar({ view, locale }: { readonly view: RankingView; readonly locale: string }) {
  const { ranking, simulation, address } = view;
  if (ranking === undefined || simulation === undefined) return null;
  const { demandPercent, allFits, withoutEffort, effort } = simulation;
  if (ranking.candidates.length === 0) return null;
  const over = `the next ${showCount(address.months, 'month', locale)}`;
  if (ranking.capacity === undefined) {
    return <p data-testid="ranking.fit">The demand is {showEffort({ low: effort.p5, high: effort.p95 }, locale)}{withoutEffort > 0 ? `, ${showCount(withoutEffort, 'ticket', locale)} without effort not included` : ''}. No capacity is set, so there is no percentage and no cut line. Set it below, or move the line to try one.</p>;
  }
  if (demandPercent === undefined || medianOf(ranking.capacity) <= 0) {
    return <p data-testid="ranking.fit">There is no capacity in {over}: nothing fits. The demand is {showEffort({ low: effort.p5, high: effort.p95 }, locale)}.</p>;
  }
  const most = Math.max(150, demandPercent.p95 * 1.05);
  const at = (percent: number): string => `${((100 * percent) / most).toFixed(2)}%`;
  return (
    <section className="gr-rk-fit" aria-label="Demand against capacity">
      <p data-testid="ranking.fit">For {over}, the demand is {showDemand(demandPercent, withoutEffort, locale)}. {showFit(allFits, withoutEffort, locale)}.</p>
      <div className="gr-rk-fit-bar" aria-hidden="true">
        <span className="gr-rk-fit-sure" style={{ width: at(Math.min(demandPercent.p5, 100)) }} />
        {demandPercent.p5 > 100 && <span className="gr-rk-fit-over" style={{ left: at(100), width: at(demandPercent.p5 - 100) }} />}
        <span className="gr-rk-fit-range" style={{ left: at(demandPercent.p5), width: at(demandPercent.p95 - demandPercent.p5) }} />
        <span className="gr-rk-fit-middle" style={{ left: at(demandPercent.p50) }} />
        <span className="gr-rk-fit-capacity" style={{ left: at(100) }}><i>capacity</i></span>
      </div>
      <details>
        <summary className="gw-focus">The numbers of this bar</summary>
        <div className="gr-scroll-x">
          <table className="gr-plain-table">
            <thead><tr><th scope="col">What</th><th scope="col">5 of 100 times below</th><th scope="col">middle</th><th scope="col">5 of 100 times above</th></tr></thead>
            <tbody>
              <tr><th scope="row">Demand in percent of capacity</th><td>{showPercent(demandPercent.p5, locale)}</td><td>{showPercent(demandPercent.p50, locale)}</td><td>{showPercent(demandPercent.p95, locale)}</td></tr>
              <tr><th scope="row">Effort asked for</th><td>{showEffort({ low: effort.p5, high: effort.p5 }, locale)}</td><td>{showEffort({ low: effort.p50, high: effort.p50 }, locale)}</td><td>{showEffort({ low: effort.p95, high: effort.p95 }, locale)}</td></tr>
              <tr><th scope="row">Capacity, less what is kept for interrupts</th><td>{showEffort({ low: ranking.capacity.low, high: ranking.capacity.low }, locale)}</td><td>{showEffort({ low: medianOf(ranking.capacity), high: medianOf(ranking.capacity) }, locale)}</td><td>{showEffort({ low: ranking.capacity.high, high: ranking.capacity.high }, locale)}</td></tr>
            </tbody>
          </table>
        </div>
        {allFits !== undefined && <p className="gw-quiet">Error of the chance: {showSamplingError(allFits, locale)}.</p>}
      </details>
    </section>
  );
}
