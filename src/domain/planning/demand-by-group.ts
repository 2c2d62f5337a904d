/** Demand against capacity by team or sponsor, as ranges. Rules: PL35, PL53. */

import type { Range } from '../context/product-context';
import type { Demand } from '../demand/demand';
import { knownEffort, UNTRAINED, type Calibration, type LogNormal } from '../ranking/estimate';
import { sumAndShare, type SumRange } from './group-effort';
import { isToBeBuilt, keysOfInitiatives } from './ticket-numbers';

export interface GroupPressure {
  /** Team id or sponsor; empty: not stated. */
  readonly id: string;
  readonly tickets: number;
  readonly withoutEffort: number;
  /** Person-weeks; absent where no ticket has an effort. */
  readonly effort?: SumRange;
  /** Percent of the capacity; absent without efforts or capacity. */
  readonly percent?: SumRange;
}

/** The groups that ask for most come first, those without any effort last. Covers what is to be built; a part of an initiative counts for its own team, and its own ticket not at all: its effort is that of the parts. */
export function demandByGroup(demands: readonly Demand[], by: 'team' | 'sponsor', capacity: Range | undefined, calibration: Calibration = UNTRAINED): GroupPressure[] {
  const groups = new Map<string, (LogNormal | undefined)[]>();
  const asked = demands.filter(isToBeBuilt);
  const wholes = keysOfInitiatives(asked);
  for (const demand of asked) {
    if (wholes.has(demand.ticket.key)) continue;
    const effort = knownEffort(demand.content.effort, calibration);
    const id = (by === 'team' ? demand.team : demand.sponsor)?.trim() ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [effort]);
    else group.push(effort);
  }
  return [...groups].map(([id, members]): GroupPressure => {
    const efforts = members.flatMap((effort) => effort ?? []);
    return {
      id, tickets: members.length, withoutEffort: members.length - efforts.length, ...sumAndShare(efforts, capacity),
    };
  }).sort((a, b) => (b.effort?.p50 ?? -1) - (a.effort?.p50 ?? -1) || (a.id < b.id ? -1 : 1));
}
