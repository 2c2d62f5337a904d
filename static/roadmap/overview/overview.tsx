import '../ranking/ranking.css';
import './overview.css';
import { useCallback, useMemo, useState } from 'react';
import type { Demand } from '../../../src/domain/demand/demand';
import { asTheyStandNowWords } from '../../../src/domain/outcome/calibrate';
import { demandByGroup, type GroupPressure } from '../../../src/domain/planning/demand-by-group';
import { metricClaims } from '../../../src/domain/planning/initiative-parts';
import { sameMetric } from '../../../src/domain/planning/initiatives';
import { medianOf } from '../../../src/domain/ranking/capacity';
import type { Ranking } from '../../../src/domain/ranking/rank-demand';
import { numberCell } from '../../../src/domain/ranking/number-cells';
import { showCount, showEffort, showHitRate, showPercent } from '../../../src/domain/ranking/show-number';
import { ExportButtons } from '../export-buttons';
import { exportFile, type Cell } from '../export-file';
import { teamName } from '../ranking/team-name';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { TicketLinks } from '../ticket-links';
import { Clarification } from './clarification';
import { GroupBars } from './group-bars';
import { upperFirst } from '../../shared/upper-first';

/** More questions than this would drown the first. */
const MOST_METRICS = 5;
const NAMED = 6;

/** Who asks for how much of it, what may be the same money twice, and how sure each team's ranges were. */
export function Overview({ page, view }: { readonly page: SubpageProps; readonly view: RankingView }) {
  const nameOf = useCallback((id: string): string => upperFirst(teamName(id, page.demand.settings)), [page.demand.settings]);
  return (
    <section className="gr-section gr-ov" aria-labelledby="gr-ov-capacity" data-testid="overview">
      <h2 id="gr-ov-capacity">Who asks for how much</h2>
      {view.ranking === undefined
        ? <p className="gw-quiet">Computed once the demand is loaded.</p>
        : <Pressure page={page} view={view} ranking={view.ranking} nameOf={nameOf} />}
      <Clarification page={page} view={view} nameOf={nameOf} />
    </section>
  );
}

interface PressureProps {
  readonly page: SubpageProps;
  readonly view: RankingView;
  readonly ranking: Ranking;
  readonly nameOf: (id: string) => string;
}

function Pressure({ page, view, ranking, nameOf }: PressureProps) {
  const { demand: { demands }, facts: { locale } } = page;
  const { calibrations } = view;
  const teams = useMemo(() => demandByGroup(demands, 'team', ranking.capacity, calibrations.effort), [demands, ranking, calibrations]);
  if (teams.length === 0) return null;
  const capacity = ranking.capacity === undefined || medianOf(ranking.capacity) <= 0 ? undefined : medianOf(ranking.capacity);
  const sponsors = (): readonly GroupPressure[] => demandByGroup(demands, 'sponsor', ranking.capacity, calibrations.effort);
  const trained = Object.entries(calibrations.worth);
  return (
    <>
      <GroupBars title="Team" groups={teams} nameOf={nameOf} capacity={capacity} sentence={largestWords(teams, nameOf, locale)} locale={locale} />
      <Sponsors find={sponsors} capacity={capacity} locale={locale} />
      <SameMoney demands={demands} facts={page.facts} />
      <p className="gw-quiet" data-testid="overview.hit-rates">How often stated ranges of worth held the truth: {trained.length === 0 ? 'not enough yet' : trained.map(([team, { hits, outcomes }]) => `${nameOf(team)} ${showHitRate(hits, outcomes, locale)}`).join('; ')}. Of effort: {showHitRate(calibrations.effort.hits, calibrations.effort.outcomes, locale)}. Counted per team, never per person. {asTheyStandNowWords(calibrations, locale)}</p>
      <p className="gw-quiet gw-small">Ranges of groups hold 9 of 10 cases; they are computed without draws and are within a few percent of the drawn sum above. Ends of groups do not add up to the ends of the whole.</p>
      <ExportButtons file={exportFile('capacity', page)} what="demand by team and sponsor" rows={() => groupRows(teams, sponsors(), nameOf, sponsorOf)} />
    </>
  );
}

