import type { AppModules } from '../workflow/app-modules';
import type { WriteLimits } from '../meter/write-limits';
import type { SiteLog } from './site-log';

/** What routes need beside the tables. */
export interface SiteServices {
  readonly log: SiteLog;
  /** The installed app's modules that Jira itself reads. */
  readonly app: AppModules;
  readonly writeLimits: WriteLimits;
  /** The current instant; injected so that limits and dates can be tested. */
  readonly now: () => number;
}
