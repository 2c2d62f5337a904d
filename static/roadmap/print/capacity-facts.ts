import { showDemand, showEffort, showFit } from '../../../src/domain/ranking/show-number';
import type { RankingView } from '../ranking/use-ranking';

/** Demand against capacity as sentences, for paper and clipboard. */
export function capacityFacts({ ranking, simulation, address }: RankingView, locale: string): string[] {
  if (ranking === undefined || simulation === undefined) return [];
  const { effort, demandPercent, allFits, withoutEffort } = simulation;
  if (ranking.capacity === undefined) return [`The demand is ${showEffort({ low: effort.p5, high: effort.p95 }, locale)}. No capacity is set, so it has no percentage.`];
  if (demandPercent === undefined) return ['There is no capacity: nothing fits.'];
  const over = address.months === 1 ? 'the next month' : `the next ${address.months.toLocaleString(locale)} months`;
  return [`For ${over}, the demand is ${showDemand(demandPercent, withoutEffort, locale)}.`, `${showFit(allFits, withoutEffort, locale)}.`];
}
