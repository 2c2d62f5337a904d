import { formatCount } from '../../../src/domain/context/format-number';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import { showCount, showHitRate, showSamplingError } from '../../../src/domain/ranking/show-number';
import { DRAWS } from '../../../src/domain/ranking/chance-to-win';
import { chanceOf } from '../../../src/domain/ranking/simulate';
import type { SubpageProps } from '../subpages';
import { teamName } from './team-name';
import type { RankingView } from './use-ranking';

/** What every number of the page stands on, one click away. */
export function Assumptions({ view, page }: { readonly view: RankingView; readonly page: SubpageProps }) {
  const { locale } = page.facts;
  const { calibrations, asked, ranking, settings } = view;
  const trained = Object.entries(calibrations.worth);
  const steady = ranking?.countedAsSteady.size ?? 0;
  return (
    <>
      <p className="gw-quiet gw-small">Sums, chances and counts cover the tickets that you may see.</p>
      <details className="gr-rk-assumptions" data-testid="ranking.assumptions">
        <summary className="gw-focus">What these numbers stand on</summary>
        <ul>
          <li>Worth means: if the goal is reached. It is counted over 12 months from {showDay(view.address.planDate, locale)}, the plan’s own date. The evidence is on each ticket.</li>
          <li>Each range is taken as 90 % sure and widened, because untrained ranges hold the truth about 55 % of the time. Hit rates of worth: {trained.length === 0 ? 'not enough yet' : trained.map(([team, { hits, outcomes }]) => `${teamName(team, settings)} ${showHitRate(hits, outcomes, locale)}`).join('; ')}. Of effort: {showHitRate(calibrations.effort.hits, calibrations.effort.outcomes, locale)}.</li>
          <li>The order is by worth a month for a person-week, as the ratio of the two means. It says which, not when.</li>
          <li>Two tickets count as told apart from a chance of 80 % on. Efforts err together (0.2), and so do the worths of one team (0.2).</li>
          <li>Chances come from {formatCount(DRAWS, locale)} draws with fixed seeds: the same demand gives the same page. At 50 % the error is {showSamplingError(chanceOf(DRAWS / 2, DRAWS), locale)}.</li>
          <li>The plan is a queue: one ticket at a time at the median of capacity, which is simpler than any team works. Must tickets take capacity first.</li>
          <li>Counted are open tickets that are to be built, and that you may see: {showCount(asked.tickets.length, 'ticket', locale)}. Left out: {showCount(asked.declined, 'declined ticket', locale)}, {showCount(asked.copies, 'copied draft', locale)} that nobody has checked yet, and {showCount(asked.estimates, 'question', locale)} that only want an answer.</li>
          {steady > 0 && <li>{showCount(steady, 'ticket', locale)} {steady === 1 ? 'names' : 'name'} a deadline, season or fading without its dates and {steady === 1 ? 'counts' : 'count'} as steady.</li>}
        </ul>
      </details>
    </>
  );
}
