import type { CallName, CallPayload, CallReplies, Reply } from '../contract/calls';
import { acceptContext } from '../usecases/accept-context';
import { askReporters } from '../usecases/ask-reporters';
import { pinPanel } from '../usecases/pin-panel';
import type { Ports } from '../usecases/ports';
import { recordBypass } from '../usecases/record-bypass';
import { saveContext } from '../usecases/save-context';
import { saveContexts } from '../usecases/save-contexts';
import { saveMeeting } from '../usecases/save-meeting';
import { savePlan } from '../usecases/save-plan';
import { saveSettings } from '../usecases/save-settings';
import { confirmDecision } from '../usecases/shared-data/confirm-decision';
import { readFollowUps, resumeFollowUps } from '../usecases/shared-data/follow-ups';
import { listModels, readModel, readModels, removeModel } from '../usecases/shared-data/read-models';
import { rebuildClaims } from '../usecases/shared-data/rebuild-claims';
import { recordDecision } from '../usecases/shared-data/record-decision';
import { reverseDecision } from '../usecases/shared-data/reverse-decision';
import { saveModelPart } from '../usecases/shared-data/save-model-part';

/** What answers a call: one use case each. */
export type Handlers = {
  readonly [N in CallName]: (ports: Ports, payload: CallPayload<N>) => Promise<Reply<CallReplies[N]>>;
};

/** The use case of every call in the contract. */
export const HANDLERS: Handlers = {
  saveContext, acceptContext, recordBypass, saveSettings, saveMeeting, savePlan, pinPanel, saveContexts, askReporters,
  saveModelPart, listModels, readModels, readModel, removeModel, recordDecision, reverseDecision, confirmDecision, readFollowUps, resumeFollowUps, rebuildClaims,
};
