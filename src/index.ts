/** What the manifest names, and where things are plugged together. */

import { CALLS } from './contract/calls';
import { isForPlatform } from './forge/ask-jira';
import { logCause } from './forge/log-cause';
import { portsOf } from './forge/ports-of';
import { serveCalls } from './forge/serve-calls';
import { answerCall } from './resolvers/answer-call';

/** jira:issuePanel, jira:issueContext, jira:projectPage, jira:projectSettingsPage, jira:workflowValidator: what their pages call. */
export const resolver = serveCalls(Object.keys(CALLS), (call) => answerCall(call, { portsOf, isForPlatform, logCause }));
