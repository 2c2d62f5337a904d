import { useState } from 'react';
import type { AskResult, Problem } from '../../../src/contract/calls';
import type { Demand } from '../../../src/domain/demand/demand';
import { gatherQuestions, questionText } from '../../../src/domain/demand/gather-questions';
import { call, ConsentNeeded } from '../../shared/bridge';

export interface Asked {
  readonly key: string;
  readonly result: AskResult;
}

export interface Asking {
  readonly state: 'idle' | 'confirm' | 'sending' | 'consent';
  /** What became of the last go. */
  readonly asked: readonly Asked[];
  /** Ids that need no question any more: asked now, or within 14 days. */
  readonly settled: ReadonlySet<string>;
  readonly confirm: () => void;
  readonly dismiss: () => void;
  readonly send: (rows: readonly Demand[], projectName: string) => void;
}

/** Posts one round of questions. The backend sees to it that nobody is asked twice within 14 days. */
export function useAsking(): Asking {
  const [state, setState] = useState<Asking['state']>('idle');
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());

  async function post(rows: readonly Demand[], projectName: string): Promise<void> {
    setState('sending');
    const questions = gatherQuestions(rows).flatMap((group) => group.questions);
    const keys = new Map(questions.map((question) => [question.issueId, question.key]));
    try {
      const reply = await call('askReporters', { questions: questions.map((question) => ({ issueId: question.issueId, text: questionText(question, projectName) })) });
      const results = reply.ok ? reply.value.results : questions.map(({ issueId }) => failure(issueId, reply.problem));
      setAsked(results.map((result) => ({ key: keys.get(result.issueId) ?? result.issueId, result })));
      setSettled(new Set([...settled, ...results.filter((result) => result.outcome !== 'failed').map((result) => result.issueId)]));
      setState('idle');
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      setState('consent');
    }
  }

  return {
    state, asked, settled, confirm: () => setState('confirm'), dismiss: () => setState('idle'),
    send: (rows, projectName) => void post(rows, projectName),
  };
}

function failure(issueId: string, problem: Problem): AskResult {
  return { issueId, outcome: 'failed', problem };
}
