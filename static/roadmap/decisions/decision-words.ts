/** The words on screen about decisions. */

import { MODEL_TICKET, type Claim } from '../../../src/domain/conflict/claim';
import type { Decision, DecisionKind } from '../../../src/domain/conflict/decisions/decision';
import { isDue } from '../../../src/domain/conflict/decisions/decision';
import { whenWords } from '../../../src/domain/conflict/describe-conflict';
import { listWords } from '../../../src/domain/conflict/rules/amount-words';
import { canonOf } from '../../../src/domain/conflict/decisions/apply-decisions';
import { askWords } from '../conflicts/conflict-words';

export const KIND_WORDS: Readonly<Record<DecisionKind, { readonly name: string; readonly means: string }>> = {
  standardise: { name: 'Standardise', means: 'One requirement holds for everybody. What does not go with it is overruled, and the value that gives up is written down.' },
  branch: { name: 'Branch', means: 'Each side gets what it asks for, but in different places. One more representation to keep up, with an end date.' },
  collaborate: { name: 'Collaborate', means: 'The teams find a common answer on a joint ticket, in a set time. Until then their tickets stay held.' },
  'separate ways': { name: 'Go separate ways', means: 'A team takes the element out of the shared model and keeps one of its own. Common reporting on it ends.' },
};

/** What was decided, in one sentence. */
export function decisionSentence(decision: Decision, teamName: (id: string) => string): string {
  switch (decision.kind) {
    case 'standardise': {
      const canon: Claim = canonOf(decision);
      const where = whenWords(canon.when ?? {});
      return `${decision.at.element}: everybody uses ${askWords(canon, teamName)}${where === '' ? '' : ` ${where}`}; ${count(decision.overruled.length, 'requirement is', 'requirements are')} overruled.`;
    }
    case 'branch': return `${decision.at.element}: each side keeps what it asks for, by ${decision.dimension}: ${decision.groups.map((group) => listWords(group.values, 6, 'or')).join(', apart from ')}.`;
    case 'collaborate': return `${decision.at.element}: the teams work it out together on ${decision.joint.key}, in ${count(decision.personDays, 'person-day', 'person-days')}, until ${decision.until}.`;
    case 'separate ways': return `${decision.at.element}: ${listWords(decision.teams.map(teamName), 6)} ${decision.teams.length === 1 ? 'keeps one of its own' : 'keep their own'}, outside the shared model.`;
    default: return decision satisfies never;
  }
}

/** Who makes a requirement: a team, the shared data model, or an earlier decision. */
export function makerWords({ ticket, team }: Pick<Claim, 'ticket' | 'team'>, teamName: (id: string) => string): string {
  if (ticket.id < MODEL_TICKET) return 'what was decided';
  return ticket.id === MODEL_TICKET ? 'the shared model' : teamName(team);
}

export type DecisionStanding = 'in force' | 'reversed' | 'due' | 'look again';

export const STANDING_WORDS: Readonly<Record<DecisionStanding, string>> = {
  'in force': 'In force', reversed: 'Reversed', due: 'Fell due: the conflict is back', 'look again': 'In force, time to look again',
};

/** Where a decision stands on this ISO date. */
export function standingOf(decision: Decision, today: string): DecisionStanding {
  if (decision.reversedOn !== undefined && decision.reversedOn <= today) return 'reversed';
  if (isDue(decision, today)) return 'due';
  return decision.lookAgain !== undefined && decision.lookAgain <= today ? 'look again' : 'in force';
}

function count(number: number, one: string, many: string): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}
