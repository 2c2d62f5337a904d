/** What both sides have free: infrastructure by its plan, the asking team by what its settings say. Rules: PL124 to PL126. */

import type { Range } from '../context/product-context';
import type { ProjectSettings } from '../context/settings';
import type { Demand } from '../demand/demand';
import { knownEffort, type Calibration } from '../ranking/estimate';
import { mustOf } from '../ranking/must';
import type { Ranking } from '../ranking/rank-demand';
import { keysAbove } from './allocated-work';
import { leftOfCapacity, type SumRange } from './group-effort';
import { isToBeBuilt, keysOfInitiatives } from './ticket-numbers';

export interface FreeCapacity {
  /** Person-weeks that are left once what is promised is done: started, accepted, or a must. Below zero: promised already. */
  readonly promised: SumRange;
  /** Tickets among those that have no effort: not counted, not guessed. */
  readonly withoutEffort: number;
  /** What is left with all that stands above the cut line besides; absent while there is no order. */
  readonly planned?: SumRange;
}

export interface FreeBasis {
  /** Person-weeks over the months planned, less the interrupt allowance. */
  readonly capacity: Range;
  readonly calibration: Calibration;
  readonly ranking?: Ranking | undefined;
}

/** Infrastructure's, without the ticket of this key: whether there is room for that one is the question. */
export function freeCapacity(demands: readonly Demand[], key: string, { capacity, calibration, ranking }: FreeBasis): FreeCapacity {
  const built = demands.filter(isToBeBuilt);
  const wholes = keysOfInitiatives(built);
  const others = built.filter(({ ticket }) => ticket.key !== key && !wholes.has(ticket.key));
  const effortsOf = (wanted: readonly Demand[]) => wanted.flatMap(({ content }) => knownEffort(content.effort, calibration) ?? []);
  const promised = others.filter(isPromised);
  const efforts = effortsOf(promised);
  const free = { promised: leftOfCapacity(efforts, capacity), withoutEffort: promised.length - efforts.length };
  if (ranking === undefined) return free;
  const above = keysAbove(ranking);
  return { ...free, planned: leftOfCapacity(effortsOf(others.filter((demand) => isPromised(demand) || above.has(demand.ticket.key))), capacity) };
}

/** A team's own person-weeks over so many months, as its settings state them; undefined where nobody stated any, which is not none. */
export function freeOfTeam(id: string, { teams }: Pick<ProjectSettings, 'teams'>, months: number): Range | undefined {
  const free = teams.find((team) => team.id === id)?.free;
  return free === undefined ? undefined : { low: free.low * months, high: free.high * months };
}

function isPromised({ ticket, answer, content }: Demand): boolean {
  return ticket.category === 'indeterminate' || answer === 'accepted' || mustOf(content) !== undefined;
}
