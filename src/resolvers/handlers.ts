import type { CallName, CallPayload, CallReplies, Reply } from '../contract/calls';
import { acceptContext } from '../usecases/accept-context';
import { askReporters } from '../usecases/ask-reporters';
import { pinPanel } from '../usecases/pin-panel';
import type { Ports } from '../usecases/ports';
import { refuse } from '../usecases/refuse';
import { recordBypass } from '../usecases/record-bypass';
import { saveContext } from '../usecases/save-context';
import { saveContexts } from '../usecases/save-contexts';
import { saveMeeting } from '../usecases/save-meeting';
import { saveSettings } from '../usecases/save-settings';

/** What answers a call: one use case each. */
export type Handlers = {
  readonly [N in CallName]: (ports: Ports, payload: CallPayload<N>) => Promise<Reply<CallReplies[N]>>;
};

/** Calls on shared models and decisions are known, and refused until their use cases stand here. */
const comes = () => Promise.resolve(refuse('UNKNOWN_CALL', 'This version of Groundwork cannot do this yet. Nothing was changed.'));

/** The use case of every call in the contract. */
export const HANDLERS: Handlers = {
  saveContext, acceptContext, recordBypass, saveSettings, saveMeeting, pinPanel, saveContexts, askReporters,
  saveModelPart: comes, listModels: comes, readModel: comes, removeModel: comes, recordDecision: comes, reverseDecision: comes,
  readFollowUps: comes, resumeFollowUps: comes, rebuildClaims: comes,
};
