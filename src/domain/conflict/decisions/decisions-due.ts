import { isDue, isInForce, type Decision } from './decision';

/** A decision that somebody has to look at. */
export interface DecisionDue {
  readonly decision: Decision;
  /** `over`: it has no effect any more; `look again`: it has, and the day to look again has come. */
  readonly why: 'over' | 'look again';
  /** ISO date since when. */
  readonly since: string;
}

/** Those past their end, unless a later one on the same conflict took their place, and those whose day to look again has come; longest waiting first. */
export function decisionsDue(decisions: readonly Decision[], today: string): readonly DecisionDue[] {
  const due = decisions.flatMap((decision): DecisionDue[] => {
    if (isDue(decision, today)) return isReplaced(decision, decisions, today) ? [] : [{ decision, why: 'over', since: decision.until ?? today }];
    const { lookAgain } = decision;
    return isInForce(decision, today) && lookAgain !== undefined && lookAgain <= today ? [{ decision, why: 'look again', since: lookAgain }] : [];
  });
  return due.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.decision.number - b.decision.number));
}

function isReplaced({ number, at, conflict }: Decision, decisions: readonly Decision[], today: string): boolean {
  return decisions.some((later) => later.number > number && isInForce(later, today) && later.at.model === at.model && later.at.element === at.element && later.conflict.code === conflict.code);
}
