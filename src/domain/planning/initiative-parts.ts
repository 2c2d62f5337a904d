/** Tickets of the demand as parts of initiatives, with what the ranking knows about them. Rule: PL32. */

import type { Demand } from '../demand/demand';
import type { Candidate } from '../ranking/candidate';
import type { InitiativePart } from './initiatives';

/** Worth and effort are the ranking's means; what is declined or only wants an answer has neither. */
export function initiativeParts(demands: readonly Demand[], candidates: readonly Candidate[]): InitiativePart[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return demands.map((demand) => {
    const candidate = byId.get(demand.ticket.id);
    const metric = demand.content.value?.metric?.trim();
    return {
      id: demand.ticket.id, key: demand.ticket.key, team: demand.team ?? '',
      ...(demand.answer === undefined ? {} : { answer: demand.answer }),
      ...(candidate?.kind === 'comparable' ? { worth: candidate.worth.mean } : {}),
      ...(candidate?.effort === undefined ? {} : { effort: candidate.effort.mean }),
      ...(demand.initiative === undefined ? {} : { initiative: demand.initiative }),
      ...(metric === undefined || metric === '' ? {} : { metric }),
    };
  });
}

/** Whether it stands for an amount of money and is not declined: what asks whether two tickets claim the same money. Rule: PL40. */
export function claimsMoney({ worth, answer }: Pick<Demand, 'worth' | 'answer'>): boolean {
  return worth.kind === 'range' && answer !== 'declined';
}
