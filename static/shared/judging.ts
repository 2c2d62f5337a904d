/** What page and worker say to each other. The worker has no bridge: everything it needs is in the messages. */

import type { ProjectSettings } from '../../src/domain/context/settings';
import type { Demand } from '../../src/domain/demand/demand';
import type { LoadedTicket } from './load-tickets';

export interface JudgeRequest {
  readonly part: number;
  readonly tickets: readonly LoadedTicket[];
  readonly settings: ProjectSettings;
  /** ISO date. */
  readonly today: string;
  readonly locale: string;
}

export interface JudgeReply {
  readonly part: number;
  readonly demands: readonly Demand[];
}
