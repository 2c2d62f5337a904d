import type { CheckReplies, CheckRequest } from './checking';

/** A check that takes this long, in milliseconds, means that the worker hangs. */
const PATIENCE = 20_000;

export interface Checker {
  /** Rejects when the worker dies or hangs; the next question opens a new one. */
  ask<K extends CheckRequest['kind']>(request: Extract<CheckRequest, { kind: K }>): Promise<CheckReplies[K]>;
  close(): void;
}

interface Question { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void; readonly timer: ReturnType<typeof setTimeout> }

/** The page's side of the worker that checks. */
export function createChecker(): Checker {
  const questions = new Map<number, Question>();
  let worker: Worker | undefined;
  let number = 0;

  function die(): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject, timer } of questions.values()) {
      clearTimeout(timer);
      reject(new Error('The checker ended.'));
    }
    questions.clear();
  }

  function open(): Worker {
    const opened = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    opened.onmessage = ({ data }: MessageEvent<{ readonly number: number; readonly result: never }>) => {
      const question = questions.get(data.number);
      if (question === undefined) return;
      questions.delete(data.number);
      clearTimeout(question.timer);
      question.resolve(data.result);
    };
    opened.onerror = die;
    opened.onmessageerror = die;
    return opened;
  }

  return {
    ask(request) {
      worker ??= open();
      number += 1;
      const own = number;
      const answer = new Promise<never>((resolve, reject) => { questions.set(own, { resolve, reject, timer: setTimeout(die, PATIENCE) }); });
      worker.postMessage({ number: own, request });
      return answer;
    },
    close: die,
  };
}