/** Computed once somebody opens it. */
function Sponsors({ find, capacity, locale }: { readonly find: () => readonly GroupPressure[]; readonly capacity: number | undefined; readonly locale: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="gw-focus">By sponsor</summary>
      {isOpen && <SponsorBars groups={find()} capacity={capacity} locale={locale} />}
    </details>
  );
}

function SponsorBars({ groups, capacity, locale }: { readonly groups: readonly GroupPressure[]; readonly capacity: number | undefined; readonly locale: string }) {
  return <GroupBars title="Sponsor" groups={groups} nameOf={sponsorOf} capacity={capacity} sentence={largestWords(groups, sponsorOf, locale)} locale={locale} />;
}

function SameMoney({ demands, facts: { locale, siteUrl } }: { readonly demands: readonly Demand[]; readonly facts: SubpageProps['facts'] }) {
  const twice = useMemo(() => sameMetric(metricClaims(demands)), [demands]);
  if (twice.length === 0) return null;
  return (
    <>
      <h3>Same money?</h3>
      <ul className="gr-ov-questions" data-testid="overview.same-metric">
        {twice.slice(0, MOST_METRICS).map(({ metric, parts }) => (
          <li key={metric}>{showCount(parts.length, 'ticket', locale)} each claim {metric}: same money? <TicketLinks keys={parts.map(({ key }) => key)} most={NAMED} locale={locale} siteUrl={siteUrl} />. Tickets of one initiative count it once.</li>
        ))}
      </ul>
    </>
  );
}

function sponsorOf(id: string): string {
  return id === '' ? 'No sponsor stated' : id;
}

/** Who asks for most, in person-weeks and of the capacity, and how many tickets are not counted. */
function largestWords(groups: readonly GroupPressure[], nameOf: (id: string) => string, locale: string): string {
  const [first] = groups;
  const unknown = groups.reduce((sum, { withoutEffort }) => sum + withoutEffort, 0);
  const left = unknown === 0 ? '' : ` ${showCount(unknown, 'ticket', locale)} without effort not included.`;
  if (first?.effort === undefined) return `No ticket has an effort yet, so nobody can say who asks for how much.${left}`;
  const share = first.percent === undefined ? '' : `, ${showPercent(first.percent.p5, locale)} to ${showPercent(first.percent.p95, locale)} of capacity`;
  return `${nameOf(first.id)} asks for most: ${showEffort({ low: first.effort.p5, high: first.effort.p95 }, locale)}${share}, with ${showCount(first.tickets, 'ticket', locale)}.${left}`;
}

function groupRows(teams: readonly GroupPressure[], sponsors: readonly GroupPressure[], nameOf: (id: string) => string, sponsorOf: (id: string) => string): Cell[][] {
  const row = (by: string, name: string, { tickets, withoutEffort, effort, percent }: GroupPressure): Cell[] =>
    [by, name, tickets, withoutEffort, round(effort?.p5), round(effort?.p50), round(effort?.p95), round(percent?.p5), round(percent?.p50), round(percent?.p95)];
  return [
    ['By', 'Name', 'Tickets', 'Without effort', 'Person-weeks, 5 %', 'Person-weeks, middle', 'Person-weeks, 95 %', 'Percent of capacity, 5 %', 'Percent of capacity, middle', 'Percent of capacity, 95 %'],
    ...teams.map((group) => row('team', nameOf(group.id), group)), ...sponsors.map((group) => row('sponsor', sponsorOf(group.id), group)),
  ];
}

/** Two digits, as on screen. */
function round(value: number | undefined): Cell {
  return numberCell(value);
}
