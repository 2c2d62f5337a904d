import { useMemo } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { infrastructureFreeSentence, teamFreeSentence } from '../../../src/domain/planning/boundary-words';
import { freeCapacity, freeOfTeam } from '../../../src/domain/planning/free-capacity';
import { capacityOver } from '../../../src/domain/ranking/capacity';
import { useRanking } from '../ranking/ranking-keeper';
import { teamName } from '../ranking/team-name';
import type { SubpageProps } from '../subpages';

/** What infrastructure and the asking team have free over the months planned, each as far as somebody stated it. */
export function FreeCapacityLines({ demand, page }: { readonly demand: Demand; readonly page: SubpageProps }) {
  const { demands, settings } = page.demand;
  const { locale } = page.facts;
  const { address: { months }, settings: tried, calibrations, ranking } = useRanking();
  const { key } = demand.ticket;
  const free = useMemo(() => {
    const capacity = capacityOver(tried, months);
    return capacity === undefined ? undefined : freeCapacity(demands, key, { capacity, calibration: calibrations.effort, ranking });
  }, [demands, key, tried, months, calibrations, ranking]);
  const { team } = demand;
  return (
    <>
      <li>{infrastructureFreeSentence(free, months, locale)}</li>
      <li>{teamFreeSentence(team === undefined ? undefined : teamName(team, settings), team === undefined ? undefined : freeOfTeam(team, settings, months), months, locale)}</li>
    </>
  );
}
