import { formatWorth } from '../../../src/domain/context/format-range';
import type { Decision, DecisionPrice } from '../../../src/domain/conflict/decisions/decision';

/** What a decision costs, in words, one line each, as it was known when it was made. */
export function priceOf(decision: Decision, teamName: (id: string) => string, locale: string): readonly string[] {
  switch (decision.kind) {
    case 'standardise': return decision.price === undefined ? [] : decision.price.givenUp.map((part) => givenUp(part, teamName, locale));
    case 'branch': return [`${String(decision.groups.length)} variants to keep up instead of one`];
    case 'collaborate': return [`${String(decision.personDays)} person-${decision.personDays === 1 ? 'day' : 'days'} of work together`];
    case 'separate ways': return [`${decision.teams.length === 1 ? 'One more representation' : `${String(decision.teams.length)} more representations`} to keep up, and no common reporting`];
    default: return decision satisfies never;
  }
}

function givenUp({ team, worths, unstated }: DecisionPrice['givenUp'][number], teamName: (id: string) => string, locale: string): string {
  const stated = worths.map((worth) => formatWorth(worth, locale));
  const words = [...stated, ...(unstated === 0 ? [] : [unstated === 1 && stated.length === 0 ? 'worth not stated' : `${String(unstated)} without a stated worth`])];
  const tickets = worths.length + unstated;
  return `${teamName(team)} gives up what hangs on ${tickets === 1 ? '1 ticket' : `${String(tickets)} tickets`} (${words.join(', ')})`;
}
