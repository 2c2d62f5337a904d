import '../overview/overview.css';
import './strategy.css';
import { useMemo } from 'react';
import { allocatedWork, driftSentences, shareSentence } from '../../../src/domain/planning/allocated-work';
import { shareByHorizon, shareByTheme } from '../../../src/domain/planning/allocation';
import { wholeCell } from '../../../src/domain/ranking/number-cells';
import { showCount } from '../../../src/domain/ranking/show-number';
import { ExportButtons } from '../export-buttons';
import { exportFile } from '../export-file';
import { useRanking } from '../ranking/ranking-keeper';
import { RankingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { FurtherStart } from './further-start';
import { Outcomes } from './outcomes';
import { ShareBars } from './share-bars';
import { upperFirst } from '../../shared/upper-first';

const HORIZON_NAMES: Readonly<Record<string, string>> = { now: 'Now', next: 'Next', later: 'Later', '': 'No horizon stated' };

/** Where the work goes, against where it should go, and what became of it. */
export function StrategyView(page: SubpageProps) {
  const view = useRanking();
  const { settings } = page.demand;
  return (
    <div className="gr-stack gr-st">
      <RankingStrip view={view} />
      {view.ranking !== undefined && <Allocation page={page} view={view} ranking={view.ranking} />}
      {view.phase !== 'waiting' && <Outcomes page={page} view={view} nameOf={(id) => upperFirst(teamName(id, settings))} />}
      <p className="gw-quiet gw-small">Sums and counts cover the tickets that you may see.</p>
    </div>
  );
}

function Allocation({ page, view, ranking }: { readonly page: SubpageProps; readonly view: RankingView; readonly ranking: NonNullable<RankingView['ranking']> }) {
  const { demand: { demands, settings }, facts: { locale, today } } = page;
  const { work, withoutEffort } = useMemo(() => allocatedWork(
    demands, ranking, view.done.map(({ ticket, content }) => ({ content, updated: ticket.updated })), today, view.calibrations.effort,
  ), [demands, ranking, view.done, view.calibrations, today]);
  const [themes, horizons] = useMemo(() => [shareByTheme(work, settings.themes), shareByHorizon(work)], [work, settings.themes]);
  const themeName = (id: string): string => (id === '' ? 'No theme' : settings.themes.find((theme) => theme.id === id)?.name ?? `${id} (no longer in the settings)`);
  const horizonName = (id: string): string => HORIZON_NAMES[id] ?? id;
  const off = driftSentences(themes, themeName, locale);
  const hasTargets = settings.themes.some(({ target }) => target !== undefined);
  return (
    <>
      <section className="gr-section" aria-labelledby="gr-st-themes" data-testid="strategy.themes">
        <h2 id="gr-st-themes">Themes</h2>
        {work.length === 0 ? <p>No ticket with an effort is planned, started or done, so there is nothing to share out yet.</p> : (
          <>
            <ul className="gr-ov-questions" data-testid="strategy.off-target">
              {off.map((words) => <li key={words}>{words}</li>)}
              {off.length === 0 && <li>{hasTargets ? 'Every theme is within ten points of its target.' : 'No theme has a target. Targets are set in Groundwork’s settings of this project.'}</li>}
            </ul>
            <ShareBars label="Theme" sentence={shareSentence(themes, themeName, locale)} shares={themes} nameOf={themeName} locale={locale} />
            <p className="gw-quiet gw-small">Shares of person-weeks. Planned: not started, and a must or above the cut line. Started: in progress. Done: built, in the last 12 months, with a context; a ticket’s last change counts as its day.{withoutEffort > 0 ? ` ${showCount(withoutEffort, 'ticket', locale)} without effort ${withoutEffort === 1 ? 'is' : 'are'} not included.` : ''}</p>
          </>
        )}
        <ExportButtons file={exportFile('strategy', page)} what="shares of themes and horizons" rows={() => [
          ['Of', 'Name', 'Planned %', 'Started %', 'Done %', 'Target %'],
          ...themes.map(({ id, planned, started, done, target }) => ['theme', themeName(id), whole(planned), whole(started), whole(done), target ?? '']),
          ...horizons.map(({ id, planned, started, done }) => ['horizon', horizonName(id), whole(planned), whole(started), whole(done), '']),
        ]} />
      </section>
      <section className="gr-section" aria-labelledby="gr-st-if">
        <h2 id="gr-st-if">One more start</h2>
        <FurtherStart demands={demands} ranking={ranking} calibration={view.calibrations.effort} work={work} nameOf={themeName} targetOf={(id) => settings.themes.find((theme) => theme.id === id)?.target} locale={locale} />
      </section>
      {work.length > 0 && (
        <section className="gr-section" aria-labelledby="gr-st-horizons" data-testid="strategy.horizons">
          <h2 id="gr-st-horizons">Horizons</h2>
          <ShareBars label="Horizon" sentence={shareSentence(horizons, horizonName, locale)} shares={horizons} nameOf={horizonName} locale={locale} />
        </section>
      )}
    </>
  );
}

function whole(percent: number | undefined): number | string {
  return wholeCell(percent);
}
