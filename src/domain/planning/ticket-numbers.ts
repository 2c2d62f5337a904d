/** Worth and effort of one ticket on its own: in the order the parts of an initiative are one item. Rule: PL32. */

import type { ProjectSettings } from '../context/settings';
import type { Demand } from '../demand/demand';
import { toCandidate, type RankingBasis } from '../ranking/candidate';
import { effortEstimate, UNTRAINED, type LogNormal } from '../ranking/estimate';

export interface NumbersBasis extends RankingBasis {
  readonly settings: Pick<ProjectSettings, 'currency' | 'rates'>;
}

export interface TicketNumbers {
  /** Mean worth a month in the settings' currency, with or without an effort. */
  readonly worth?: number;
  /** Person-weeks. */
  readonly effort?: LogNormal;
}

/** Open, to be built, not declined and no copied draft: what is ordered, summed and planned. A copy would count the same work twice. */
export function isToBeBuilt({ answer, question, standing }: Pick<Demand, 'answer' | 'question' | 'standing'>): boolean {
  return answer !== 'declined' && question !== 'estimate' && standing !== 'copied';
}

/** What is not to be built has neither. */
export function ticketNumbers(demand: Demand, basis: NumbersBasis): TicketNumbers {
  if (!isToBeBuilt(demand)) return {};
  const { ticket: { id, key }, content } = demand;
  const effort = effortEstimate(content.effort, basis.effortCalibration ?? UNTRAINED);
  // Read for its worth alone: an effort of one stands in, because without any the worth would not be looked at.
  const candidate = toCandidate({ id, key, context: { ...content, effort: { low: 1, high: 1 } } }, basis.settings, basis);
  return { ...(candidate.kind === 'comparable' ? { worth: candidate.worth.mean } : {}), ...(effort.kind === 'unknown' ? {} : { effort }) };
}
