import { useEffect, useState } from 'react';
import { decisionMark } from '../../../src/contract/decisions';
import type { Decision, DecisionStep } from '../../../src/domain/conflict/decisions/decision';
import { askJira } from '../../shared/bridge';
import { createJiraCalls } from '../../shared/load-calls';
import { proveComment } from '../../shared/prove-comment';

/** Who did which step of a decision: a name, or why nobody can be named, in words that go after the date. */
export type Signed = Readonly<Partial<Record<DecisionStep, string>>>;

const STEPS: readonly DecisionStep[] = ['made', 'confirmed', 'reversed'];

/** By number of the decision: the author of each step's comment, as Jira names them now. Read as the user, and kept nowhere. */
export function useSigned(projectId: string, decisions: readonly Decision[]): ReadonlyMap<number, Signed> {
  const [signed, setSigned] = useState<ReadonlyMap<number, Signed>>(new Map());
  useEffect(() => {
    const wish = new AbortController();
    const calls = createJiraCalls({ ask: askJira, signal: wish.signal });
    for (const decision of decisions) {
      for (const step of STEPS) {
        const place = decision.signed?.[step];
        if (place === undefined) continue;
        void proveComment(calls, String(place.ticket), place.comment, decisionMark(projectId, decision, step)).then((proof) => {
          if (wish.signal.aborted) return;
          setSigned((before) => new Map(before).set(decision.number, { ...before.get(decision.number), [step]: wordsFor(proof) }));
        });
      }
    }
    return () => wish.abort();
  }, [projectId, decisions]);
  return signed;
}

function wordsFor(proof: Awaited<ReturnType<typeof proveComment>>): string {
  switch (proof.state) {
    case 'proven': return `by ${proof.author}`;
    case 'not-found': return 'by somebody whose comment is gone, or on a ticket you cannot see';
    case 'unknown': return 'by somebody whose comment could not be read just now';
    default: return proof satisfies never;
  }
}
