import type { ProjectSettings } from '../../../src/domain/context/settings';
import type { Demand } from '../../../src/domain/demand/demand';
import { percentileOf, scaled } from '../../../src/domain/ranking/estimate';
import { toCandidate } from '../../../src/domain/ranking/candidate';
import { NOT_COMPARABLE_SENTENCES } from '../../../src/domain/ranking/ranking-words';
import type { Percentiles } from '../../../src/domain/ranking/simulate';
import { timesEarned, WEEKS_A_MONTH } from '../../../src/domain/ranking/worth-over-time';
import type { RankingView } from '../ranking/use-ranking';

interface OwnWorthQuestion {
  readonly demand: Demand;
  readonly view: RankingView;
  readonly settings: ProjectSettings;
  /** Months from the plan's date at which it would start. */
  readonly start: number;
  /** Person-weeks. */
  readonly effort: number;
}

/** What the interrupt itself brings: money over the horizon, or why no money stands for it. */
export type OwnWorth = { readonly kind: 'money'; readonly amounts: Pick<Percentiles, 'p5' | 'p50' | 'p95'> } | { readonly kind: 'words'; readonly words: string };

/** Its worth at that place, in the same unit as what it displaces. Its effort is what was typed; the worth alone is read here. */
export function ownWorth({ demand, view, settings, start, effort }: OwnWorthQuestion): OwnWorth {
  const { ranking, address, calibrations } = view;
  const candidate = toCandidate({ id: demand.ticket.id, key: demand.ticket.key, context: { ...demand.content, effort: { low: effort, high: effort } } }, settings, {
    planDate: address.planDate, worthCalibration: calibrations.worth, effortCalibration: calibrations.effort,
  });
  if (candidate.kind === 'not-comparable') {
    return { kind: 'words', words: demand.question === 'estimate' && candidate.why === 'no-worth' ? 'an answer, no money. It is priced by the time it is given.' : NOT_COMPARABLE_SENTENCES[candidate.why] };
  }
  const end = start + effort / (ranking?.perWeek ?? 0) / WEEKS_A_MONTH;
  const times = timesEarned(candidate.time, end);
  if (times <= 0) return { kind: 'words', words: 'nothing any more if it is done then: its time is over.' };
  const own = scaled(candidate.amount, times);
  return { kind: 'money', amounts: { p5: percentileOf(own, 0.05), p50: percentileOf(own, 0.5), p95: percentileOf(own, 0.95) } };
}
