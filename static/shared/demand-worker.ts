/** The worker's entry: judges one part after the other, off the page's main thread. */

import { judgeLoaded } from './judge-loaded';
import type { JudgeReply, JudgeRequest } from './judging';

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<JudgeRequest>) => {
  const reply: JudgeReply = { part: data.part, demands: judgeLoaded(data) };
  scope.postMessage(reply);
};
