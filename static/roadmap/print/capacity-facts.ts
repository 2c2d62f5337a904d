import { periodWords, planAgeWords } from '../../../src/domain/planning/plan-age';
import { showDemand, showEffort, showFit } from '../../../src/domain/ranking/show-number';
import type { RankingView } from '../ranking/use-ranking';

/** Demand against capacity as sentences, for paper and clipboard. */
export function capacityFacts({ ranking, simulation, address, today }: RankingView, locale: string): string[] {
  if (ranking === undefined || simulation === undefined) return [];
  const { effort, demandPercent, withoutEffort } = simulation;
  const age = planAgeWords(address.planDate, today, locale);
  if (ranking.capacity === undefined) return [`The demand is ${showEffort({ low: effort.p5, high: effort.p95 }, locale)}. No capacity is set, so it has no percentage.`];
  if (ranking.capacity.low <= 0 && ranking.capacity.high > 0) return ['The capacity starts at zero, so nobody can say what fits.'];
  if (demandPercent === undefined) return ['There is no capacity: nothing fits.'];
  const over = periodWords(address.months, address.planDate, today, locale);
  return [...(age === undefined ? [] : [age]), `For ${over}, the demand is ${showDemand(demandPercent, withoutEffort, locale)}.`, `${showFit(simulation, locale)}.`];
}
