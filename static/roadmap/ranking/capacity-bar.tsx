import { medianOf } from '../../../src/domain/ranking/capacity';
import { periodWords, planAgeWords } from '../../../src/domain/planning/plan-age';
import { showCount, showDemand, showEffort, showErrors, showFit, showPercent, showSamplingError } from '../../../src/domain/ranking/show-number';
import { MeasureChart } from '../charts/measure-chart';
import { Picture } from '../charts/picture';
import type { RankingView } from './use-ranking';

/** Demand against capacity as one bar with its uncertainty, the sentence it says, and its numbers as a table. */
export function CapacityBar({ view, locale }: { readonly view: RankingView; readonly locale: string }) {
  const { ranking, simulation, address, today } = view;
  if (ranking === undefined || simulation === undefined) return null;
  const { demandPercent, allFits, withoutEffort, effort } = simulation;
  if (ranking.candidates.length === 0) return null;
  const over = periodWords(address.months, address.planDate, today, locale);
  const age = planAgeWords(address.planDate, today, locale);
  if (ranking.capacity === undefined) {
    return <p data-testid="ranking.fit">The demand is {showEffort({ low: effort.p5, high: effort.p95 }, locale)}{withoutEffort > 0 ? `, ${showCount(withoutEffort, 'ticket', locale)} without effort not included` : ''}. No capacity is set, so there is no percentage and no cut line. Set it below, or move the line to try one.</p>;
  }
  if (ranking.capacity.low <= 0 && ranking.capacity.high > 0) {
    return <p data-testid="ranking.fit">The capacity starts at zero: what is the least that there is? Until somebody says it, nobody can say what fits. The demand is {showEffort({ low: effort.p5, high: effort.p95 }, locale)}.</p>;
  }
  if (demandPercent === undefined || medianOf(ranking.capacity) <= 0) {
    return <p data-testid="ranking.fit">There is no capacity in {over}: nothing fits. The demand is {showEffort({ low: effort.p5, high: effort.p95 }, locale)}.</p>;
  }
  const effortOf = (low: number, high: number): string => showEffort({ low, high }, locale);
  const { low, high } = ranking.capacity;
  const row = (name: string, values: readonly number[], show: (value: number) => string): string[] => [name, ...values.map(show)];
  return (
    <>
      {age !== undefined && <p className="gr-mark" data-testid="ranking.age">{age}</p>}
      <Picture
        label="Demand against capacity" testId="ranking.fit"
        sentence={`For ${over}, the demand is ${showDemand(demandPercent, withoutEffort, locale)}. ${showFit(simulation, locale)}.`}
        draw={(width) => (
          <MeasureChart
            width={width} sure={demandPercent.p5} middle={demandPercent.p50} upTo={demandPercent.p95} show={(value) => showPercent(value, locale)}
            against={{ at: 100, name: `capacity: ${effortOf(low, high)}` }}
          />
        )}
        legend={[{ words: 'Percent of capacity' }, { look: 'plain', words: 'asked for in 19 of 20 cases' }, { look: 'maybe', words: 'up to here in 19 of 20 cases' }, { look: 'middle', words: 'middle' }]}
        numbers={{
          columns: ['What', '5 of 100 times below', 'middle', '5 of 100 times above'],
          rows: [
            row('Demand in percent of capacity', [demandPercent.p5, demandPercent.p50, demandPercent.p95], (value) => showPercent(value, locale)),
            row('Effort asked for', [effort.p5, effort.p50, effort.p95], (value) => effortOf(value, value)),
            row('Capacity, less what is kept for interrupts', [low, medianOf(ranking.capacity), high], (value) => effortOf(value, value)),
          ],
          note: `${allFits === undefined ? '' : `Error of the chance: ${showSamplingError(allFits, locale)}. `}Errors of the percentages: ${showErrors(demandPercent.error, (value) => showPercent(value, locale))}.`,
        }}
      />
    </>
  );
}
