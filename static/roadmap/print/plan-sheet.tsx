import { useMemo } from 'react';
import { showDay } from '../../../src/domain/planning/meeting-agenda';
import type { Placement } from '../../../src/domain/ranking/plan';
import { showCount, showEffort, showMoney, showMonth } from '../../../src/domain/ranking/show-number';
import { RankingStrip } from '../ranking/ranking-strip';
import { teamName } from '../ranking/team-name';
import type { RankingView } from '../ranking/use-ranking';
import type { SubpageProps } from '../subpages';
import { capacityFacts } from './capacity-facts';
import { SheetFrame } from './sheet-frame';

interface PlanSheetProps {
  readonly view: RankingView;
  readonly page: SubpageProps;
  readonly onBack: () => void;
}

/** More rows do not fit one sheet of Letter; the rest is counted. */
const MOST_ROWS = 22;
const SUMMARY_CHARACTERS = 60;

/** The plan on one sheet: what takes capacity in which order, until when, and what waiting costs. */
export function PlanSheet({ view, page, onBack }: PlanSheetProps) {
  const { ranking } = view;
  const { demand: { demands, settings, facts: project, end }, facts: { locale, today, projectKey } } = page;
  const byId = useMemo(() => new Map(demands.map((demand) => [demand.ticket.id, demand])), [demands]);
  if (ranking === undefined) return <RankingStrip view={view} />;
  const name = project.name === '' ? projectKey : project.name;
  const queued = ranking.plan.filter(({ why }) => !why.some(({ because }) => because === 'not-placed'));
  const unplaced = ranking.plan.length - queued.length;
  const endWords = ({ end: at }: Placement): string => (at === undefined ? 'no date' : showMonth(at, view.address.planDate, locale));
  return (
    <SheetFrame title={`Plan of ${name}`} fileName={`plan-${projectKey}-${today}`} onBack={onBack}>
      <h1>{name}: the plan</h1>
      <p className="sheet-quiet">Counted from {showDay(view.address.planDate, locale)}. Covers the open tickets that whoever printed this may see{end?.kind === 'complete' ? '' : ', as far as they were loaded'}.</p>
      {capacityFacts(view, locale).map((words) => <p key={words}>{words}</p>)}
      {queued.length === 0 ? <p>Nothing stands in the plan: no ticket is a must, and none has both a worth and an effort.</p> : (
        <table>
          <thead><tr><th scope="col">Ticket</th><th scope="col">Asked by</th><th scope="col">Effort</th><th scope="col">Done by</th><th scope="col">A week of waiting</th></tr></thead>
          <tbody>
            {queued.slice(0, MOST_ROWS).map((placement) => (
              <tr key={placement.candidate.id}>
                <th scope="row">{placement.candidate.key} {shorten(byId.get(placement.candidate.id)?.ticket.summary ?? '')}{placement.lane === 'must' ? ' (must)' : ''}</th>
                <td>{teamName(placement.candidate.team, settings)}</td>
                <td>{placement.candidate.effort === undefined ? 'not known' : showEffort({ low: placement.candidate.effort.mean, high: placement.candidate.effort.mean }, locale)}</td>
                <td>{endWords(placement)}{placement.tooLate ? ', too late' : ''}</td>
                <td>{placement.costOfDelay === undefined ? '' : showMoney(placement.costOfDelay, settings.currency, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {queued.length > MOST_ROWS && <p className="sheet-quiet">and {showCount(queued.length - MOST_ROWS, 'more ticket', locale)} behind these.</p>}
      {unplaced > 0 && <p>{showCount(unplaced, 'ticket', locale)} cannot be compared and {unplaced === 1 ? 'has' : 'have'} no place yet: people decide where {unplaced === 1 ? 'it goes' : 'they go'}.</p>}
      <p className="sheet-quiet">The plan is a queue, one ticket at a time at the median of capacity; months are as sure as the estimates. Worth counts if the goals are reached, over 12 months.</p>
    </SheetFrame>
  );
}

function shorten(text: string): string {
  return text.length <= SUMMARY_CHARACTERS ? text : `${text.slice(0, SUMMARY_CHARACTERS - 1)}…`;
}
