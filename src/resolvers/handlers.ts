import type { CallName, CallPayload, CallReplies, Reply } from '../contract/calls';
import { acceptContext } from '../usecases/accept-context';
import { askReporters } from '../usecases/ask-reporters';
import { pinPanel } from '../usecases/pin-panel';
import type { Ports } from '../usecases/ports';
import { recordBypass } from '../usecases/record-bypass';
import { saveContext } from '../usecases/save-context';
import { saveContexts } from '../usecases/save-contexts';
import { saveSettings } from '../usecases/save-settings';

/** What answers a call: one use case each. */
export type Handlers = {
  readonly [N in CallName]: (ports: Ports, payload: CallPayload<N>) => Promise<Reply<CallReplies[N]>>;
};

/** The use case of every call in the contract. */
export const HANDLERS: Handlers = { saveContext, acceptContext, recordBypass, saveSettings, pinPanel, saveContexts, askReporters };
