/** The worker's entry: checks off the page's main thread. */

import { answerCheck, type CheckRequest } from './checking';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<{ readonly number: number; readonly request: CheckRequest }>) => {
  scope.postMessage({ number: data.number, result: answerCheck(data.request) });
};
