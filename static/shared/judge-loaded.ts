import { readRounds } from '../../src/contract/asked';
import { ticketConflictsSchema } from '../../src/contract/conflicts';
import { readStoredContext } from '../../src/contract/record';
import { assessDemand } from '../../src/domain/demand/assess-demand';
import type { Demand } from '../../src/domain/demand/demand';
import type { JudgeRequest } from './judging';

/** Parses and judges loaded tickets; what somebody wrote into a property by hand never stops the others. */
export function judgeLoaded({ tickets, settings, today, locale }: Omit<JudgeRequest, 'part'>): Demand[] {
  return tickets.map((loaded) => {
    const conflicts = ticketConflictsSchema.safeParse(loaded.conflicts);
    return assessDemand(loaded.ticket, readStoredContext(loaded.context), settings, {
      today, locale, rounds: readRounds(loaded.asked, loaded.ticket.id), ...(conflicts.success ? { conflicts: conflicts.data } : {}),
    });
  });
}
