/** What the manifest names, and where things are plugged together. */

import { CALLS } from './contract/calls';
import { followUpWorkSchema, recheckWorkSchema } from './contract/queued-work';
import { appPorts } from './forge/app-ports';
import { isForPlatform } from './forge/ask-jira';
import { logCause } from './forge/log-cause';
import { portsOf } from './forge/ports-of';
import { serveCalls } from './forge/serve-calls';
import { serveQueue } from './forge/serve-queue';
import { answerCall } from './resolvers/answer-call';
import { doFollowUp } from './usecases/shared-data/do-follow-up';
import { doRecheck, leaveDailyWork } from './usecases/shared-data/do-recheck';

/** jira:issuePanel, jira:issueContext, jira:projectPage, jira:projectSettingsPage, jira:workflowValidator: what their pages call. */
export const resolver = serveCalls(Object.keys(CALLS), (call) => answerCall(call, { portsOf, isForPlatform, logCause }));

/** The queue that checks shared data again. */
export const recheck = serveQueue(recheckWorkSchema, (work) => doRecheck(appPorts, work));

/** The queue of comments and links that follow decisions. */
export const followUp = serveQueue(followUpWorkSchema, (work) => doFollowUp(appPorts, work));

/** Once a day: what fell due, what was closed, and what no save announced. */
export async function daily(): Promise<void> {
  const left = await leaveDailyWork(appPorts);
  if (!left.ok) logCause('the daily run left nothing', { kind: left.failure.kind });
}
