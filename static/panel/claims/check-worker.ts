/** The worker's entry: checks requirements off the panel's main thread. */

import { answerCheck, type CheckRequest } from './checking';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<{ readonly number: number; readonly request: CheckRequest }>) => {
  scope.postMessage({ number: data.number, reply: answerCheck(data.request) });
};
