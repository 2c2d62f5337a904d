import { readStoredContext } from '../../contract/record';
import type { Claim } from '../../domain/conflict/claim';
import { askWords } from '../../domain/conflict/ask-words';
import { canonOf } from '../../domain/conflict/decisions/apply-decisions';
import type { Decision, DecisionStep } from '../../domain/conflict/decisions/decision';
import { whenWords } from '../../domain/conflict/describe-conflict';
import type { SeenTicket } from './ports';

/** What a comment on a decision calls things. */
export interface DecisionNames {
  /** Key of the infrastructure project. */
  readonly project: string;
  readonly team: (id: string) => string;
}

/** What a step of a decision changes for this ticket, and why. Nothing of any other ticket is said: who reads this may not be allowed to see it. */
export function decisionWords(decision: Decision, step: DecisionStep, names: DecisionNames, ticket: SeenTicket): readonly string[] {
  const { element } = decision.at;
  const head = `Decision ${decision.number} of the administrators of ${names.project} on ${element}.`;
  switch (step) {
    case 'made': {
      const until = decision.until === undefined ? '' : ` This holds until ${decision.until}.`;
      return [head, `${changeFor(decision, names, ticket)}${until}`, `Reason: ${decision.why}`, 'What is written in the product context of this ticket stays as it is. A decision can be reversed.'];
    }
    case 'reversed': return [
      `${head} It was reversed on ${decision.reversedOn ?? ''}.`, `What this ticket requires of ${element} counts again as it is written here.`, `Reason: ${decision.reversedWhy ?? ''}`,
    ];
    case 'confirmed': return [`${head} It was looked at again on ${decision.confirmedOn ?? ''} and stands.`, ...(decision.until === undefined ? [] : [`It holds until ${decision.until}.`])];
    default: {
      const never: never = step;
      return never;
    }
  }
}

function changeFor(decision: Decision, names: DecisionNames, ticket: SeenTicket): string {
  const { element } = decision.at;
  const own = (keys: readonly string[]) => keys.some((key) => key.startsWith(`${ticket.id}/`));
  switch (decision.kind) {
    case 'standardise': {
      const canon: Claim = canonOf(decision);
      const where = whenWords(canon.when ?? {});
      const rule = `One rule now holds for every team that uses ${element}: ${askWords(canon, names.team)}${where === '' ? '' : `, ${where}`}.`;
      return own(decision.overruled) ? `${rule} It overrules what this ticket requires there.` : rule;
    }
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
