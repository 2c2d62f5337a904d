import { useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import type { Demand } from '../../../src/domain/demand/demand';
import { filterDemand } from '../../../src/domain/demand/filter-demand';
import { groupDemand } from '../../../src/domain/demand/group-demand';
import { scaleWorths } from '../../../src/domain/demand/worth-scale';
import { Empty } from '../../shared/page-states';
import { PlainButton } from '../../shared/plain-button';
import { AnswerDialog } from '../answer/answer-dialog';
import { Overview } from '../overview/overview';
import { CapacityBar } from '../ranking/capacity-bar';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import { readDemandAddress, writeDemandAddress } from '../demand-address';
import type { SubpageProps } from '../subpages';
import { CheapAnswers } from './cheap-answers';
import { DemandFilters } from './demand-filters';
import { DemandSummary } from './demand-summary';
import { DemandTable } from './demand-table';
import { GateForecasts } from './gate-forecasts';
import { useWorthRoles } from './use-worth-roles';

/** The demand of this project: how well it is understood, its tickets in groups, what a gate would refuse, cheap answers. */
export function DemandView(page: SubpageProps) {
  const { demand, place, facts } = page;
  const view = useRanking();
  const [answering, setAnswering] = useState<Demand>();
  const { settings } = demand;
  // While tickets pour in, whoever types or scrolls goes first; the numbers follow a moment later.
  const demands = useDeferredValue(demand.demands);
  const query = place.search.toString();
  const address = useMemo(() => readDemandAddress(new URLSearchParams(query)), [query]);
  const shownAddress = useDeferredValue(address);
  const filtered = useMemo(() => filterDemand(demands, shownAddress.filter), [demands, shownAddress.filter]);
  const groups = useMemo(() => groupDemand(filtered, shownAddress.by, settings), [filtered, shownAddress.by, settings]);
  const roles = useWorthRoles(demand, facts.today, view.calibrations);
  const scale = useMemo(() => scaleWorths(filtered.map((row) => row.worth)), [filtered]);

  if (demands.length === 0) {
    if (demand.end?.kind !== 'complete' || demand.demands.length > 0) return null;
    return (
      <Empty title="Nothing open asks this project">
        <p>Tickets appear here when they are open in {facts.projectKey}, or when their product context names {facts.projectKey} as the project that is asked.</p>
      </Empty>
    );
  }
  return (
    <div className="gr-stack">
      <DemandSummary demands={demands} address={address} place={place} locale={facts.locale} />
      {view.asked.tickets.length > 0 && <><RankingStrip view={view} /><CapacityBar view={view} locale={facts.locale} /></>}
      <DemandFilters address={address} demands={demands} settings={settings} onChange={(next) => place.refine(writeDemandAddress(next))} />
      <DemandTable
        groups={groups} scale={scale} roles={roles} by={shownAddress.by} page={page} onAnswer={setAnswering} shown={filtered} of={demands.length}
        isPartial={demand.end?.kind !== 'complete'}
      />
      {filtered.length === 0 && (
        <Empty
          title="No ticket fits this filter"
          action={<PlainButton onClick={() => place.refine(writeDemandAddress({ by: address.by, filter: {} }))}>Show all {formatCount(demands.length, facts.locale)} tickets</PlainButton>}
        />
      )}
      <Overview page={page} view={view} />
      <GateForecasts demands={demands} page={page} />
      <CheapAnswers demands={demands} page={page} />
      {answering !== undefined && <AnswerDialog demand={answering} page={page} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}
