import { readStoredContext } from '../../contract/record';
import type { Decision } from '../../domain/conflict/decisions/decision';
import type { SeenTicket } from './ports';

/** What a decision changes for this ticket. Nothing of any other ticket is said: who reads this may not be allowed to see it. */
export function decisionWords(decision: Decision, project: string, ticket: SeenTicket): readonly string[] {
  const { element } = decision.at;
  const head = `Decision ${decision.number} of the administrators of ${project} on ${element}.`;
  if (decision.reversedOn !== undefined) return [`${head} It was reversed on ${decision.reversedOn}.`, `What this ticket requires of ${element} counts again as it is written here.`];
  const until = decision.until === undefined ? '' : ` This holds until ${decision.until}.`;
  return [head, `${changeFor(decision, ticket)}${until}`, 'What is written in the product context of this ticket stays as it is. A decision can be reversed.'];
}

function changeFor(decision: Decision, ticket: SeenTicket): string {
  const { element } = decision.at;
  const own = (keys: readonly string[]) => keys.some((key) => key.startsWith(`${ticket.id}/`));
  switch (decision.kind) {
    case 'standardise': return own(decision.overruled)
      ? `One rule now holds for every team, and it overrules what this ticket requires there.`
      : `One rule now holds for every team that uses ${element}.`;
    case 'branch': {
      const values = decision.groups.filter(({ claims }) => own(claims)).flatMap((group) => group.values);
      return `What this ticket requires of ${element} now applies only where ${decision.dimension} is ${[...new Set(values)].join(' or ')}.`;
    }
    case 'collaborate': return ticket.id === String(decision.joint.id)
      ? `This ticket is where one solution for ${element} is worked out.`
      : `One solution for ${element} is being worked out together, and this ticket waits for it.`;
    case 'separate ways': return decision.teams.includes(teamOf(ticket))
      ? `The team of this ticket keeps its own ${element}, outside the shared data model.`
      : `Some teams now keep their own ${element}; for this ticket it stays shared.`;
    default: {
      const never: never = decision;
      return never;
    }
  }
}

function teamOf({ context }: SeenTicket): string {
  const read = readStoredContext(context);
  return read.state === 'read' ? (read.record.team ?? '') : '';
}
