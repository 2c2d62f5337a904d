import { useEffect, useState } from 'react';
import { decisionsDue, type DecisionDue } from '../../../src/domain/conflict/decisions/decisions-due';
import { askJira } from '../../shared/bridge';
import { createJiraCalls } from '../../shared/load-calls';
import { loadDecisions } from '../../shared/load-decisions';

export interface DecisionsDue {
  /** Absent while they are read, and when they could not be. */
  readonly due?: readonly DecisionDue[];
  /** Why they could not be read. */
  readonly failed?: string;
}

/** Decisions on shared data that somebody has to look at, read as the user: no function runs. */
export function useDecisionsDue(projectId: string, today: string): DecisionsDue {
  const [found, setFound] = useState<DecisionsDue>({});
  useEffect(() => {
    const wish = new AbortController();
    const calls = createJiraCalls({ ask: askJira, signal: wish.signal });
    void loadDecisions(calls, projectId).then((read) => {
      if (wish.signal.aborted) return;
      if (read.kind === 'read') setFound({ due: decisionsDue(read.decisions, today) });
      else if (read.kind === 'failed') setFound({ failed: read.words });
    });
    return () => wish.abort();
  }, [projectId, today]);
  return found;
}
