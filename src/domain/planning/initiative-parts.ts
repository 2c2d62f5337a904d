/** Tickets of the demand as parts of initiatives, each with its own worth and effort. Rule: PL32. */

import type { Demand } from '../demand/demand';
import type { InitiativePart, MetricClaim } from './initiatives';
import { ticketNumbers, type NumbersBasis } from './ticket-numbers';

/** Worth and effort are its own; what is declined or only wants an answer has neither. */
export function initiativeParts(demands: readonly Demand[], basis: NumbersBasis): InitiativePart[] {
  return demands.map((demand) => {
    const { worth, effort } = ticketNumbers(demand, basis);
    return {
      id: demand.ticket.id, key: demand.ticket.key, team: demand.team ?? '',
      ...(demand.answer === undefined ? {} : { answer: demand.answer }),
      ...(worth === undefined ? {} : { worth }),
      ...(effort === undefined ? {} : { effort }),
      ...(demand.initiative === undefined ? {} : { initiative: demand.initiative }),
    };
  });
}

/** The tickets that are parts of an initiative, and the initiatives' own: most belong to none, and their numbers are not needed. */
export function inInitiatives(demands: readonly Demand[]): Demand[] {
  const named = new Set(demands.flatMap(({ initiative }) => initiative ?? []));
  return demands.filter(({ initiative, ticket }) => initiative !== undefined || named.has(ticket.key));
}

/** Those that stand for an amount of money and are not declined: what asks whether two tickets claim the same money. Rule: PL40. */
export function metricClaims(demands: readonly Demand[]): MetricClaim[] {
  return demands.filter(({ worth, answer }) => worth.kind === 'range' && answer !== 'declined').map(({ ticket, initiative, content }) => {
    const metric = content.value?.metric;
    return { key: ticket.key, ...(initiative === undefined ? {} : { initiative }), ...(metric === undefined ? {} : { metric }) };
  });
}
