import type { Demand } from '../../../src/domain/demand/demand';
import { percentileOf, scaled } from '../../../src/domain/ranking/estimate';
import { toCandidate } from '../../../src/domain/ranking/candidate';
import { NOT_COMPARABLE_SENTENCES } from '../../../src/domain/ranking/ranking-words';
import { showMoneyIfReached } from '../../../src/domain/ranking/show-number';
import { timesEarned, WEEKS_A_MONTH } from '../../../src/domain/ranking/worth-over-time';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';

interface OwnWorthProps {
  readonly demand: Demand;
  readonly view: RankingView;
  readonly page: SubpageProps;
  /** Months from the plan's date at which it would start. */
  readonly start: number;
  /** Person-weeks. */
  readonly effort: number;
}

/** What the interrupt itself brings at that place, in the same unit as what it displaces. */
export function OwnWorth({ demand, view, page, start, effort }: OwnWorthProps) {
  const { ranking, address, calibrations } = view;
  const { settings } = page.demand;
  // Its effort is what was typed; the worth alone is read here, so a ticket without an estimate is no reason to say nothing.
  const candidate = toCandidate({ id: demand.ticket.id, key: demand.ticket.key, context: { ...demand.content, effort: { low: effort, high: effort } } }, settings, {
    planDate: address.planDate, worthCalibration: calibrations.worth, effortCalibration: calibrations.effort,
  });
  const perWeek = ranking?.perWeek ?? 0;
  if (candidate.kind === 'not-comparable') {
    return <p data-testid="interrupts.own"><strong>Its own worth:</strong> {demand.question === 'estimate' && candidate.why === 'no-worth' ? 'an answer, no money. It is priced by the time it is given.' : NOT_COMPARABLE_SENTENCES[candidate.why]}</p>;
  }
  const end = start + effort / perWeek / WEEKS_A_MONTH;
  const times = timesEarned(candidate.time, end);
  if (times <= 0) return <p data-testid="interrupts.own"><strong>Its own worth:</strong> nothing any more if it is done then: its time is over.</p>;
  const own = scaled(candidate.amount, times);
  const amounts = { p5: percentileOf(own, 0.05), p50: percentileOf(own, 0.5), p95: percentileOf(own, 0.95) };
  return <p data-testid="interrupts.own"><strong>Its own worth:</strong> {showMoneyIfReached(amounts, settings.currency, page.facts.locale)}.</p>;
}
