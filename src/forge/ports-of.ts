import type { Ports } from '../usecases/ports';
import { commentsOf } from './comments';
import { findReporter } from './find-reporter';
import { invocationTime } from './invocation-time';
import { keyValues } from './key-values';
import { leaveWork } from './leave-work';
import { permissions } from './permissions';
import { pinPanelEverywhere } from './pin-panel';
import { askedStore, contextStore, decisionParts, meetingStore, planStore, settingsStore } from './property-stores';
import { revisionClaims } from './revision-claims';
import { ticketsAs } from './tickets';

/** Everything that a use case needs, for one call of the user `accountId`. */
export function portsOf(accountId: string): Ports {
  return {
    contexts: contextStore, settings: settingsStore, meetings: meetingStore, plans: planStore, asked: askedStore, claims: revisionClaims, comments: commentsOf(accountId), permissions,
    findReporter, pinPanel: pinPanelEverywhere,
    kv: keyValues, leave: leaveWork, tickets: ticketsAs('user'), decisions: decisionParts,
    clock: () => new Date(), tokens: () => crypto.randomUUID(), pause: invocationTime.pause,
  };
}
