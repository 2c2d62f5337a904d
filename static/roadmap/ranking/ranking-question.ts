/** Which tickets are ranked, and what the worker is told about each. */

import type { Demand } from '../../../src/domain/demand/demand';
import { isToBeBuilt } from '../../../src/domain/planning/ticket-numbers';
import { mustOf } from '../../../src/domain/ranking/must';
import type { RankingTicket } from '../../../src/domain/ranking/rank-demand';
import type { Blocker } from '../../shared/load-links';
import type { TriedPlace } from './ranking-address';

export interface RankedDemand {
  readonly tickets: readonly RankingTicket[];
  /** Not to be built: a question that only wants an answer, declined by infrastructure, or a copied draft that nobody has checked. */
  readonly estimates: number;
  readonly declined: number;
  readonly copies: number;
}

/** Open and to be built. */
export function rankedDemand(demands: readonly Demand[], blockedBy: ReadonlyMap<string, readonly Blocker[]>, placed: readonly TriedPlace[]): RankedDemand {
  const isDeclined = (demand: Demand): boolean => demand.answer === 'declined';
  const isEstimate = (demand: Demand): boolean => demand.question === 'estimate';
  const places = new Map(placed.map((tried) => [tried.key, tried]));
  return {
    declined: demands.filter(isDeclined).length,
    estimates: demands.filter((demand) => isEstimate(demand) && !isDeclined(demand)).length,
    copies: demands.filter((demand) => demand.standing === 'copied' && !isDeclined(demand) && !isEstimate(demand)).length,
    tickets: demands.filter(isToBeBuilt).map((demand) => rankingTicket(demand, blockedBy, places)),
  };
}

function rankingTicket({ ticket: { id, key, category }, content, conflicts, missing }: Demand, blockedBy: ReadonlyMap<string, readonly Blocker[]>, places: ReadonlyMap<string, TriedPlace>): RankingTicket {
  const { team, value, delay, effort, initiative } = content;
  const must = mustOf(content);
  const blockers = blockedBy.get(id);
  const placedAt = places.get(key);
  return {
    id, key,
    context: {
      ...(team === undefined ? {} : { team }), ...(delay === undefined ? {} : { delay }), ...(effort === undefined ? {} : { effort }),
      ...(value === undefined ? {} : { value: slimValue(value) }),
    },
    standing: {
      undecidedConflict: (conflicts?.blocking ?? 0) > 0 && missing.includes('conflicts'), started: category === 'indeterminate',
      ...(blockers === undefined ? {} : { blockedBy: blockers.map((blocker) => blocker.id) }), ...(placedAt === undefined ? {} : { placedAt }),
    },
    ...(must === undefined ? {} : { must }), ...(initiative === undefined || initiative.trim() === '' ? {} : { initiative: initiative.trim() }),
  };
}

/** Without words and evidence, which no formula reads. */
function slimValue({ worth, notMoney, unknown }: NonNullable<Demand['content']['value']>): NonNullable<RankingTicket['context']['value']> {
  return { ...(worth === undefined ? {} : { worth }), ...(notMoney === undefined ? {} : { notMoney: { reason: notMoney.reason } }), ...(unknown === undefined ? {} : { unknown }) };
}
