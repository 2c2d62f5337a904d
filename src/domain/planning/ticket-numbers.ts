/** Worth and effort of one ticket on its own: in the order the parts of an initiative are one item. Rule: PL32. */

import type { ProjectSettings } from '../context/settings';
import type { Demand } from '../demand/demand';
import { worthAlone, type RankingBasis } from '../ranking/candidate';
import { keysOfWholes } from '../ranking/initiative-groups';
import { mustOf } from '../ranking/must';
import { knownEffort, UNTRAINED, type LogNormal, type Normal } from '../ranking/estimate';

export interface NumbersBasis extends RankingBasis {
  readonly settings: Pick<ProjectSettings, 'currency' | 'rates'>;
}

export interface TicketNumbers {
  /** Worth a month in the settings' currency, with or without an effort. */
  readonly worth?: LogNormal | Normal;
  /** Person-weeks. */
  readonly effort?: LogNormal;
}

/** Open, to be built, not declined and no copied draft: what is ordered, summed and planned. A copy would count the same work twice. */
export function isToBeBuilt({ answer, question, standing }: Pick<Demand, 'answer' | 'question' | 'standing'>): boolean {
  return answer !== 'declined' && question !== 'estimate' && standing !== 'copied';
}

/** Keys of tickets that are the sum of their parts, as the order folds them: a must stays by itself. */
export function keysOfInitiatives(demands: readonly Demand[]): ReadonlySet<string> {
  return keysOfWholes(demands.filter(({ content }) => mustOf(content) === undefined)
    .map(({ ticket: { key }, initiative }) => ({ key, ...(initiative === undefined ? {} : { initiative }) })));
}

/** What is not to be built has neither. */
export function ticketNumbers(demand: Demand, basis: NumbersBasis): TicketNumbers {
  if (!isToBeBuilt(demand)) return {};
  const { ticket: { id, key }, content } = demand;
  const effort = knownEffort(content.effort, basis.effortCalibration ?? UNTRAINED);
  const candidate = worthAlone({ id, key, context: content }, basis.settings, basis);
  return { ...(candidate.kind === 'comparable' ? { worth: candidate.worth } : {}), ...(effort === undefined ? {} : { effort }) };
}
