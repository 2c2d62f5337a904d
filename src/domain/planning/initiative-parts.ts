/** Tickets of the demand as parts of initiatives, each with its own worth and effort. Rule: PL32. */

import type { Demand } from '../demand/demand';
import type { InitiativePart } from './initiatives';
import { ticketNumbers, type NumbersBasis } from './ticket-numbers';

/** Worth and effort are means; what is declined or only wants an answer has neither. */
export function initiativeParts(demands: readonly Demand[], basis: NumbersBasis): InitiativePart[] {
  return demands.map((demand) => {
    const { worth, effort } = ticketNumbers(demand, basis);
    const metric = demand.content.value?.metric?.trim();
    return {
      id: demand.ticket.id, key: demand.ticket.key, team: demand.team ?? '',
      ...(demand.answer === undefined ? {} : { answer: demand.answer }),
      ...(worth === undefined ? {} : { worth }),
      ...(effort === undefined ? {} : { effort: effort.mean }),
      ...(demand.initiative === undefined ? {} : { initiative: demand.initiative }),
      ...(metric === undefined || metric === '' ? {} : { metric }),
    };
  });
}

/** Whether it stands for an amount of money and is not declined: what asks whether two tickets claim the same money. Rule: PL40. */
export function claimsMoney({ worth, answer }: Pick<Demand, 'worth' | 'answer'>): boolean {
  return worth.kind === 'range' && answer !== 'declined';
}
