import type { Claim } from '../../../src/domain/conflict/claim';
import type { Decision } from '../../../src/domain/conflict/decisions/decision';
import { formatWorth } from '../../../src/domain/context/format-range';
import type { ClaimingTicketFacts } from '../conflicts/gather-claims';

/** What a decision costs, in words, one line each; as far as this viewer may see the tickets. */
export function priceOf(
  decision: Decision, claims: ReadonlyMap<string, Claim>, tickets: ReadonlyMap<number, ClaimingTicketFacts>, teamName: (id: string) => string, locale: string,
): readonly string[] {
  switch (decision.kind) {
    case 'standardise': return givenUp(decision.overruled, claims, tickets, teamName, locale);
    case 'branch': return [`${String(decision.groups.length)} variants to keep up instead of one`];
    case 'collaborate': return [`${String(decision.personDays)} person-${decision.personDays === 1 ? 'day' : 'days'} of work together`];
    case 'separate ways': return [`${decision.teams.length === 1 ? 'One more representation' : `${String(decision.teams.length)} more representations`} to keep up, and no common reporting`];
    default: return decision satisfies never;
  }
}

function givenUp(
  overruled: readonly string[], claims: ReadonlyMap<string, Claim>, tickets: ReadonlyMap<number, ClaimingTicketFacts>, teamName: (id: string) => string, locale: string,
): readonly string[] {
  const found = overruled.flatMap((key) => claims.get(key) ?? []);
  const perTicket = [...new Map(found.map((claim) => [claim.ticket.id, claim])).values()];
  const lines = perTicket.map((claim) => {
    const worth = tickets.get(claim.ticket.id)?.value?.worth;
    return `${teamName(claim.team)} gives up what hangs on ${claim.ticket.key} (${worth === undefined ? 'worth not stated' : formatWorth(worth, locale)})`;
  });
  const gone = overruled.length - found.length;
  return gone === 0 ? lines : [...lines, `${String(gone)} overruled ${gone === 1 ? 'requirement is' : 'requirements are'} no longer there, or on tickets you cannot see`];
}
