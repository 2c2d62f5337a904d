import { useState } from 'react';
import type { GroupPressure } from '../../../src/domain/planning/demand-by-group';
import { showAmount, showEffort, showPercent } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';
import { Picture } from '../charts/picture';
import { RangeChart } from '../charts/range-chart';

interface GroupBarsProps {
  readonly title: string;
  readonly groups: readonly GroupPressure[];
  readonly nameOf: (id: string) => string;
  /** Person-weeks over the time planned; absent if not set. */
  readonly capacity: number | undefined;
  readonly sentence: string;
  readonly locale: string;
}

/** More groups than this are drawn on demand. */
const FIRST_GROUPS = 12;
/** Beyond such a factor between the largest and the one in the middle, a scale of equal steps shows the largest alone. */
const WIDE_APART = 20;
/** A capacity many times what any group asks for would press all bars to the left. */
const CAPACITY_IN_SIGHT = 2.5;

/** Who asks for how much: a range a group on one scale, with the capacity where it is near; the numbers behind it. */
export function GroupBars({ title, groups, nameOf, capacity, sentence, locale }: GroupBarsProps) {
  const [isAll, setAll] = useState(false);
  const estimated = groups.filter(({ effort }) => effort !== undefined);
  const shown = isAll ? estimated : estimated.slice(0, FIRST_GROUPS);
  const weeks = (low: number, high: number): string => showEffort({ low, high }, locale);
  const share = ({ percent }: GroupPressure): string => (percent === undefined ? '' : `${showPercent(percent.p5, locale)} to ${showPercent(percent.p95, locale)}`);
  const most = Math.max(0, ...shown.map(({ effort }) => effort?.p95 ?? 0));
  return (
    <>
      <Picture
        label={`Demand by ${title.toLowerCase()}`} sentence={sentence}
        draw={shown.length === 0 ? undefined : (width) => (
          <RangeChart
            width={width} kind={isWideApart(shown) ? 'log' : 'linear'} show={(value) => showAmount(value, locale)}
            marks={capacity === undefined || capacity > CAPACITY_IN_SIGHT * most ? [] : [{ at: capacity, name: 'all of our capacity' }]}
            ranges={shown.flatMap(({ id, effort, percent }) => (effort === undefined ? [] : [{
              id, name: nameOf(id), low: effort.p5, middle: effort.p50, high: effort.p95,
              words: percent === undefined ? weeks(effort.p5, effort.p95) : `${showPercent(percent.p5, locale)} to ${showPercent(percent.p95, locale)} of capacity`,
            }]))}
          />
        )}
        legend={[{ words: isWideApart(shown) ? 'Person-weeks asked for: 9 of 10 cases, each step of the scale ten times the one before' : 'Person-weeks asked for: 9 of 10 cases' }, { look: 'middle', words: 'middle' }]}
        numbers={{
          columns: [title, 'Tickets', 'Without effort', 'Effort asked for, 9 of 10 cases', 'Middle', 'Of capacity'],
          rows: groups.map((group) => [
            nameOf(group.id), showAmount(group.tickets, locale), showAmount(group.withoutEffort, locale),
            ...(group.effort === undefined ? ['not known', ''] : [weeks(group.effort.p5, group.effort.p95), weeks(group.effort.p50, group.effort.p50)]), share(group),
          ]),
        }}
      />
      {estimated.length > FIRST_GROUPS && <PlainButton look="link" onClick={() => setAll(!isAll)}>{isAll ? 'Draw fewer' : `Draw all ${showAmount(estimated.length, locale)}`}</PlainButton>}
    </>
  );
}

function isWideApart(groups: readonly GroupPressure[]): boolean {
  const ends = groups.flatMap(({ effort }) => effort?.p95 ?? []).sort((a, b) => a - b);
  return (ends.at(-1) ?? 0) > WIDE_APART * (ends[Math.floor(ends.length / 2)] ?? 0);
}
