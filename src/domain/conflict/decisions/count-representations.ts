/** How many representations of an element there are: doing what each group asks is how models rot. */

import type { Place } from '../conflict';
import { isInForce, type Decision } from './decision';

/** 1, and one more for each further branch and each team that went its own way, by decisions in force on this ISO date. */
export function countRepresentations(at: Place, decisions: readonly Decision[], today: string): number {
  return decisions
    .filter((decision) => decision.at.model === at.model && decision.at.element === at.element && isInForce(decision, today))
    .reduce((count, decision) => count + added(decision), 1);
}

function added(decision: Decision): number {
  switch (decision.kind) {
    case 'standardise': case 'collaborate': return 0;
    case 'branch': return Math.max(0, decision.groups.length - 1);
    case 'separate ways': return new Set(decision.teams).size;
    default: {
      const never: never = decision;
      return never;
    }
  }
}
