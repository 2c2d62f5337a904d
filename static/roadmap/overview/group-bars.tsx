import { useState } from 'react';
import type { GroupPressure } from '../../../src/domain/planning/demand-by-group';
import { showCount, showEffort, showPercent } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';

interface GroupBarsProps {
  readonly title: string;
  readonly groups: readonly GroupPressure[];
  readonly nameOf: (id: string) => string;
  readonly locale: string;
}

/** More groups than this are shown on demand. */
const FIRST_GROUPS = 8;

/** One bar a group on one scale: from the 5th to the 95th percentile, the middle marked; the numbers stand beside it. */
export function GroupBars({ title, groups, nameOf, locale }: GroupBarsProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? groups : groups.slice(0, FIRST_GROUPS);
  const most = Math.max(1, ...groups.map(({ effort }) => effort?.p95 ?? 0));
  const at = (weeks: number): string => `${((100 * weeks) / most).toFixed(2)}%`;
  return (
    <div className="gr-ov-groups">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
      <div className="gr-scroll-x gw-focus" role="region" aria-label={`Demand by ${title.toLowerCase()}`} tabIndex={0}>
        <table className="gr-plain-table gr-ov-table">
          <thead><tr><th scope="col">{title}</th><th scope="col">Tickets</th><th scope="col">Effort asked for</th><th scope="col"><span className="gw-hidden">As a bar</span></th><th scope="col">Of capacity</th></tr></thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.id}>
                <th scope="row">{nameOf(group.id)}</th>
                <td>{group.tickets.toLocaleString(locale)}</td>
                <td>{group.effort === undefined ? 'not known' : showEffort({ low: group.effort.p5, high: group.effort.p95 }, locale)}{group.withoutEffort > 0 && <span className="gw-quiet">, {showCount(group.withoutEffort, 'ticket', locale)} without effort</span>}</td>
                <td className="gr-ov-bar-cell">
                  {group.effort !== undefined && (
                    <span className="gr-track gr-ov-track" aria-hidden="true">
                      <span className="gr-bar" style={{ left: at(group.effort.p5), width: at(group.effort.p95 - group.effort.p5) }} />
                      <span className="gr-ov-middle" style={{ left: at(group.effort.p50) }} />
                    </span>
                  )}
                </td>
                <td>{group.percent === undefined ? '' : `${showPercent(group.percent.p5, locale)} to ${showPercent(group.percent.p95, locale)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > FIRST_GROUPS && <PlainButton look="link" onClick={() => setAll(!isAll)}>{isAll ? 'Show fewer' : `Show all ${groups.length.toLocaleString(locale)}`}</PlainButton>}
    </div>
  );
}
