import type { Placement } from '../../../src/domain/ranking/plan';
import { showCount, showEffort, showMonth } from '../../../src/domain/ranking/show-number';
import { rangeOf } from '../../../src/domain/ranking/estimate';
import { CalendarChart } from '../charts/calendar-chart';
import { Picture } from '../charts/picture';
import type { LaneProps } from './plan-lane';

/** A picture of more rows is longer than a screen; the lanes below have all of them. */
const MOST_DRAWN = 25;

interface PlanPictureProps extends Pick<LaneProps, 'view' | 'page' | 'byId'> {
  readonly sentence: string;
  /** Musts first, then the queue: in the order of time. */
  readonly placements: readonly Placement[];
}

/** The queue on a calendar: what is when, and after which moment it would be too late. */
export function PlanPicture({ view, page, byId, sentence, placements }: PlanPictureProps) {
  const { facts: { locale } } = page;
  const { address: { planDate, months } } = view;
  const timed = placements.flatMap(({ candidate, lane, start, end, latestStart, tooLate }) => (start === undefined || end === undefined ? [] : [{ candidate, lane, start, end, latestStart, tooLate }]));
  const month = (at: number): string => showMonth(at, planDate, locale);
  const drawn = timed.slice(0, MOST_DRAWN);
  const tone = { must: 'dark', ordered: 'plain', 'not-comparable': 'quiet', reserved: 'quiet' } as const;
  return (
    <Picture
      label="The plan on a calendar" testId="plan.summary"
      sentence={timed.length > MOST_DRAWN ? `${sentence} The first ${showCount(MOST_DRAWN, 'ticket', locale)} are drawn.` : sentence}
      draw={drawn.length === 0 ? undefined : (width) => (
        <CalendarChart
          width={width} show={month} until={{ at: months, name: `end of ${showCount(months, 'month', locale)}` }}
          spans={drawn.map(({ candidate, lane, start, end, latestStart, tooLate }) => ({
            id: candidate.id, name: `${candidate.key} ${byId.get(candidate.id)?.ticket.summary ?? ''}`, start, end, tone: tone[lane], latestStart, isLate: tooLate,
          }))}
        />
      )}
      legend={[
        { words: 'One ticket at a time' }, { look: 'dark', words: 'law or contract' }, { look: 'plain', words: 'in order' }, { look: 'quiet', words: 'placed by people' },
        { look: 'warning', words: 'too late' }, { look: 'late', words: 'latest start' },
      ]}
      numbers={{
        columns: ['Ticket', 'From', 'To', 'Latest start', 'Effort, 9 of 10 cases'],
        rows: drawn.map(({ candidate, start, end, latestStart }) => [
          candidate.key, month(start), month(end), latestStart === undefined ? '' : month(latestStart), candidate.effort === undefined ? '' : showEffort(rangeOf(candidate.effort), locale),
        ]),
      }}
    />
  );
}
