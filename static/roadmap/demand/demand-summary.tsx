import { useMemo } from 'react';
import { formatCount } from '../../../src/domain/context/format-number';
import { lowerFirst } from '../../../src/domain/context/lower-first';
import type { Demand } from '../../../src/domain/demand/demand';
import { DEMAND_MARKS, marksOf, type DemandMark } from '../../../src/domain/demand/filter-demand';
import { progressWords, sortBacklog } from '../../../src/domain/demand/sort-backlog';
import { PlainButton } from '../../shared/plain-button';
import { writeDemandAddress, type DemandAddress } from '../demand-address';
import { MARK_WORDS } from '../mark-words';
import type { Place } from '../use-place';

interface DemandSummaryProps {
  readonly demands: readonly Demand[];
  readonly address: DemandAddress;
  readonly place: Place;
  readonly locale: string;
}

/** How much is understood, and how many tickets carry a mark that somebody should look at; each count filters. */
export function DemandSummary({ demands, address, place, locale }: DemandSummaryProps) {
  const backlog = useMemo(() => sortBacklog(demands, '1970-01-01'), [demands]);
  const counts = useMemo(() => countMarks(demands), [demands]);
  const left = backlog.total - backlog.understood;
  return (
    <section className="gr-summary" aria-label="Summary">
      <p className="gr-big" data-testid="roadmap.understood">{progressWords(backlog, locale)}</p>
      {left > 0 && <PlainButton look="link" onClick={() => place.go('backlog')}>Work on the other {formatCount(left, locale)} at the backlog desk</PlainButton>}
      <ul className="gr-marks" aria-label="Marked tickets">
        {DEMAND_MARKS.filter((mark) => counts[mark] > 0).map((mark) => {
          const isOn = address.filter.mark === mark;
          const { mark: _off, ...rest } = address.filter;
          return (
            <li key={mark}>
              <button
                type="button" className="gr-chip gw-focus" aria-pressed={isOn} data-testid={`roadmap.mark.${mark}`}
                onClick={() => place.refine(writeDemandAddress({ by: address.by, filter: isOn ? rest : { ...rest, mark } }))}
              >
                {formatCount(counts[mark], locale)} {counts[mark] === 1 ? lowerFirst(MARK_WORDS[mark].one) : MARK_WORDS[mark].many}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="gw-quiet gw-small">Sums and counts cover the tickets that you may see. The worth of a group is a 90 % range of what is to be built: stated ranges are widened by how often such ranges held the truth, and the worths of one team err together.{backlog.covered.length > 0 ? ` ${formatCount(backlog.covered.length, locale)} sub-${backlog.covered.length === 1 ? 'task shows its' : 'tasks show their'} parent’s context and ${backlog.covered.length === 1 ? 'is' : 'are'} not counted as open questions.` : ''}</p>
    </section>
  );
}

function countMarks(demands: readonly Demand[]): Record<DemandMark, number> {
  const counts = Object.fromEntries(DEMAND_MARKS.map((mark) => [mark, 0])) as Record<DemandMark, number>;
  for (const demand of demands) for (const mark of marksOf(demand)) counts[mark] += 1;
  return counts;
}
