import type { AppPorts } from '../usecases/shared-data/ports';
import { appComments } from './comments';
import { invocationTime } from './invocation-time';
import { keyValues } from './key-values';
import { leaveWork } from './leave-work';
import { appDecisions, appSettings, writeConflicts } from './property-stores';
import { findOptedIn, linkTickets, ticketsAs } from './tickets';

/** Everything that work without a user needs: queue events and the daily run. */
export const appPorts: AppPorts = {
  kv: keyValues, leave: leaveWork, tickets: ticketsAs('app'), settings: appSettings, decisions: appDecisions, comments: appComments,
  writeConflicts, link: linkTickets, findProjects: findOptedIn,
  clock: () => new Date(), pause: invocationTime.pause, remaining: invocationTime.remaining,
};
